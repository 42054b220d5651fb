import type { CoverageState } from '../contract/types.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'

type Texts = {
  /** What a right grants later, if it is another amount. */
  next: (amount: string, day: string) => string
  /** What is said of something that was voided. */
  voided: string
  replaced: string
  legend: { gap: string; grace: string; void: string }
  lane: string
  state: Record<CoverageState, string>
  overlap: (count: number) => string
  picture: (covered: number, gaps: number, graces: number, overhangs: number) => string
  until: (day: string) => string
  forever: string
  gap: (from: string, to: string | null) => string
  /** Said of the days of grace after the last day of the right. */
  grace: (from: string, to: string) => string
  overhang: (from: string, to: string | null) => string
  failed: string
  table: string
  range: (from: string, to: string) => string
  columns: { state: string; from: string; to: string; amount: string; by: string }
  before: (day: string) => string
  after: (day: string) => string
  instalments: {
    name: string
    title: (count: number, due: string) => string
    next: (day: string) => string
    last: (day: string) => string
    dueOn: string
    amount: string
    period: string
  }
}

/** What the page of a line item says of the days on which it is covered. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    next: (amount, day) => `${amount} from ${f.day(day)} on.`,
    voided: 'recorded wrongly',
    replaced: 'void, another one stands in its place',
    legend: { gap: 'gap', grace: 'in grace', void: 'does not count' },
    lane: 'Covered',
    state: {
      COVERED: 'covered',
      GAP: 'not covered',
      GRACE: 'in grace',
      OVERHANG: 'coverage without a right',
      NONE: 'no right',
    },
    overlap: (count) => `${f.count(count)} coverages`,
    picture: (covered, gaps, graces, overhangs) =>
      `The lowest line has ${f.count(covered)} ${f.plural(covered, { one: 'stretch that is', other: 'stretches that are' })} covered, ${f.count(gaps)} ${f.plural(gaps, { one: 'gap', other: 'gaps' })}, ${f.count(graces)} ${f.plural(graces, { one: 'stretch', other: 'stretches' })} in grace, and ${f.count(overhangs)} ${f.plural(overhangs, { one: 'stretch', other: 'stretches' })} of coverage without a right.`,
    until: (day) => `It is covered without a gap until ${f.day(day)}.`,
    forever: 'It is covered without a gap, and without an end that is known.',
    gap: (from, to) =>
      to === null
        ? `From ${f.day(from)} on, the right is not covered.`
        : `From ${f.day(from)} to ${f.day(to)}, the right is not covered.`,
    grace: (from, to) => `From ${f.day(from)} to ${f.day(to)}, it is in grace, for known devices only.`,
    overhang: (from, to) =>
      to === null
        ? `From ${f.day(from)} on, a coverage is of no use, because the right cannot be used.`
        : `From ${f.day(from)} to ${f.day(to)}, a coverage is of no use, because the right cannot be used.`,
    failed: 'Which days are covered could not be read.',
    table: 'The covered days as a table',
    range: (from, to) => `From ${f.day(from)} to ${f.day(to)}`,
    columns: { state: 'State', from: 'From', to: 'To', amount: 'How much', by: 'By' },
    before: (day) => `before ${f.day(day)}`,
    after: (day) => `after ${f.day(day)}`,
    instalments: {
      name: 'Instalments',
      title: (count, due) =>
        `${f.count(count)} ${f.plural(count, { one: 'instalment', other: 'instalments' })}, ${due}`,
      next: (day) => `the next one due on ${f.day(day)}`,
      last: (day) => `the last one due on ${f.day(day)}`,
      dueOn: 'Due on',
      amount: 'Amount',
      period: 'For',
    },
  }),
  de: (f) => ({
    next: (amount, day) => `Ab ${f.day(day)}: ${amount}.`,
    voided: 'falsch erfasst',
    replaced: 'ungültig, ein anderer Eintrag steht dafür',
    legend: { gap: 'Lücke', grace: 'in Nachfrist', void: 'zählt nicht' },
    lane: 'Abgedeckt',
    state: {
      COVERED: 'abgedeckt',
      GAP: 'nicht abgedeckt',
      GRACE: 'in Nachfrist',
      OVERHANG: 'Leistung ohne Recht',
      NONE: 'kein Recht',
    },
    overlap: (count) => `${f.count(count)} Leistungen`,
    picture: (covered, gaps, graces, overhangs) =>
      `Die unterste Zeile hat ${f.count(covered)} ${f.plural(covered, { one: 'abgedeckten Abschnitt', other: 'abgedeckte Abschnitte' })}, ${f.count(gaps)} ${f.plural(gaps, { one: 'Lücke', other: 'Lücken' })}, ${f.count(graces)} ${f.plural(graces, { one: 'Abschnitt', other: 'Abschnitte' })} in Nachfrist und ${f.count(overhangs)} ${f.plural(overhangs, { one: 'Abschnitt', other: 'Abschnitte' })} mit Leistung ohne Recht.`,
    until: (day) => `Es ist ohne Lücke bis ${f.day(day)} abgedeckt.`,
    forever: 'Es ist ohne Lücke abgedeckt, und ein Ende ist nicht bekannt.',
    gap: (from, to) =>
      to === null
        ? `Ab ${f.day(from)} ist das Recht nicht abgedeckt.`
        : `Vom ${f.day(from)} bis zum ${f.day(to)} ist das Recht nicht abgedeckt.`,
    grace: (from, to) => `Vom ${f.day(from)} bis zum ${f.day(to)} ist es in Nachfrist, nur für bekannte Geräte.`,
    overhang: (from, to) =>
      to === null
        ? `Ab ${f.day(from)} nützt eine Leistung nichts, weil das Recht nicht genutzt werden kann.`
        : `Vom ${f.day(from)} bis zum ${f.day(to)} nützt eine Leistung nichts, weil das Recht nicht genutzt werden kann.`,
    failed: 'Welche Tage abgedeckt sind, konnte nicht gelesen werden.',
    table: 'Die abgedeckten Tage als Tabelle',
    range: (from, to) => `Vom ${f.day(from)} bis zum ${f.day(to)}`,
    columns: { state: 'Zustand', from: 'Von', to: 'Bis', amount: 'Wie viel', by: 'Durch' },
    before: (day) => `vor ${f.day(day)}`,
    after: (day) => `nach ${f.day(day)}`,
    instalments: {
      name: 'Raten',
      title: (count, due) => `${f.count(count)} ${f.plural(count, { one: 'Rate', other: 'Raten' })}, ${due}`,
      next: (day) => `die nächste fällig am ${f.day(day)}`,
      last: (day) => `die letzte fällig am ${f.day(day)}`,
      dueOn: 'Fällig am',
      amount: 'Betrag',
      period: 'Für',
    },
  }),
}
