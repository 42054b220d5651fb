import type { CoverageKind } from '../contract/types.ts'
import type { Format } from '../language/format.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'
import type { End } from './ending.ts'
import type { Bucket } from './search.ts'

function english(f: Format) {
  const lineItems = (count: number) => `${f.count(count)} ${f.plural(count, { one: 'line item', other: 'line items' })}`
  const coverages = (count: number) => `${f.count(count)} ${f.plural(count, { one: 'coverage', other: 'coverages' })}`
  const ends = (lines: number, covers: number) =>
    [lines > 0 || covers === 0 ? lineItems(lines) : '', covers > 0 ? coverages(covers) : ''].filter(Boolean)
  return {
    lineItems,
    coverages,
    nothing: 'Nothing ends',
    soon: (lines: number, covers: number, day: string | undefined) =>
      `${f.list(ends(lines, covers))} ${lines + covers === 1 ? 'ends' : 'end'} within 90 days${day === undefined ? '' : ` of ${f.day(day)}`}.`,
    soonRenewing: (count: number) =>
      count === 0
        ? ''
        : `${lineItems(count)} ${f.plural(count, { one: 'renews by itself', other: 'renew by themselves' })}.`,
    overdue: (lines: number, covers: number) =>
      lines + covers === 0
        ? 'Nothing is overdue.'
        : `${f.list(ends(lines, covers))} ended in the year before, and ${lines + covers === 1 ? 'was' : 'were'} not renewed.`,
    inGrace: (count: number) => `${lineItems(count)} in grace`,
    held: (count: number) => `${f.count(count)} suspended or on hold`,
    renewing: (count: number) =>
      `${f.count(count)} ${f.plural(count, { one: 'renews by itself', other: 'renew by themselves' })}`,
    unlimited: (count: number) => `${f.count(count)} without a limit`,
    covered: (amount: string, kind: string) => `${amount}, ${kind}`,
    moreUnits: (count: number) => `and ${f.count(count)} more ${f.plural(count, { one: 'unit', other: 'units' })}`,
    budget: 'Budget for renewals',
    show: 'Show',
    chart: 'Chart',
    table: 'Table',
    buckets: 'What ends when',
    bucket: {
      overdue: 'Overdue',
      first: 'Within 30 days',
      second: '31 to 60 days',
      third: '61 to 90 days',
      later: 'Later',
    } satisfies Record<Bucket, string>,
    days: (from: string, to: string) => `${f.day(from)} to ${f.day(to)}`,
    months: (from: string, to: string) => `Month by month, ${f.month(from)} to ${f.month(to)}`,
    chartHelp: 'Arrow keys go from cell to cell. Enter shows what ends there.',
    cell: (month: string, productLine: string, lines: number, covers: number) =>
      `${f.month(month)}, ${productLine}: ${lines + covers === 0 ? 'nothing ends' : f.list(ends(lines, covers))}`,
    legendLines: 'Line items',
    legendCoverages: 'Coverages',
    today: 'Today',
    month: 'Month',
    productLine: 'Product line',
    due: 'Due',
    stopsCovered: 'No longer covered',
    none: 'Nothing ends in these months.',
    noneNext: 'Rights without an end, and what is renewed already until later, do not end. Trials are not counted.',
    subAccounts: 'Accounts',
    allLines: 'All product lines',
    ending: (when: string, productLine: string | undefined) =>
      productLine === undefined ? `What ends: ${when}` : `What ends: ${when}, ${productLine}`,
    soonDays: 'within 90 days',
    inDays: {
      overdue: 'overdue',
      first: 'within 30 days',
      second: '31 to 60 days',
      third: '61 to 90 days',
      later: 'later',
    },
    rights: 'Line items',
    toList: (count: number) => `Show ${lineItems(count)} in Entitlements`,
    toCovered: 'Show the line items of these coverages in Entitlements',
    notCounted: (count: number) =>
      `The figures count ${f.count(count)} fewer: they leave out trials, and what another line item has renewed or replaced.`,
    coveragesNotCounted: (count: number) =>
      `The figures count ${f.count(count)} fewer: they leave out coverages that another one continues, and those of line items that are not due.`,
    noLines: 'No line item ends in this time.',
    noCoverages: 'No coverage ends in this time.',
    columns: {
      day: 'Last day',
      what: 'Line item',
      coverage: 'Coverage',
      amount: 'Amount',
      happens: 'What happens then',
    },
    end: {
      stops: 'It stops: from the next day on nobody may use it.',
      trial: 'A trial ends. It is not counted.',
      renewed: 'It ends here. Another line item renews it; only the rest is due.',
      upgraded: 'It ends here. Another line item took its place.',
      unknown: 'No period grants it on this day, so it is not counted.',
    } satisfies Record<End, string>,
    ended: {
      stops: 'It stopped: nobody may use it any more.',
      trial: 'A trial ended. It is not counted.',
      renewed: 'It ended. Another line item renews it; only the rest is due.',
      upgraded: 'It ended. Another line item took its place.',
      unknown: 'No period granted it on this day, so it is not counted.',
    } satisfies Record<End, string>,
    use: (amount: string, devices: number) =>
      devices === 0
        ? `${amount} in use.`
        : `${amount} in use, on ${f.count(devices)} ${f.plural(devices, { one: 'device', other: 'devices' })}.`,
    notUsed: 'Nothing of it is in use.',
    grace: 'It is in grace, and may still be used.',
    coverageEnds: {
      MAINTENANCE: 'Maintenance ends: no new versions from the next day on.',
      SUPPORT: 'Support ends: no more help from the next day on.',
      SUBSCRIPTION: 'The subscription ends: no new versions and no help from the next day on.',
    } satisfies Record<CoverageKind, string>,
    coverageEnded: {
      MAINTENANCE: 'Maintenance ended: there are no new versions.',
      SUPPORT: 'Support ended: there is no help.',
      SUBSCRIPTION: 'The subscription ended: there are no new versions and no help.',
    } satisfies Record<CoverageKind, string>,
    staysUsable: 'The right has no end and stays usable.',
    rightStays: 'The right itself stays as it is.',
    rightEnds: 'The right ends on the same day.',
    rightEnded: 'The right ended on the same day.',
    rightRenews: 'The right renews by itself.',
    goesOn: 'It ends, but another coverage of the same has a later last day. The page of the line item shows both.',
    renews: 'It is renewed with the right, which renews by itself.',
    itEnds: 'It ends.',
    itEnded: 'It ended.',
    gap: (from: string, to: string, until: string | null) =>
      `Not covered ${from === to ? `on ${f.day(from)}` : `from ${f.day(from)} to ${f.day(to)}`}, then again ${until === null ? 'without an end' : `until ${f.day(until)}`}.`,
    wholeLine: 'all of it',
    moreItems: (count: number) => `and ${f.count(count)} more`,
  }
}

