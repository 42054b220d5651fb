import type { Messages } from './en.ts'

/**
 * A unit as the contract names it. The code of one that counts money ends with its currency. Without a code, it has the
 * words of the contract.
 */
export type Unit = { code?: string; singular: string; plural: string; rule?: string }

/** The words of a unit. Those after "of" differ in German, as in "3 von 5 Plätzen". */
type Words = { singular: string; plural: string; rule: string; ofSingular: string; ofPlural: string }

/**
 * What a unit is called, and what it counts, in the viewer's language. Units that Muniment brings along have words in
 * every language; those that a producer added have the words of the producer.
 */
export function unitIn({ lines: { units } }: Messages, unit: Unit): Words {
  const code = unit.code ?? ''
  const [, kind = code, currency] = /^(REVENUE(?:_MILLION)?)_([A-Z]{3})$/u.exec(code) ?? []
  const words = units[kind]
  if (words === undefined) {
    const { singular, plural, rule = '' } = unit
    return { singular, plural, rule, ofSingular: singular, ofPlural: plural }
  }
  const money = currency === undefined ? '' : ` (${currency})`
  const [singular, plural, rule, ofPlural = plural, ofSingular = singular] = words
  return {
    singular: singular + money,
    plural: plural + money,
    rule,
    ofSingular: ofSingular + money,
    ofPlural: ofPlural + money,
  }
}
