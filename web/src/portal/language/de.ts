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

  home: {
    endings: (rights, coverages) =>
      rights + coverages === 0
        ? 'In den nächsten 90 Tagen endet nichts.'
        : `${f.list([
            ...(rights > 0 ? [`${f.count(rights)} ${f.plural(rights, { one: 'Recht', other: 'Rechte' })}`] : []),
            ...(coverages > 0
              ? [`${f.count(coverages)} ${f.plural(coverages, { one: 'Wartungsvertrag', other: 'Wartungsverträge' })}`]
              : []),
          ])} ${rights + coverages === 1 ? 'endet' : 'enden'} in den nächsten 90 Tagen.`,
    over: (over, ended) =>
      [
        over > 0 ? `${f.count(over)} ${f.plural(over, { one: 'Recht ist', other: 'Rechte sind' })} übernutzt.` : '',
        ended > 0 ? `${f.count(ended)} ${f.plural(ended, { one: 'ist', other: 'sind' })} noch in Gebrauch, obwohl das Recht geendet hat.` : '',
      ].join(' '),
    requests: (count) =>
      count === 0
        ? ''
        : `${f.count(count)} ${f.plural(count, { one: 'Person wartet', other: 'Personen warten' })} auf Zugang.`,
    attention: 'Braucht Aufmerksamkeit',
    calm: 'Nichts braucht Aufmerksamkeit.',
    overUsed: (product, used, granted, unit) => `${product} nutzt ${used} von ${granted} ${unit}`,
    overUsedWhy: 'Es ist mehr in Gebrauch, als gewährt wurde.',
    endedUsed: (product, used, unit) => `${product}: ${used} ${unit} in Gebrauch`,
    endedUsedWhy: 'Noch in Gebrauch, obwohl das Recht geendet hat. Neues lässt sich nicht aktivieren.',
    ends: (product, amount, unit) => `${product}, ${amount} ${unit}`,
    endsWhy: 'Nach diesem Tag endet das Recht.',
    coverage: { MAINTENANCE: 'Wartung', SUPPORT: 'Support', SUBSCRIPTION: 'Abonnement' },
    coverageEnds: (product, kind, amount) => (amount === null ? `${product}, ${kind}` : `${product}, ${kind} für ${amount}`),
    coveragesEnd: (productLine, kind, count) =>
      `${productLine}, ${kind} für ${f.count(count)} ${f.plural(count, { one: 'Position', other: 'Positionen' })}`,
    coverageEndsWhy: {
      MAINTENANCE: 'Nach diesem Tag endet die Wartung. Das Recht selbst bleibt, wie es ist.',
      SUPPORT: 'Nach diesem Tag endet der Support. Das Recht selbst bleibt, wie es ist.',
      SUBSCRIPTION: 'Nach diesem Tag endet das Abonnement. Das Recht selbst bleibt, wie es ist.',
    },
    waiting: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'Recht wartet', other: 'Rechte warten' })} auf die erste Aktivierung`,
    waitingWhy: 'Die Laufzeit beginnt mit der Aktivierung.',
    waitingOne: (product, amount, unit) => `${product}, ${amount} ${unit}: noch nie aktiviert`,
    asks: (who, count) => `${who} ${f.plural(count, { one: 'bittet', other: 'bitten' })} um Zugang`,
    others: (count) => `${f.count(count)} ${f.plural(count, { one: 'weitere Person', other: 'weitere Personen' })}`,
    quote: (text) => `„${text}“`,
    decide: (count) => f.plural(count, { one: 'Anfrage entscheiden', other: `${f.count(count)} Anfragen entscheiden` }),
    leavers: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'Zugang ist', other: 'Zugänge sind' })} vielleicht übrig geblieben`,
    leaversWhy: 'Wer gegangen ist oder lange nicht gesehen wurde, hat noch Zugang.',
    review: 'Zugänge prüfen',
    open: 'Anzeigen',
    allOwned: (count) => `Alle ${f.count(count)} Zeilen zeigen`,
    allChanges: 'Alle Aktivität zeigen',
    show: (count) => (count === 1 ? 'Anzeigen' : `Alle ${f.count(count)} zeigen`),
    owned: 'Was Sie besitzen',
    columns: {
      productLine: 'Produktlinie',
      unit: 'Einheit',
      use: 'In Gebrauch',
      rights: 'Rechte',
      ending: 'Enden in 90 Tagen',
    },
    changes: 'Letzte Änderungen',
    noChanges: 'Noch hat sich nichts geändert.',
  },

  action: {
    signIn: 'hat sich angemeldet',
    signOut: 'hat sich abgemeldet',
    linkIdentity: 'hat eine Anmeldung verknüpft',
    provisionUser: 'hat eine Person aus dem Verzeichnis geschrieben',
    deprovisionUser: 'hat eine Person aus dem Verzeichnis entfernt',
    provisionGroup: 'hat eine Gruppe aus dem Verzeichnis geschrieben',
    removeProvisionedGroup: 'hat eine Gruppe aus dem Verzeichnis entfernt',
    makeDemonstration: 'hat die Vorführung angelegt',
    import: 'hat importiert',
    sealAnew: 'hat die Aufzeichnungen neu versiegelt',
    createApiKey: 'hat einen API-Schlüssel angelegt',
    revokeApiKey: 'hat einen API-Schlüssel widerrufen',
    mintWidgetToken: 'hat ein Token für eine Seite angelegt',
    switchAccount: 'hat das Konto gewechselt',
    viewAs: 'hat das Konto angesehen',
    endSessions: 'hat Sitzungen beendet',
    eraseUser: 'hat eine Person gelöscht',
    inviteMembers: 'hat eingeladen',
    resendInvitation: 'hat eine Einladung erneut gesendet',
    revokeInvitation: 'hat eine Einladung widerrufen',
    acceptInvitation: 'hat eine Einladung angenommen',
    changeMemberAccess: 'hat den Zugang geändert von',
    suspendMember: 'hat ausgesetzt',
    reinstateMember: 'hat wieder zugelassen',
    removeMember: 'hat entfernt',
    requestAccess: 'hat um Zugang gebeten',
    decideAccessRequest: 'hat über eine Anfrage entschieden',
    joinAccount: 'ist beigetreten',
    allowJoiningDomain: 'lässt eine Domain beitreten',
    disallowJoiningDomain: 'lässt eine Domain nicht mehr beitreten',
    claimDomain: 'hat eine Domain beansprucht',
    checkDomain: 'hat eine Domain geprüft',
    approveDomain: 'hat eine Domain bestätigt',
    releaseDomain: 'hat eine Domain freigegeben',
    grantDirectoryGroup: 'hat einer Gruppe Zugang gewährt',
    addUser: 'hat eine Person angelegt',
    changeUserEmail: 'hat eine E-Mail-Adresse geändert',
    changeProducerRole: 'hat eine Rolle beim Hersteller geändert',
    deactivateUser: 'hat eine Person deaktiviert',
    reactivateUser: 'hat eine Person wieder aktiviert',
    registerWidgetDocument: 'hat ein Dokument für Seiten registriert',
    removeWidgetDocument: 'hat ein Dokument für Seiten entfernt',
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

  frame: {
    goTo: (screen) => `Zu „${screen}“ gehen`,
    searchHere: 'Auf dieser Seite suchen',
    closeDialog: 'Offenes schließen',
    cancel: 'Abbrechen',
    close: 'Schließen',
    signOut: 'Abmelden',
    shortcuts: 'Tastenkürzel',
    shortcutsOff: 'Einzelne Tasten sind ausgeschaltet. In den Einstellungen schalten Sie sie ein.',
    theme: { label: 'Farben', system: 'Auto', light: 'Hell', dark: 'Dunkel' },
    offline: 'Sie sind offline. Was Sie sehen, kann veraltet sein.',
    released: 'Es gibt eine neue Version dieser Seite.',
    reload: 'Neu laden',
    broken: 'Dieser Teil der Seite konnte nicht geladen werden.',
    brokenNext: 'Vielleicht gibt es eine neue Version. Laden Sie die Seite neu.',
    accounts: {
      own: 'Ihre Konten',
      above: 'Über diesem Konto',
      below: (name) => `Unter ${name}`,
      all: 'Alle Konten',
      shown: 'gerade gezeigt',
    },
    day: {
      why: 'Jeder Status, jede Menge und jede Zahl gilt dann für diesen Tag.',
      today: 'Heute',
      monthEnd: 'Ende dieses Monats',
      quarter: 'In 90 Tagen',
      nextYear: 'In einem Jahr',
      lastYear: 'Vor einem Jahr',
      another: 'Anderer Tag',
      show: 'Diesen Tag zeigen',
    },
    standing: {
      label: 'Was Sie sehen',
      viewing: 'Sie sehen, was die Verwaltung von',
      viewingEnd: 'sieht, und können nichts ändern.',
      narrowed: 'Diese Sitzung zeigt nur',
      endViewing: 'Kundensicht beenden',
      endNarrowing: 'Alle meine Konten zeigen',
    },
  },

  palette: {
    results: 'Treffer',
    recent: 'Zuletzt geöffnet',
    entitlements: 'Berechtigungen',
    people: 'Personen',
    accounts: 'Konten',
    actions: 'Aktionen',
    searching: 'Der Server wird gefragt …',
    hint: 'Pfeiltasten wählen, Enter öffnet, Esc schließt.',
    action: {
      requests: 'Über Zugangsanfragen entscheiden',
      keys: 'API-Schlüssel verwalten',
      export: 'Aufzeichnungen mit Nachweis exportieren',
      light: 'Helle Farben verwenden',
      dark: 'Dunkle Farben verwenden',
      system: 'Farben des Systems verwenden',
      viewAs: (account) => `Als Verwaltung von ${account} ansehen`,
    },
  },

  session: {
    title: 'Ihre Sitzung ist beendet',
    text: 'Melden Sie sich in einem neuen Tab wieder an, und kommen Sie hierher zurück. Ihre Eingaben bleiben erhalten.',
    signIn: 'In neuem Tab anmelden',
    goOn: 'Hier weitermachen',
    notYet: 'Noch ist niemand angemeldet.',
  },

  records: {
    producer: 'Hersteller',
    more: (count) => `${f.count(count)} weitere`,
  },

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
