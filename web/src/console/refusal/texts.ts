import type { Decision, EffectKind } from '../../portal/contract/types.ts'
import type { ScreenTexts } from '../../portal/language/screenTexts.ts'
import type { Specific } from './specific.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** The words for a code, with the values that the contract gives along. A value that it does not give is empty. */
type Told = (told: (name: string) => string) => string

/** A sentence about a thing that a change is about, before and after it is done. */
type OfThing = (name: string, done: boolean) => string

/** What the console says of changes of rights: why they are refused, what to know about them, and what they do. */
export type RightWords = {
  /** By codes of the contract. */
  refusals: Record<string, Told>
  /** What is wrong with a field, by its name, if the contract says no more than BAD_INPUT. */
  wrong: Record<string, string>
  /** What is said in place of messages of the contract, if it says no more than BAD_INPUT. The contract is English. */
  specific: Specific
  /** What is wrong with a value of a custom field. */
  wrongValue: string
  wrongAnyhow: string
  nothingMeant: string
  warnings: Record<string, Told>
  /** What the hours are called for which a device keeps what it took. */
  leaseHours: string
  things: {
    entitlement: OfThing
    lineItem: OfThing
    period: (done: boolean) => string
    replacement: (done: boolean) => string
    /** A period that amends another one, and the number of that one on the page, if it is known. */
    amendment: (place: number | undefined, done: boolean) => string
    price: Record<EffectKind, OfThing>
    voided: (done: boolean) => string
    /** What a draft recorded, once it is deployed with other days. */
    givesWay: (part: 'period' | 'coverage', done: boolean) => string
    coverage: (done: boolean) => string
    covers: OfThing
    decision: Record<Decision, OfThing>
    released: OfThing
    /** A decision that holds until a day, which is its last one; of which kind it is, if that is known. */
    ends: (name: string, kind: string | undefined, day: string, done: boolean) => string
    live: OfThing
    sent: OfThing
    replaced: OfThing
  }
}

/** What the console says of changes of rights, in every language. */
export const texts: ScreenTexts<RightWords> = { en, de }
