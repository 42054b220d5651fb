import type { Format } from '../../portal/language/format.ts'
import type { IssuingTexts } from './texts.ts'

const kinds = { MAINTENANCE: 'Wartung', SUPPORT: 'Support', SUBSCRIPTION: 'Abonnement' }

/** What the screens that issue rights say in German. */
export const de = (f: Format): IssuingTexts => ({
  issue: {
    title: 'Rechte ausstellen',
    means: 'Aus einer Bestellung wird eine Berechtigung. Ausgestellt wird erst, wenn Sie gesehen haben, was sie wird.',
    mayNot: 'Rechte stellt der Betrieb aus. Ihre Rolle liest.',
    fields: {
      account: 'Kunde',
      orderReference: 'Bestellnummer',
      state: 'Ausstellen als',
      shipToEmail: 'Aktivierungskennungen an',
      language: 'Sprache der E-Mail',
      number: 'Nummer der Berechtigung',
      description: 'Notiz',
      partner: 'Verkauft über',
      part: 'Artikelnummer',
      pieces: 'Stück',
      startsOn: 'Erster Tag',
      startsLatestOn: 'Spätester erster Tag',
      orderLine: 'Bestellzeile',
      amount: 'Preis',
      currency: 'Währung',
      activationId: 'Aktivierungskennung',
    },
    hints: {
      shipToEmail: 'Eine E-Mail-Adresse. Ohne sie bekommt niemand eine E-Mail.',
      number: 'Ohne Angabe ist es die der Bestellung.',
      part: 'Anfang der Nummer oder Wörter des Produkts.',
      activationId: 'Ohne Angabe erzeugt Muniment eine.',
      startsLatestOn: 'Es beginnt mit der ersten Aktivierung. Ohne Angabe wartet es auf eine.',
    },
    states: { LIVE: 'Gültig', DRAFT: 'Entwurf', TEST: 'Test' },
    statesMean: {
      LIVE: 'Der Kunde sieht die Rechte und kann sie an ihren Tagen nutzen.',
      DRAFT: 'Niemand kann die Rechte nutzen, bis der Entwurf freigegeben ist.',
      TEST: 'Die Rechte sind für Tests und werden nie gültig.',
    },
    languages: { EN: 'Englisch', DE: 'Deutsch' },
    more: 'Nummer, Notiz, Partner',
    lines: 'Was bestellt wurde',
    line: (place) => `Zeile ${f.count(place)}`,
    addLine: 'Zeile hinzufügen',
    removeLine: (place) => `Zeile ${f.count(place)} entfernen`,
    gaps: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'Angabe fehlt', other: 'Angaben fehlen' })}: nicht auszustellen`,
    pieces: (amount) => `je ${amount}`,
    listPrice: (price) => `Listenpreis ${price}`,
    action: { LIVE: 'Ausstellen', DRAFT: 'Als Entwurf sichern', TEST: 'Für Tests ausstellen' },
    keys: 'Strg Eingabe',
  },
  outlook: {
    issued: {
      LIVE: (number, account, done) => `${number} ${done ? 'wurde' : 'wird'} für ${account} ausgestellt`,
      DRAFT: (number, account, done) => `${number} ${done ? 'wurde' : 'wird'} für ${account} vorbereitet, als Entwurf`,
      TEST: (number, account, done) => `${number} ${done ? 'wurde' : 'wird'} für ${account} ausgestellt, nur für Tests`,
    },
    unnumbered: 'Eine Berechtigung',
    madeWhenIssued: 'Aktivierungskennung wird erzeugt',
    from: (day) => `ab ${f.day(day)}`,
    between: (from, to) => `${f.day(from)} – ${f.day(to)}`,
    withoutEnd: 'ohne Ende',
    undated: (latest) =>
      latest === null
        ? 'beginnt mit einer Aktivierung'
        : `beginnt mit einer Aktivierung, von selbst am ${f.day(latest)}`,
    trial: 'Testversion',
    evergreen: (cancelUntil) =>
      `verlängert sich von selbst${cancelUntil === null ? '' : `, kündbar bis ${f.day(cancelUntil)}`}`,
    over: (day) => `Ihr letzter Tag war der ${f.day(day)}: Die Laufzeit ist schon vorbei.`,
    coverage: (kind, to) => (to === null ? kinds[kind] : `${kinds[kind]} bis ${f.day(to)}`),
    mail: {
      LIVE: (address) => `Eine E-Mail mit den Aktivierungskennungen geht an ${address}.`,
      DRAFT: (address) => `Nach der Freigabe geht eine E-Mail mit den Aktivierungskennungen an ${address}.`,
      TEST: () => 'Tests senden keine E-Mail.',
    },
    noMail: 'Niemand bekommt eine E-Mail, weil keine Adresse angegeben ist.',
  },
  done: {
    title: (number) => `${number} ist erledigt`,
    ids: 'Aktivierungskennungen',
    right: 'Öffnen',
    customer: 'Zum Kunden',
    portal: 'Im Portal',
    drafts: 'Alle Entwürfe',
    another: 'Weitere ausstellen',
    columns: { product: 'Produkt', activationId: 'Aktivierungskennung', open: 'Seite' },
  },
  drafts: {
    title: 'Entwürfe',
    means: 'Berechtigungen, die vorbereitet sind und die vor ihrer Freigabe niemand nutzen kann.',
    of: (account) => `Entwürfe von ${account}`,
    all: 'Entwürfe aller Kunden',
    columns: { draft: 'Entwurf', rights: 'Rechte', customer: 'Kunde', age: 'Vorbereitet', actions: 'Aktionen' },
    moreRights: (count) => `und ${f.count(count)} weitere`,
    none: 'Es gibt keine Entwürfe.',
    noneNext: 'Stellen Sie Rechte als Entwurf aus, um sie vorzubereiten.',
    older: 'Ältere zeigen',
    actionsOf: (number) => `Aktionen für ${number}`,
    deploy: 'Freigeben',
    withdraw: 'Zurückziehen …',
    issue: 'Rechte ausstellen',
  },
  deploy: {
    title: (number) => `${number} freigeben`,
    means: 'Die Rechte werden gültig, als wären sie nie ein Entwurf gewesen.',
    action: 'Freigeben',
    startsOn: 'Erster Tag',
    startsOnMeans: 'Ohne Angabe bleiben die Tage, wie sie sind.',
    language: 'Sprache der E-Mail',
    mail: (address) => `Die E-Mail geht an ${address}, mit diesen Aktivierungskennungen:`,
    noMail: 'Niemand bekommt eine E-Mail, weil der Entwurf keine Adresse hat.',
    more: (count) => `und ${f.count(count)} weitere, zu denen die E-Mail im Portal führt`,
  },
})
