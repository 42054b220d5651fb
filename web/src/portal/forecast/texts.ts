import type { PriceBasis } from '../contract/types.ts'
import type { Format } from '../language/format.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'

function english(f: Format) {
  const lines = (count: number) => `${f.count(count)} ${f.plural(count, { one: 'line item', other: 'line items' })}`
  return {
    title: 'Renewal budget',
    back: 'What ends when',
    explain: (from: string, to: string) =>
      `What is ordered already, and what all renewals from ${f.day(from)} to ${f.day(to)} will cost.`,
    due: 'Due',
    ordered: 'Ordered',
    month: 'Month',
    none: '–',
    dueHint: 'if everything is renewed',
    lines,
    without: (count: number) => `${lines(count)} without a price: at least this much`,
    hidden: (count: number) => `${lines(count)} without a known price`,
    held: (count: number) => `${f.count(count)} suspended or on hold`,
    evergreen: (count: number) =>
      `${f.count(count)} ${f.plural(count, { one: 'renews by itself', other: 'renew by themselves' })}`,
    ofList: (amount: string) => `${amount} of it by the list price`,
    empty: 'Nothing is ordered or due in these months.',
    emptyNext: 'Rights without an end need no renewal. Look at more months, or at the accounts below, too.',
    span: 'Months ahead',
    months: (count: number) => `${count} months`,
    accounts: 'Accounts',
    all: 'With the accounts below',
    alone: 'This account alone',
    whatIf: 'What if',
    whatIfHint: 'Nothing is changed. The address of this page keeps what you assume, so that you can send it.',
    uplift: 'Prices rise by, per cent',
    align: 'All terms end on',
    asTheyAre: 'their own days',
    alignHint: 'Terms become longer, never shorter; their price follows their days.',
    dropped: 'Not renewed',
    fewer: 'Renewed with fewer',
    again: (name: string) => `Take back: ${name}`,
    reset: 'Assume nothing',
    instead: (amount: string) => `Without these assumptions: ${amount}.`,
    wrong: 'This is not a number from -100 to 999 with at most two decimals.',
    show: (month: string) => `Show what is behind ${f.month(month)}`,
    behind: (month: string) => `What is behind ${f.month(month)}`,
    columns: ['Line item', 'Day', 'Term', 'Amount', 'Price', 'What if'],
    term: (from: string, to: string | null) => (to === null ? `from ${f.day(from)}` : `${f.day(from)} to ${f.day(to)}`),
    unknown: 'not known yet',
    unlimited: 'unlimited',
    noPrice: 'no price is known',
    basis: {
      ORDERED: 'ordered',
      LAST_PRICE: 'by the last price',
      LIST_PRICE: 'by the list price',
    } satisfies Record<PriceBasis, string>,
    isHeld: 'suspended or on hold',
    isEvergreen: 'renews by itself',
    drop: 'Do not renew',
    quantity: 'Quantity that is renewed',
    first: (count: number) => `These are the first ${f.count(count)}. The contract has all of them.`,
    failedFewer: 'What is assumed no longer fits: a line item is renewed already, or less of it is due.',
  }
}

type Texts = ReturnType<typeof english>

/** What the page of the renewal budget says. */
export const texts: ScreenTexts<Texts> = {
  en: english,
  de: (f) => {
    const lines = (count: number) => `${f.count(count)} ${f.plural(count, { one: 'Position', other: 'Positionen' })}`
    return {
      title: 'Budget für Verlängerungen',
      back: 'Was wann endet',
      explain: (from, to) =>
        `Was schon bestellt ist, und was alle Verlängerungen vom ${f.day(from)} bis ${f.day(to)} kosten werden.`,
      due: 'Fällig',
      ordered: 'Bestellt',
      month: 'Monat',
      none: '–',
      dueHint: 'wenn alles verlängert wird',
      lines,
      without: (count) => `${lines(count)} ohne Preis: mindestens so viel`,
      hidden: (count) => `${lines(count)} ohne bekannten Preis`,
      held: (count) => `${f.count(count)} ausgesetzt oder angehalten`,
      evergreen: (count) =>
        `${f.count(count)} ${f.plural(count, { one: 'verlängert', other: 'verlängern' })} sich von selbst`,
      ofList: (amount) => `davon ${amount} nach Listenpreis`,
      empty: 'In diesen Monaten ist nichts bestellt oder fällig.',
      emptyNext: 'Rechte ohne Ende brauchen keine Verlängerung. Sehen Sie mehr Monate an, oder auch die Unterkonten.',
      span: 'Monate im Voraus',
      months: (count) => `${count} Monate`,
      accounts: 'Konten',
      all: 'Mit den Unterkonten',
      alone: 'Nur dieses Konto',
      whatIf: 'Was wäre, wenn',
      whatIfHint:
        'Es wird nichts geändert. Die Adresse dieser Seite merkt sich Ihre Annahmen, sodass Sie sie verschicken können.',
      uplift: 'Preise steigen um, Prozent',
      align: 'Alle Laufzeiten enden am',
      asTheyAre: 'an ihren eigenen Tagen',
      alignHint: 'Laufzeiten werden länger, nie kürzer; ihr Preis folgt ihren Tagen.',
      dropped: 'Nicht verlängert',
      fewer: 'Mit weniger verlängert',
      again: (name) => `Zurücknehmen: ${name}`,
      reset: 'Nichts annehmen',
      instead: (amount) => `Ohne diese Annahmen: ${amount}.`,
      wrong: 'Das ist keine Zahl von -100 bis 999 mit höchstens zwei Nachkommastellen.',
      show: (month) => `Zeigen, was hinter ${f.month(month)} steht`,
      behind: (month) => `Was hinter ${f.month(month)} steht`,
      columns: ['Position', 'Tag', 'Laufzeit', 'Menge', 'Preis', 'Was wäre, wenn'],
      term: (from, to) => (to === null ? `ab ${f.day(from)}` : `${f.day(from)} bis ${f.day(to)}`),
      unknown: 'noch nicht bekannt',
      unlimited: 'unbegrenzt',
      noPrice: 'kein Preis bekannt',
      basis: { ORDERED: 'bestellt', LAST_PRICE: 'nach dem letzten Preis', LIST_PRICE: 'nach Listenpreis' },
      isHeld: 'ausgesetzt oder angehalten',
      isEvergreen: 'verlängert sich von selbst',
      drop: 'Nicht verlängern',
      quantity: 'Menge, die verlängert wird',
      first: (count) => `Dies sind die ersten ${f.count(count)}. Die Schnittstelle hat alle.`,
      failedFewer:
        'Die Annahmen passen nicht mehr: Eine Position ist schon verlängert, oder weniger von ihr ist fällig.',
    }
  },
}
