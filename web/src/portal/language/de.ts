import type { Format } from './format.ts'
import type { Messages } from './en.ts'

/** The texts of the portal in German. */
export const de = (f: Format): Messages => ({
  name: 'Deutsch',
  product: 'Muniment',

  navigation: {
    label: 'Seiten',
    home: 'Start',
    entitlements: 'Berechtigungen',
    people: 'Personen',
    activity: 'Aktivität',
    settings: 'Einstellungen',
    help: 'Hilfe',
    skip: 'Zum Inhalt springen',
    more: 'Mehr',
  },

  account: {
    switch: 'Konto wechseln',
    searchAccounts: 'Konto suchen',
    noneFound: 'Kein Konto heißt so.',
    subAccounts: (count) =>
      count === 0 ? 'ohne Unterkonten' : `und ${f.count(count)} ${f.plural(count, { one: 'Unterkonto', other: 'Unterkonten' })}`,
    kind: {
      CUSTOMER: 'Kunde',
      CHANNEL_PARTNER: 'Vertriebspartner',
      PRODUCER: 'Hersteller',
      SELF_REGISTERED: 'Selbst registriert',
    },
    none: 'Sie gehören noch zu keinem Konto.',
    noneNext:
      'Bitten Sie die Verwaltung Ihrer Firma um eine Einladung, oder beantragen Sie Zugang mit einer Nummer von einer Rechnung.',
  },

  day: {
    today: (day) => `Heute, ${f.day(day)}`,
    choose: 'Anderen Tag zeigen',
    label: 'Stand',
    past: (day) => `Sie sehen, was am ${f.day(day)} galt.`,
    future: (day) => `Sie sehen, was am ${f.day(day)} gelten wird, wenn sich bis dahin nichts ändert.`,
    back: 'Zurück zu heute',
  },

  search: {
    open: 'Suchen oder springen',
    placeholder: 'Seite, Produkt, Kennung oder Nummer',
    screens: 'Seiten',
    lineItems: 'Positionen',
    nothing: 'Nichts hat diesen Namen oder diese Nummer.',
    keys: 'Strg K',
  },

  shortcuts: { title: 'Tastenkürzel', close: 'Schließen' },

  entitlements: {
    title: 'Berechtigungen',
    held: (held, all) =>
      `${f.count(held)} von ${f.count(all)} ${f.plural(all, { one: 'Position ist', other: 'Positionen sind' })} aktiv.`,
    ending: (count) =>
      count === 0
        ? 'Keine endet in den nächsten 90 Tagen.'
        : `${f.count(count)} ${f.plural(count, { one: 'endet', other: 'enden' })} in den nächsten 90 Tagen.`,
    columns: {
      product: 'Produkt',
      use: 'In Gebrauch',
      status: 'Status',
      ends: 'Recht endet',
      coverage: 'Wartung',
      order: 'Bestellung',
      account: 'Konto',
    },
    search: 'Produkt, Kennung oder Nummer',
    empty: 'Keine Position passt zu diesen Filtern.',
    emptyNext: 'Entfernen Sie einen Filter, um mehr zu sehen.',
    none: 'Dieses Konto hat noch keine Berechtigungen.',
    noneNext: 'Sie erscheinen hier, sobald der Hersteller eine Bestellung von Ihnen erfasst.',
    closed: 'Ihr Zugang umfasst keine Lizenzen.',
    closedNext: 'Bitten Sie jemanden aus Ihrer Verwaltung, sie für Sie zu öffnen.',
    more: (count) => `${f.count(count)} weitere zeigen`,
    shown: (shown, all) => `${f.count(shown)} von ${f.count(all)} gezeigt`,
  },

  filters: {
    label: 'Filter',
    status: 'Status',
    held: 'Aktiv oder in Nachfrist',
    all: 'Jeder Status',
    ends: 'Endet',
    endsWithin: (days) => `Endet in ${f.count(days)} Tagen`,
    anyEnd: 'An jedem Tag',
    coverage: 'Wartung',
    covered: 'Mit Wartung',
    uncovered: 'Ohne Wartung',
    use: 'Gebrauch',
    over: 'Übernutzt',
    free: 'Etwas ist frei',
    subAccounts: 'Mit Unterkonten',
    clear: 'Filter löschen',
    remove: (filter) => `Filter ${filter} entfernen`,
    any: 'Alle',
  },

  line: {
    of: (used, granted) => `${used} von ${granted}`,
    unlimited: 'unbegrenzt',
    usedOf: (used, granted, unit) => `${used} von ${granted} ${unit} in Gebrauch`,
    overUsed: 'Übernutzt',
    endsSoon: 'Endet bald',
    status: {
      WITHDRAWN: 'Zurückgezogen',
      DRAFT: 'Entwurf',
      TEST: 'Test',
      SUSPENDED: 'Ausgesetzt',
      ON_HOLD: 'Angehalten',
      AWAITING_ACTIVATION: 'Wartet auf Aktivierung',
      FUTURE: 'Beginnt noch',
      SUPERSEDED: 'Abgelöst',
      IN_GRACE: 'In Nachfrist',
      EXPIRED: 'Abgelaufen',
      ACTIVE: 'Aktiv',
    },
    withoutEnd: 'ohne Ende',
    perpetual: 'dauerhaft',
    begins: (away) => `beginnt ${away}`,
    openStart: 'ab der ersten Aktivierung',
    until: (day) => `bis ${f.day(day)}`,
    ended: (day) => `endete am ${f.day(day)}`,
    ends: (day) => `endet am ${f.day(day)}`,
    notCovered: 'ohne Wartung',
  },

  role: {
    ACCOUNT_ADMINISTRATOR: 'Verwaltung',
    LICENSE_MANAGER: 'Lizenzverwaltung',
    RENEWALS_MANAGER: 'Verlängerungen',
    DOWNLOADER: 'Downloads',
    READER: 'Lesen',
  },
  service: { COMMUNITY: 'Community', LICENSING: 'Lizenzen', DOWNLOADS: 'Downloads' },
  producerRole: { OPERATOR: 'Betrieb', SUPPORT_AGENT: 'Support', INTEGRATION: 'Anbindung' },

  id: { copy: 'Kopieren', copied: 'Kopiert' },

  failure: {
    title: 'Das konnte nicht geladen werden.',
    unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung.',
    retry: 'Noch einmal versuchen',
    request: 'Anfrage',
    lost: 'Diese Seite gibt es nicht.',
    lostNext: 'Zur Startseite',
  },

  loading: 'Lädt',
})
