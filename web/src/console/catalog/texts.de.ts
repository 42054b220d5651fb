import type { Format } from '../../portal/language/format.ts'
import type { CatalogTexts } from './texts.ts'

/** What the screens of the catalog say in German. */
export const de = (f: Format): CatalogTexts => ({
  means:
    'Alles, was verkauft wird, und zu welchen Bedingungen. Was ausgelaufen ist, gilt weiter für alle, die es haben.',
  mayNot: 'Geändert wird er vom Betrieb.',
  sections: 'Teile des Katalogs',
  tabs: {
    parts: 'Artikelnummern',
    products: 'Produkte',
    models: 'Lizenzmodelle',
    units: 'Einheiten',
    levels: 'Leistungsstufen',
    features: 'Funktionen',
  },
  none: {
    parts: 'Es gibt noch keine Artikelnummern.',
    products: 'Es gibt noch keine Produktlinien.',
    models: 'Es gibt noch keine Lizenzmodelle.',
    units: 'Es gibt noch keine Einheiten.',
    levels: 'Es gibt noch keine Leistungsstufen.',
    features: 'Es gibt noch keine Funktionen.',
  },
  noneNext: 'Der Betrieb trägt sie hier ein, oder ein Import bringt sie mit.',
  noneSuch: 'Nichts passt dazu.',
  noneSuchNext: 'Geben Sie etwas anderes ein, oder entfernen Sie die Filter.',
  actions: 'Aktionen',
  actionsOf: (name) => `Aktionen für ${name}`,
  change: 'Ändern',
  retire: 'Auslaufen lassen …',
  bringBack: 'Wieder anbieten',
  offered: 'angeboten',
  retired: 'ausgelaufen',
  retiredSince: (moment) => `Ausgelaufen seit ${f.moment(moment)}: Für neue Rechte wird das nicht angeboten.`,
  notKnown: 'nicht bekannt',
  nothing: 'keine',
  from: (day) => `ab ${f.day(day)}`,
  between: (from, to) => `${f.day(from)} bis ${f.day(to)}`,
  length: (count, unit) => {
    const forms = {
      DAYS: { one: 'Tag', other: 'Tage' },
      WEEKS: { one: 'Woche', other: 'Wochen' },
      MONTHS: { one: 'Monat', other: 'Monate' },
      YEARS: { one: 'Jahr', other: 'Jahre' },
    }
    return `${f.count(count)} ${f.plural(count, forms[unit])}`
  },
  filter: {
    retired: 'Angeboten oder ausgelaufen',
    all: 'Angebotene und ausgelaufene',
    onlyOffered: 'Nur angebotene',
    onlyRetired: 'Nur ausgelaufene',
    product: 'Produkt',
  },
  parts: {
    search: 'Artikelnummern suchen',
    searchMeans: 'Anfang der Nummer',
    columns: {
      code: 'Nummer',
      product: 'Produkt und Bedingungen',
      term: 'Laufzeit',
      unit: 'Einheit',
      coverage: 'Mitverkauft',
      price: 'Preis heute',
      state: 'Zustand',
    },
    pieces: (count) => `${f.count(count)} je Stück`,
    asLong: 'so lange wie das Recht',
    complete: 'verkäuflich',
    missing: (count) => `${f.count(count)} ${f.plural(count, { one: 'Angabe fehlt', other: 'Angaben fehlen' })}`,
    gaps: {
      PRODUCT: 'das Produkt',
      LICENSE_MODEL: 'ein Lizenzmodell, hier oder am Produkt',
      LICENSE_TERMS: 'die Bedingungen des Lizenzmodells',
      UNIT: 'die Einheit',
      TERM: 'die Laufzeit',
      TERM_LENGTH: 'die Länge der Laufzeit',
      START_RULE: 'wie die Laufzeit beginnt',
      PACK_SIZE: 'wie viel ein Stück gewährt',
      COVERAGE_LENGTH: 'wie lange die Leistung dauert',
    },
    noPrice: 'kein Preis',
  },
  part: {
    back: 'Alle Artikelnummern',
    missing: 'Damit kann nichts ausgestellt werden. Es fehlt:',
    missingNext: 'Ändern Sie die Artikelnummer, um das Fehlende einzutragen.',
    complete: 'Nichts fehlt. Damit können Rechte ausgestellt werden.',
    grants: 'Was gewährt wird',
    along: 'Mitverkaufte Leistung',
    afterwards: 'Verlängerung und Upgrade',
    ofProduct: (model) => `${model}, das des Produkts`,
    itself: 'unter derselben Artikelnummer',
    prices: 'Listenpreise',
    pricesMean: 'Für eine Einheit und die ganze Laufzeit.',
    noPrices: 'Es gibt noch keinen Preis.',
    priceColumns: { price: 'Preis', valid: 'Gültig', state: 'Heute' },
    priceTime: { past: 'war gültig', now: 'gültig', later: 'noch nicht gültig' },
  },
  products: {
    search: 'Produkte suchen',
    searchMeans: 'Wörter des Namens',
    columns: { name: 'Produkt', line: 'Produktlinie', kind: 'Art', model: 'Lizenzmodell', state: 'Zustand' },
    noneOfLine: 'Sie hat noch keine Produkte.',
    cut: (shown, all) =>
      `${f.count(shown)} von ${f.count(all)} Produkten sind zu sehen. Suchen Sie die anderen nach ihrem Namen.`,
    parts: 'Artikelnummern anzeigen',
  },
  models: {
    columns: { name: 'Lizenzmodell', activation: 'Aktivierung', terms: 'Bedingungen heute', valid: 'Gültig' },
    measured: 'Nutzung wird gemessen',
    noTerms: 'Es hat noch keine Bedingungen.',
    more: (count) => `${f.count(count)} ${f.plural(count, { one: 'andere Fassung', other: 'andere Fassungen' })}`,
    lease: (hours) =>
      `Ausleihe für ${f.decimal(String(hours))} ${f.plural(hours, { one: 'Stunde', other: 'Stunden' })}`,
    noLease: 'keine Ausleihen',
    grace: (days) =>
      days === 0 ? 'keine Nachfrist' : `${f.count(days)} ${f.plural(days, { one: 'Tag', other: 'Tage' })} Nachfrist`,
    overdraft: 'mehr als gewährt nutzbar',
    noOverdraft: 'keine Überziehung',
    moves: (count) =>
      count === null
        ? 'beliebig viele Umzüge'
        : count === 0
          ? 'keine Umzüge'
          : `${f.count(count)} ${f.plural(count, { one: 'Umzug', other: 'Umzüge' })}`,
    offline: (days) =>
      days === null
        ? 'ohne Verbindung'
        : `${f.count(days)} ${f.plural(days, { one: 'Tag', other: 'Tage' })} ohne Verbindung`,
    notOffline: 'nur mit Verbindung',
    stops: 'Überzählige enden nach der Nachfrist',
  },
  columns: {
    code: 'Kürzel',
    name: 'Name',
    rank: 'Rang',
    rule: 'Zählweise',
    version: 'Version',
    state: 'Zustand',
  },
  dialogs: {
    choose: 'Auswählen …',
    noneFound: 'Nichts gefunden',
    notDecided: 'Noch nicht bekannt',
    findProduct: 'Produkt suchen',
    findMeans: 'Geben Sie Wörter des Namens ein, und wählen Sie es darunter aus.',
    findSuccessor: 'Nachfolger suchen',
    findUpgrades: 'Produkt hinzufügen, das ersetzt wird',
    codeMeans: 'Geben Sie den Anfang der Nummer ein, und wählen Sie sie darunter aus.',
    ofTheProduct: 'das des Produkts',
    wholeRight: 'Bleibt es leer, dauert sie so lange wie das Recht.',
    lengthMeans: 'Eine Anzahl dessen, was darunter steht.',
    packMeans: 'Wie viele der Einheit ein bestelltes Stück gewährt.',
    overdraftMeans: 'Wie viele je Stück mehr genutzt werden dürfen, wenn die Bedingungen es erlauben.',
    remove: (name) => `${name} entfernen`,
    amount: 'Betrag',
    amountMeans: 'Zum Beispiel 120 oder 99,50, für eine Einheit und die ganze Laufzeit.',
    currencyMeans: 'Ihr Kürzel aus drei Buchstaben, zum Beispiel EUR.',
    firstDay: 'Gültig ab',
    firstDayMeans:
      'Heute oder später. Nur der erste Preis in einer Währung und die ersten Bedingungen dürfen früher beginnen.',
    leaseHours: 'Stunden je Ausleihe',
    leaseMeans: 'Bleibt es leer, gibt es keine Ausleihen.',
    noLimitMeans: 'Bleibt es leer, gibt es keine Grenze.',
    yes: 'ja',
    no: 'nein',
    openPart: (code) => `${code} öffnen`,
    newPart: {
      open: 'Neue Artikelnummer',
      means: 'Die Nummer ändert sich nie. Was noch nicht bekannt ist, können Sie später eintragen.',
      action: 'Artikelnummer erstellen',
    },
    changePart: {
      title: (code) => `${code} ändern`,
      means:
        'Sobald Rechte darunter gewährt wurden, ändern sich nur noch Fehlendes, die Beschreibung, der Nachfolger und was ersetzt wird.',
      action: 'Artikelnummer ändern',
    },
    setPrice: {
      open: 'Listenpreis festlegen',
      title: (code) => `Listenpreis von ${code} festlegen`,
      means: 'Der Preis davor gilt bis zum Tag davor. Ein Preis, der gilt oder galt, ändert sich nie.',
      action: 'Preis festlegen',
    },
    removePrice: {
      open: 'Entfernen',
      title: (price) => `Preis ${price} entfernen`,
      means: 'Sein Tag ist noch nicht gekommen. Der Preis davor gilt weiter.',
      action: 'Preis entfernen',
    },
    retire: {
      title: (name) => `${name} auslaufen lassen`,
      means: 'Für neue Rechte wird das nicht mehr angeboten. Alles Gewährte bleibt, wie es ist.',
      action: 'Auslaufen lassen',
    },
    bringBack: {
      title: (name) => `${name} wieder anbieten`,
      means: 'Für neue Rechte wird das wieder angeboten.',
      action: 'Wieder anbieten',
    },
    newLine: {
      open: 'Neue Produktlinie',
      means: 'Eine Produktlinie hat Produkte, die zusammengehören.',
      action: 'Produktlinie erstellen',
    },
    changeLine: {
      title: (name) => `${name} ändern`,
      means: 'Kunden sehen den Namen.',
      action: 'Produktlinie ändern',
    },
    newProduct: {
      open: 'Neues Produkt',
      means: 'Produktlinie und Art ändern sich nie.',
      action: 'Produkt erstellen',
    },
    changeProduct: {
      title: (name) => `${name} ändern`,
      means: 'Was kein Entwurf mehr ist, kann nicht wieder einer werden.',
      action: 'Produkt ändern',
    },
    newModel: {
      open: 'Neues Lizenzmodell',
      means: 'Die Art der Aktivierung ändert sich nie. Die Bedingungen ändern sich mit einer neuen Fassung.',
      action: 'Lizenzmodell erstellen',
    },
    changeModel: {
      title: (name) => `${name} ändern`,
      means: 'Die Bedingungen ändern sich mit einer neuen Fassung.',
      action: 'Lizenzmodell ändern',
    },
    newTerms: {
      open: 'Neue Bedingungen',
      title: (name) => `Neue Bedingungen von ${name}`,
      means: 'Rechte behalten die Bedingungen, unter denen sie gewährt wurden. Dies sind alle Bedingungen.',
      action: 'Bedingungen festlegen',
    },
    newUnit: {
      open: 'Neue Einheit',
      means: 'Außer Namen, Zeichen, Nachkommastellen und dem Text zur Zählweise ändert sich nichts davon je.',
      action: 'Einheit erstellen',
    },
    changeUnit: {
      title: (name) => `${name} ändern`,
      means: 'Gewährtes ist darin gezählt, darum ändert sich das Übrige nie.',
      action: 'Einheit ändern',
    },
    newLevel: {
      open: 'Neue Leistungsstufe',
      means: 'Eine Stufe von Wartung oder Support. Eine mit höherem Rang verspricht mehr.',
      action: 'Stufe erstellen',
    },
    changeLevel: {
      title: (name) => `${name} ändern`,
      means: 'Eine Stufe mit höherem Rang verspricht mehr.',
      action: 'Stufe ändern',
    },
    newFeature: {
      open: 'Neue Funktion',
      means: 'Programme fragen nach ihrem Kürzel und ihrer Version, die sich nie ändern.',
      action: 'Funktion erstellen',
    },
    changeFeature: {
      title: (name) => `${name} ändern`,
      means: 'So heißt sie für die Menschen.',
      action: 'Funktion ändern',
    },
  },
})
