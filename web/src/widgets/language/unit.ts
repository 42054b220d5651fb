import type { Language } from './language.ts'

/** What a unit is called: one and several of it. */
export type Names = readonly [one: string, several: string]

/** A unit as the contract names it. The code of one that counts money ends with its currency. */
export type Unit = { code: string; singular: string; plural: string }

/** An amount of the contract: null if the viewer does not see it. */
export type Amount = { amount: string | null; unlimited: boolean } | null

/** An amount with its unit in words, such as "25 seats". */
export function quantityIn(amount: Amount, unit: Unit, { texts, write }: Language): string {
  if (!amount) {
    return texts.unknown
  }
  const [, code, currency] = /^(REVENUE.*)_([A-Z]{3})$/u.exec(unit.code) ?? ['', unit.code, '']
  const names = texts.units[code as string]
  const [one, several] = names ?? [unit.singular, unit.plural]
  const count = amount.unlimited ? texts.unlimited : write.number(amount.amount ?? 0)
  const money = names && currency ? ` (${currency})` : ''
  return `${count} ${count === '1' ? one : several}${money}`
}
