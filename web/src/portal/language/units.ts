import type { Messages } from './en.ts'

/**
 * A unit as the contract names it. The code of one that counts money ends with its currency. Without a code, it has the
 * words of the contract.
 */
export type Unit = { code?: string; singular: string; plural: string; rule?: string }

/**
 * What a unit is called, and what it counts, in the viewer's language. Units that Muniment brings along have words in
 * every language; those that a producer added have the words of the producer.
 */
export function unitIn({ lines: { units } }: Messages, unit: Unit): { singular: string; plural: string; rule: string } {
  const code = unit.code ?? ''
  const [, kind = code, currency] = /^(REVENUE(?:_MILLION)?)_([A-Z]{3})$/u.exec(code) ?? []
  const words = units[kind]
  if (words === undefined) {
    return { singular: unit.singular, plural: unit.plural, rule: unit.rule ?? '' }
  }
  const money = currency === undefined ? '' : ` (${currency})`
  return { singular: words[0] + money, plural: words[1] + money, rule: words[2] }
}
