import type { AmendmentEnd, TermUnit } from '../../portal/contract/types.ts'
import type { ScreenTexts } from '../../portal/language/screenTexts.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** The dialog of a change: what opens it, its title, what it means, and what its button says. */
export type ActionOf = { open: string; title: (name: string) => string; means: string; action: string }

/** What can be done with a right. */
export type RightAction =
  | 'renew'
  | 'convert'
  | 'amend'
  | 'correct'
  | 'void'
  | 'hold'
  | 'suspend'
  | 'grace'
  | 'cancelRenewal'
  | 'withdraw'
  | 'release'
  | 'replace'
  | 'send'
  | 'extend'
  | 'add'
  | 'link'
  | 'unlink'
  | 'end'
  | 'correctCoverage'

/** What a decision is about. */
export type AboutOf = 'line' | 'entitlement' | 'period' | 'coverage' | 'item'

/** What the page of a right and its dialogs say. */
export type RightTexts = {
  portal: string
  of: (number: string) => string
  formerly: string
  /** Stands before the name of the channel partner. */
  soldThrough: string
  mayNot: string
  withdrawn: string
  draft: string
  deploy: string
  covered: (day: string | null) => string
  notCovered: string
  sections: { periods: string; decisions: string; coverages: string; ledger: string; history: string }
  means: { periods: string; decisions: string; coverages: string; ledger: string; history: string }
  none: { periods: string; decisions: string; coverages: string }
  cut: (shown: number, all: number) => string
  columns: {
    place: string
    granted: string
    days: string
    state: string
    order: string
    history: string
    actions: string
    decision: string
    about: string
    why: string
    coverage: string
    covers: string
  }
  place: (place: number) => string
  history: {
    replaces: (place: number) => string
    replacedBy: (place: number) => string
    /** Of what a draft had, which was deployed with another day. */
    deployedAs: (place: number) => string
    deployed: (place: number) => string
    beforeDeployed: string
    deployedAnother: string
    renews: (place: number) => string
    amends: (place: number) => string
    renewsAnother: string
    voided: string
    correctsAnother: string
    corrected: string
    removed: (day: string | null) => string
  }
  overdraft: (amount: string) => string
  inForce: string
  whole: string
  about: Record<AboutOf, string>
  by: (name: string, moment: string) => string
  /** What a decision is called that was released. */
  released: (kind: string) => string
  lifted: (name: string, moment: string) => string
  /** What cancelling a renewal means, with the day on which the right ends then. */
  cancelledEnds: (day: string) => string
  actionsOf: (name: string) => string
  actions: Record<RightAction, ActionOf>
  fields: Record<
    | 'startsOn'
    | 'endsOn'
    | 'total'
    | 'unlimited'
    | 'overdraft'
    | 'after'
    | 'orderNumber'
    | 'orderLine'
    | 'amount'
    | 'currency'
    | 'quantity'
    | 'perpetual'
    | 'from'
    | 'until'
    | 'acceptLive'
    | 'lastDay'
    | 'activationId'
    | 'to'
    | 'language'
    | 'length'
    | 'lengthUnit'
    | 'level'
    | 'again'
    | 'beside'
    | 'coverage'
    | 'part'
    | 'kind'
    | 'partNumber'
    | 'renewed'
    | 'againTerm',
    string
  >
  hints: Record<
    | 'endsOnAmended'
    | 'priceOfDifference'
    | 'overdraftStays'
    | 'unchanged'
    | 'fromToday'
    | 'untilReleased'
    | 'lastDay'
    | 'activationId'
    | 'to'
    | 'startsAfter'
    | 'endsOrLength'
    | 'partOfIt'
    | 'fromOff'
    | 'asLastTerm'
    | 'asTrial'
    | 'startsAfterTerm'
    | 'startsPaid'
    | 'endsBySale'
    | 'paidInAll',
    string
  >
  after: Record<AmendmentEnd, string>
  languages: { EN: string; DE: string }
  asIs: string
  withoutLevel: string
  units: Record<TermUnit, string>
  choose: string
  noCoverages: string
  /** The choice of the part number that follows from what was sold last, if that is known. */
  partByDefault: (successor: string | null, last: string | null) => string
  takenBack: string
  takenMore: (count: number) => string
  newId: string
}

/** What the page of a right and its dialogs say, in every language. */
export const texts: ScreenTexts<RightTexts> = { en, de }
