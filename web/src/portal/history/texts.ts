import type { Decision } from '../contract/types.ts'
import type { Format } from '../language/format.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'

/** How days are written. */
export type DaysTexts = {
  from: (day: string) => string
  until: (day: string) => string
  between: (from: string, to: string) => string
  withoutEnd: string
  undated: string
  /** Said of a decision that holds on all days. */
  always: string
  latestOn: (day: string) => string
}

/** What is said of the history of rights. */
export type HistoryTexts = {
  days: DaysTexts
  title: string
  columns: { recorded: string; what: string; days: string; order: string; line: string }
  none: string
  more: string
  issued: (number: string) => string
  granted: Record<'GRANTED' | 'AMENDED' | 'RENEWED' | 'CONVERTED', (amount: string) => string>
  coverage: Record<'COVERED' | 'EXTENDED' | 'LINKED', (name: string) => string>
  corrected: (amount: string, before: string | null) => string
  correctedCoverage: (name: string) => string
  deployed: (what: string) => string
  voided: (amount: string, days: string) => string
  voidedCoverage: (name: string) => string
  decided: Record<Decision, string>
  released: Record<Decision, string>
  about: Record<'line' | 'entitlement' | 'period' | 'coverage' | 'item', string>
}

const en = (f: Format): HistoryTexts => ({
  days: {
    from: (day) => `from ${f.day(day)}`,
    until: (day) => `until ${f.day(day)}`,
    between: (from, to) => `${f.day(from)} – ${f.day(to)}`,
    withoutEnd: 'without end',
    undated: 'begins with an activation',
    always: 'always',
    latestOn: (day) => `by itself on ${f.day(day)}`,
  },
  title: 'What was recorded',
  columns: { recorded: 'Recorded', what: 'What', days: 'Counts', order: 'Order', line: 'Right' },
  none: 'Nothing was recorded.',
  more: 'Show older ones',
  issued: (number) => `The entitlement ${number} was entered`,
  granted: {
    GRANTED: (amount) => `Granted: ${amount}`,
    AMENDED: (amount) => `The total became ${amount}`,
    RENEWED: (amount) => `Renewed with ${amount}`,
    CONVERTED: (amount) => `Converted to ${amount}`,
  },
  coverage: {
    COVERED: (name) => `${name} was added`,
    EXTENDED: (name) => `${name} was extended`,
    LINKED: (name) => `${name} of another right covers it, too`,
  },
  corrected: (amount, before) =>
    before === null
      ? `${amount}: the days or the order were recorded wrongly`
      : `Granted: ${amount}, and not ${before}`,
  correctedCoverage: (name) => `${name} was recorded wrongly, and corrected`,
  deployed: (what) => `${what}: the draft was deployed with another day`,
  voided: (amount, days) => `${amount}, ${days}, should not have been recorded`,
  voidedCoverage: (name) => `${name} should not have been recorded`,
  decided: {
    WITHDRAWN: 'Withdrawn',
    SUSPENDED: 'Suspended',
    ON_HOLD: 'Put on hold',
    GRACE: 'Granted grace',
    RENEWAL_CANCELLED: 'Renewal cancelled',
    DRAFT: 'Prepared as a draft',
    TEST: 'Granted for tests only',
  },
  released: {
    WITHDRAWN: 'No longer withdrawn',
    SUSPENDED: 'No longer suspended',
    ON_HOLD: 'No longer on hold',
    GRACE: 'Grace ended',
    RENEWAL_CANCELLED: 'Renewal no longer cancelled',
    DRAFT: 'The draft became live',
    TEST: 'No longer for tests',
  },
  about: {
    line: '',
    entitlement: ': the whole entitlement',
    period: ': a period',
    coverage: ': a coverage',
    item: ': what a coverage covers',
  },
})

const de = (f: Format): HistoryTexts => ({
  days: {
    from: (day) => `ab ${f.day(day)}`,
    until: (day) => `bis ${f.day(day)}`,
    between: (from, to) => `${f.day(from)} – ${f.day(to)}`,
    withoutEnd: 'ohne Ende',
    undated: 'beginnt mit einer Aktivierung',
    always: 'immer',
    latestOn: (day) => `von selbst am ${f.day(day)}`,
  },
  title: 'Was erfasst wurde',
  columns: { recorded: 'Erfasst', what: 'Was', days: 'Zählt', order: 'Bestellung', line: 'Recht' },
  none: 'Es wurde nichts erfasst.',
  more: 'Ältere zeigen',
  issued: (number) => `Die Berechtigung ${number} wurde eingetragen`,
  granted: {
    GRANTED: (amount) => `Gewährt: ${amount}`,
    AMENDED: (amount) => `Die Gesamtmenge wurde ${amount}`,
    RENEWED: (amount) => `Verlängert: ${amount}`,
    CONVERTED: (amount) => `Umgewandelt: ${amount}`,
  },
  coverage: {
    COVERED: (name) => `${name} kam hinzu`,
    EXTENDED: (name) => `${name} wurde verlängert`,
    LINKED: (name) => `${name} eines anderen Rechts gilt auch dafür`,
  },
  corrected: (amount, before) =>
    before === null ? `${amount}: Tage oder Bestellung waren falsch erfasst` : `Gewährt: ${amount} und nicht ${before}`,
  correctedCoverage: (name) => `${name} war falsch erfasst und ist berichtigt`,
  deployed: (what) => `${what}: Der Entwurf wurde mit einem anderen Tag freigegeben`,
  voided: (amount, days) => `${amount}, ${days}, hätte nicht erfasst werden sollen`,
  voidedCoverage: (name) => `${name} hätte nicht erfasst werden sollen`,
  decided: {
    WITHDRAWN: 'Zurückgezogen',
    SUSPENDED: 'Ausgesetzt',
    ON_HOLD: 'Angehalten',
    GRACE: 'Nachfrist gewährt',
    RENEWAL_CANCELLED: 'Verlängerung gekündigt',
    DRAFT: 'Als Entwurf vorbereitet',
    TEST: 'Nur für Tests gewährt',
  },
  released: {
    WITHDRAWN: 'Nicht mehr zurückgezogen',
    SUSPENDED: 'Nicht mehr ausgesetzt',
    ON_HOLD: 'Nicht mehr angehalten',
    GRACE: 'Nachfrist beendet',
    RENEWAL_CANCELLED: 'Verlängerung nicht mehr gekündigt',
    DRAFT: 'Der Entwurf wurde gültig',
    TEST: 'Nicht mehr für Tests',
  },
  about: {
    line: '',
    entitlement: ': die ganze Berechtigung',
    period: ': ein Zeitraum',
    coverage: ': eine Leistung',
    item: ': wofür eine Leistung gilt',
  },
})

/** What is said of the history of rights, in every language. */
export const texts: ScreenTexts<HistoryTexts> = { en, de }
