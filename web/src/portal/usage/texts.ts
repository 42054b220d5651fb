import type { Format } from '../language/format.ts'
import type { ResetInterval } from '../contract/types.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'

function english(f: Format) {
  return {
    sentence: (over: number, all: number) =>
      over === 0
        ? 'Of what is active, nothing is used beyond what is granted.'
        : `In ${f.count(over)} of ${f.count(all)} rows more is in use than granted.`,
    reported: (over: number) =>
      over === 0
        ? ''
        : `${f.count(over)} ${f.plural(over, { one: 'report of a meter', other: 'reports of meters' })} went beyond it.`,
    ended: (count: number) =>
      `${f.count(count)} ${f.plural(count, { one: 'right that has ended is', other: 'rights that have ended are' })} still in use.`,
    positions: 'In use',
    group: 'Group',
    groups: {
      productLine: 'By product line',
      product: 'By product',
      unit: 'By unit',
      account: 'By sub-account',
    },
    productLine: 'Product line',
    meter: 'Meter',
    every: 'All',
    accounts: 'Accounts',
    notByLine: 'Grouped like this, amounts of all product lines are added up.',
    none: 'Nothing is held, so nothing can be used.',
    noneOfLine: 'Nothing of this product line is held on this day.',
    columns: {
      of: { productLine: 'Product line', product: 'Product', unit: 'Unit', account: 'Account' },
      unit: 'Unit',
      use: 'In use',
      granted: 'Granted',
      used: 'Used',
      free: 'Free',
      excess: 'Excess',
      lineItems: 'Line items',
    },
    figure: (column: string, amount: string, name: string, unit: string) => `${column}: ${amount}, ${name}, ${unit}`,
    unlimited: (count: number) => `${f.count(count)} without a limit`,
    trials: 'Trials are not part of the amounts; the lists have them too. Rights that have ended are left out.',
    meters: 'Reports of meters',
    notAdded:
      'The table above counts what activations and license servers hold. Meters report what programs measured in each period. The two are not the same, and are not added up.',
    ownOnly: 'Reports are those of this account alone.',
    show: 'Show reports as',
    chart: 'Chart',
    table: 'Table',
    period: 'Period',
    months: (count: number) => `${f.count(count)} months`,
    noReports: (months: number) => `No meter has reported anything in these ${f.count(months)} months.`,
    noReportsNext: 'Products that are metered report how much was used. Other use is in the table above.',
    noneOf: 'No report fits these filters.',
    notAll: 'Not all reports could be loaded.',
    countsFrom: {
      NEVER: 'It only grows.',
      MONTH: 'It starts at zero each month.',
      QUARTER: 'It starts at zero each quarter.',
      YEAR: 'It starts at zero each year.',
    } satisfies Record<ResetInterval, string>,
    rights: 'What it is counted against',
    legend: { used: 'Used', excess: 'Used beyond what is granted', granted: 'Granted' },
    bar: (days: string, used: string, granted: string, excess: string | null) =>
      `${days}: ${used} of ${granted} used${excess === null ? '' : `, ${excess} too many`}`,
    days: (from: string, to: string) => `${f.day(from)} to ${f.day(to)}`,
    when: 'Time',
    opening: 'imported total',
    units: 'What the units count',
  }
}

function german(f: Format): ReturnType<typeof english> {
  return {
    sentence: (over, all) =>
      over === 0
        ? 'Von dem, was aktiv ist, wird nichts über das Gewährte hinaus genutzt.'
        : `In ${f.count(over)} von ${f.count(all)} Zeilen ist mehr in Gebrauch als gewährt.`,
    reported: (over) =>
      over === 0
        ? ''
        : `${f.count(over)} ${f.plural(over, { one: 'Meldung eines Zählers ging', other: 'Meldungen von Zählern gingen' })} darüber hinaus.`,
    ended: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'beendetes Recht ist', other: 'beendete Rechte sind' })} noch in Gebrauch.`,
    positions: 'In Gebrauch',
    group: 'Gruppe',
    groups: {
      productLine: 'Nach Produktlinie',
      product: 'Nach Produkt',
      unit: 'Nach Einheit',
      account: 'Nach Unterkonto',
    },
    productLine: 'Produktlinie',
    meter: 'Zähler',
    every: 'Alle',
    accounts: 'Konten',
    notByLine: 'In dieser Gruppierung sind die Mengen aller Produktlinien zusammengezählt.',
    none: 'Es ist nichts vorhanden, das genutzt werden könnte.',
    noneOfLine: 'Von dieser Produktlinie ist an diesem Tag nichts vorhanden.',
    columns: {
      of: { productLine: 'Produktlinie', product: 'Produkt', unit: 'Einheit', account: 'Konto' },
      unit: 'Einheit',
      use: 'In Gebrauch',
      granted: 'Gewährt',
      used: 'Genutzt',
      free: 'Frei',
      excess: 'Zu viel',
      lineItems: 'Positionen',
    },
    figure: (column, amount, name, unit) => `${column}: ${amount}, ${name}, ${unit}`,
    unlimited: (count) => `${f.count(count)} unbegrenzt`,
    trials:
      'Testversionen sind nicht Teil der Mengen; die Listen enthalten sie auch. Beendete Rechte sind nicht enthalten.',
    meters: 'Meldungen der Zähler',
    notAdded:
      'Die Tabelle oben zählt, was Aktivierungen und Lizenzserver halten. Zähler melden, was Programme in jedem Zeitraum gemessen haben. Beides ist nicht dasselbe und wird nicht addiert.',
    ownOnly: 'Die Meldungen sind nur die dieses Kontos.',
    show: 'Meldungen zeigen als',
    chart: 'Diagramm',
    table: 'Tabelle',
    period: 'Zeitraum',
    months: (count) => `${f.count(count)} Monate`,
    noReports: (months) => `In diesen ${f.count(months)} Monaten hat kein Zähler etwas gemeldet.`,
    noReportsNext:
      'Produkte mit einem Zähler melden, wie viel verbraucht wurde. Anderer Gebrauch steht in der Tabelle oben.',
    noneOf: 'Keine Meldung passt zu diesen Filtern.',
    notAll: 'Nicht alle Meldungen konnten geladen werden.',
    countsFrom: {
      NEVER: 'Er wächst nur.',
      MONTH: 'Er beginnt jeden Monat bei null.',
      QUARTER: 'Er beginnt jedes Quartal bei null.',
      YEAR: 'Er beginnt jedes Jahr bei null.',
    },
    rights: 'Wogegen gezählt wird',
    legend: { used: 'Verbraucht', excess: 'Über das Gewährte hinaus', granted: 'Gewährt' },
    bar: (days, used, granted, excess) =>
      `${days}: ${used} von ${granted} verbraucht${excess === null ? '' : `, ${excess} zu viel`}`,
    days: (from, to) => `${f.day(from)} bis ${f.day(to)}`,
    when: 'Zeit',
    opening: 'übernommene Summe',
    units: 'Was die Einheiten zählen',
  }
}

/** The texts of the page of usage. */
export const texts: ScreenTexts<ReturnType<typeof english>> = { en: english, de: german }
