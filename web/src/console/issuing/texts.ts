import type { CoverageKind, IssueState, Language } from '../../portal/contract/types.ts'
import type { ScreenTexts } from '../../portal/language/screenTexts.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** What the screens that issue rights say. */
export type IssuingTexts = {
  issue: {
    title: string
    means: string
    mayNot: string
    fields: Record<
      | 'account'
      | 'orderReference'
      | 'state'
      | 'shipToEmail'
      | 'language'
      | 'number'
      | 'description'
      | 'partner'
      | 'part'
      | 'pieces'
      | 'startsOn'
      | 'startsLatestOn'
      | 'orderLine'
      | 'amount'
      | 'currency'
      | 'activationId',
      string
    >
    hints: Record<'shipToEmail' | 'number' | 'part' | 'activationId' | 'startsLatestOn', string>
    states: Record<IssueState, string>
    statesMean: Record<IssueState, string>
    languages: Record<Language, string>
    more: string
    lines: string
    line: (place: number) => string
    addLine: string
    removeLine: (place: number) => string
    gaps: (count: number) => string
    pieces: (amount: string) => string
    listPrice: (price: string) => string
    action: Record<IssueState, string>
    keys: string
  }
  outlook: {
    issued: Record<IssueState, (number: string, account: string, done: boolean) => string>
    /** Stands for a number that is made when the order is issued. */
    unnumbered: string
    madeWhenIssued: string
    from: (day: string) => string
    between: (from: string, to: string) => string
    withoutEnd: string
    undated: (latest: string | null) => string
    trial: string
    /** Said of what renews by itself; null if the last day on which that can be cancelled is not known yet. */
    evergreen: (cancelUntil: string | null) => string
    /** Warns of a term that is over already. */
    over: (day: string) => string
    coverage: (kind: CoverageKind, to: string | null) => string
    mail: Record<IssueState, (address: string) => string>
    noMail: string
  }
  done: {
    title: (number: string) => string
    ids: string
    right: string
    customer: string
    portal: string
    drafts: string
    another: string
    columns: { product: string; activationId: string; open: string }
  }
  drafts: {
    title: string
    means: string
    of: (account: string) => string
    all: string
    columns: { draft: string; rights: string; customer: string; age: string; actions: string }
    moreRights: (count: number) => string
    none: string
    noneNext: string
    older: string
    actionsOf: (number: string) => string
    deploy: string
    withdraw: string
    issue: string
  }
  deploy: {
    title: (number: string) => string
    means: string
    action: string
    startsOn: string
    startsOnMeans: string
    language: string
    mail: (address: string) => string
    noMail: string
    more: (count: number) => string
  }
}

/** What the screens that issue rights say, in every language. */
export const texts: ScreenTexts<IssuingTexts> = { en, de }