function german(f: Format): ReturnType<typeof english> {
  const lineItems = (count: number) => `${f.count(count)} ${f.plural(count, { one: 'Position', other: 'Positionen' })}`
  const coverages = (count: number) => `${f.count(count)} ${f.plural(count, { one: 'Leistung', other: 'Leistungen' })}`
  const ends = (lines: number, covers: number) =>
    [lines > 0 || covers === 0 ? lineItems(lines) : '', covers > 0 ? coverages(covers) : ''].filter(Boolean)
  return {
    lineItems,
    coverages,
    nothing: 'Nichts endet',
    soon: (lines, covers, day) =>
      `${f.list(ends(lines, covers))} ${lines + covers === 1 ? 'endet' : 'enden'} innerhalb von 90 Tagen${day === undefined ? '' : ` ab dem ${f.day(day)}`}.`,
    soonRenewing: (count) =>
      count === 0
        ? ''
        : `${lineItems(count)} ${f.plural(count, { one: 'verlängert', other: 'verlängern' })} sich von selbst.`,
    overdue: (lines, covers) =>
      lines + covers === 0
        ? 'Nichts ist überfällig.'
        : `${f.list(ends(lines, covers))} ${lines + covers === 1 ? 'endete' : 'endeten'} im Jahr davor und ${lines + covers === 1 ? 'wurde' : 'wurden'} nicht verlängert.`,
    inGrace: (count) => `${lineItems(count)} in Nachfrist`,
    held: (count) => `${f.count(count)} ausgesetzt oder angehalten`,
    renewing: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'verlängert', other: 'verlängern' })} sich von selbst`,
    unlimited: (count) => `${f.count(count)} unbegrenzt`,
    covered: (amount, kind) => `${amount}, ${kind}`,
    moreUnits: (count) => `und ${f.count(count)} weitere ${f.plural(count, { one: 'Einheit', other: 'Einheiten' })}`,
    budget: 'Budget für Verlängerungen',
    show: 'Anzeige',
    chart: 'Diagramm',
    table: 'Tabelle',
    buckets: 'Was wann endet',
    bucket: {
      overdue: 'Überfällig',
      first: 'Innerhalb von 30 Tagen',
      second: '31 bis 60 Tage',
      third: '61 bis 90 Tage',
      later: 'Später',
    },
    days: (from, to) => `${f.day(from)} bis ${f.day(to)}`,
    months: (from, to) => `Monat für Monat, ${f.month(from)} bis ${f.month(to)}`,
    chartHelp: 'Die Pfeiltasten führen von Feld zu Feld. Die Eingabetaste zeigt, was dort endet.',
    cell: (month, productLine, lines, covers) =>
      `${f.month(month)}, ${productLine}: ${lines + covers === 0 ? 'nichts endet' : f.list(ends(lines, covers))}`,
    legendLines: 'Positionen',
    legendCoverages: 'Leistungen',
    today: 'Heute',
    month: 'Monat',
    productLine: 'Produktlinie',
    due: 'Fällig',
    stopsCovered: 'Nicht mehr gewartet',
    none: 'In diesen Monaten endet nichts.',
    noneNext:
      'Rechte ohne Ende und solche, die bereits bis später verlängert sind, enden nicht. Testversionen werden nicht gezählt.',
    subAccounts: 'Konten',
    allLines: 'Alle Produktlinien',
    ending: (when, productLine) =>
      productLine === undefined ? `Was endet: ${when}` : `Was endet: ${when}, ${productLine}`,
    soonDays: 'innerhalb von 90 Tagen',
    inDays: {
      overdue: 'überfällig',
      first: 'innerhalb von 30 Tagen',
      second: '31 bis 60 Tage',
      third: '61 bis 90 Tage',
      later: 'später',
    },
    rights: 'Positionen',
    toList: (count) => `${lineItems(count)} in Berechtigungen zeigen`,
    toCovered: 'Positionen dieser Leistungen in Berechtigungen zeigen',
    notCounted: (count) =>
      `Die Zahlen zählen ${f.count(count)} weniger: Sie lassen Testversionen aus, und was eine andere Position verlängert oder ersetzt hat.`,
    coveragesNotCounted: (count) =>
      `Die Zahlen zählen ${f.count(count)} weniger: Sie lassen Leistungen aus, die eine andere fortsetzt, und solche für Positionen, die nicht fällig sind.`,
    noLines: 'In dieser Zeit endet keine Position.',
    noCoverages: 'In dieser Zeit endet keine Leistung.',
    columns: {
      day: 'Letzter Tag',
      what: 'Position',
      coverage: 'Leistung',
      amount: 'Menge',
      happens: 'Was dann geschieht',
    },
    end: {
      stops: 'Das Recht endet: Ab dem nächsten Tag darf es niemand mehr nutzen.',
      trial: 'Eine Testversion endet. Sie wird nicht gezählt.',
      renewed: 'Es endet hier. Eine andere Position verlängert es; nur der Rest ist fällig.',
      upgraded: 'Es endet hier. Eine andere Position ist an seine Stelle getreten.',
      unknown: 'An diesem Tag gewährt es kein Zeitraum, deshalb wird es nicht gezählt.',
    },
    ended: {
      stops: 'Das Recht ist beendet: Niemand darf es mehr nutzen.',
      trial: 'Eine Testversion ist beendet. Sie wird nicht gezählt.',
      renewed: 'Es ist beendet. Eine andere Position verlängert es; nur der Rest ist fällig.',
      upgraded: 'Es ist beendet. Eine andere Position ist an seine Stelle getreten.',
      unknown: 'An diesem Tag gewährte es kein Zeitraum, deshalb wird es nicht gezählt.',
    },
    use: (amount, devices) =>
      devices === 0
        ? `${amount} in Gebrauch.`
        : `${amount} in Gebrauch, auf ${f.count(devices)} ${f.plural(devices, { one: 'Gerät', other: 'Geräten' })}.`,
    notUsed: 'Nichts davon ist in Gebrauch.',
    grace: 'Es ist in der Nachfrist und darf noch genutzt werden.',
    coverageEnds: {
      MAINTENANCE: 'Die Wartung endet: keine neuen Versionen ab dem nächsten Tag.',
      SUPPORT: 'Der Support endet: keine Hilfe mehr ab dem nächsten Tag.',
      SUBSCRIPTION: 'Das Abonnement endet: keine neuen Versionen und keine Hilfe ab dem nächsten Tag.',
    },
    coverageEnded: {
      MAINTENANCE: 'Die Wartung ist beendet: Es gibt keine neuen Versionen.',
      SUPPORT: 'Der Support ist beendet: Es gibt keine Hilfe.',
      SUBSCRIPTION: 'Das Abonnement ist beendet: Es gibt keine neuen Versionen und keine Hilfe.',
    },
    staysUsable: 'Das Recht hat kein Ende und bleibt nutzbar.',
    rightStays: 'Das Recht selbst bleibt, wie es ist.',
    rightEnds: 'Das Recht endet am selben Tag.',
    rightEnded: 'Das Recht endete am selben Tag.',
    rightRenews: 'Das Recht verlängert sich von selbst.',
    goesOn:
      'Sie endet, aber eine andere Leistung für dasselbe hat einen späteren letzten Tag. Die Seite der Position zeigt beide.',
    renews: 'Sie wird mit dem Recht verlängert, das sich von selbst verlängert.',
    itEnds: 'Sie endet.',
    itEnded: 'Sie ist beendet.',
    gap: (from, to, until) =>
      `Nicht abgedeckt ${from === to ? `am ${f.day(from)}` : `vom ${f.day(from)} bis ${f.day(to)}`}, danach wieder ${until === null ? 'ohne Ende' : `bis ${f.day(until)}`}.`,
    wholeLine: 'ganz',
    moreItems: (count) => `und ${f.count(count)} weitere`,
  }
}

/** The texts of the page of renewals. */
export const texts: ScreenTexts<ReturnType<typeof english>> = { en: english, de: german }
