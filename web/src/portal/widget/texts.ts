import type { Format } from '../language/format.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'

const en = (f: Format) => ({
  page: 'Widgets on other sites',
  sentence: 'Which queries parts of other web pages may run, and which sites these pages may be on.',
  forOperators: 'Only operators of the producer see and change this.',
  back: 'All accounts',
  documents: {
    title: 'Queries of widgets',
    about: 'A widget on another site can run only these queries, and shows only what its token may read.',
    none: 'No query is registered.',
    noneNext: 'Widgets show nothing until the query of each is registered.',
    register: 'Register a query',
    since: (moment: string) => `since ${moment}`,
    hash: 'SHA-256',
    text: 'Show the query',
    registerTitle: 'Register a query for widgets',
    registerMeans: 'Pages of other sites may run it with a widget token. It must be one query that fits the contract.',
    registerAction: 'Register',
    name: 'Name',
    nameHint: 'What it is for, such as “Entitlements of the account”.',
    query: 'Query',
    remove: 'Remove',
    removeWhich: (name: string) => `Remove the query ${name}`,
    removeMeans: 'No new token can run it. Tokens that exist can, until they end.',
    removeAction: 'Remove query',
  },
  origins: {
    title: 'Sites of widgets',
    about: 'A widget token names the site whose pages use it. Only these sites may be named.',
    none: 'No site is listed, so a token may name any site.',
    noneNext: 'Add the first one, and all others are refused.',
    add: 'Add a site',
    addTitle: 'Allow a site to use widgets',
    addMeans: 'As soon as one site is listed, tokens for all other sites are refused.',
    addAction: 'Add site',
    origin: 'Address of the site',
    originHint: 'https:// and the name of the host, such as https://community.example.com.',
    remove: 'Remove',
    removeWhich: (origin: string) => `Remove the site ${origin}`,
    removeMeans: 'Its pages get no new tokens. If it is the last one, a token may name any site again.',
    removeAction: 'Remove site',
  },
  count: (documents: number, origins: number) =>
    `${f.count(documents)} ${f.plural(documents, { one: 'query', other: 'queries' })}, ${
      origins === 0 ? 'every site' : `${f.count(origins)} ${f.plural(origins, { one: 'site', other: 'sites' })}`
    }.`,
})

const de = (f: Format): ReturnType<typeof en> => ({
  page: 'Widgets auf anderen Seiten',
  sentence: 'Welche Abfragen Teile anderer Webseiten ausführen dürfen und auf welchen Seiten diese stehen dürfen.',
  forOperators: 'Nur der Betrieb des Herstellers sieht und ändert dies.',
  back: 'Alle Konten',
  documents: {
    title: 'Abfragen der Widgets',
    about: 'Ein Widget auf einer anderen Seite führt nur diese Abfragen aus und zeigt nur, was sein Token lesen darf.',
    none: 'Keine Abfrage ist registriert.',
    noneNext: 'Widgets zeigen nichts, bis die Abfrage eines jeden registriert ist.',
    register: 'Abfrage registrieren',
    since: (moment) => `seit ${moment}`,
    hash: 'SHA-256',
    text: 'Abfrage zeigen',
    registerTitle: 'Eine Abfrage für Widgets registrieren',
    registerMeans:
      'Andere Seiten dürfen sie mit einem Widget-Token ausführen. Es muss genau eine Abfrage sein, die zum Vertrag passt.',
    registerAction: 'Registrieren',
    name: 'Name',
    nameHint: 'Wofür sie ist, etwa „Berechtigungen des Kontos“.',
    query: 'Abfrage',
    remove: 'Entfernen',
    removeWhich: (name) => `Die Abfrage ${name} entfernen`,
    removeMeans: 'Kein neues Token kann sie ausführen. Vorhandene können es, bis sie enden.',
    removeAction: 'Abfrage entfernen',
  },
  origins: {
    title: 'Seiten der Widgets',
    about: 'Ein Widget-Token nennt die Website, deren Seiten es nutzen. Nur diese dürfen genannt werden.',
    none: 'Keine Website ist eingetragen, also darf ein Token jede nennen.',
    noneNext: 'Tragen Sie die erste ein, dann werden alle anderen abgewiesen.',
    add: 'Website eintragen',
    addTitle: 'Einer Website Widgets erlauben',
    addMeans: 'Sobald eine Website eingetragen ist, werden Token für alle anderen abgewiesen.',
    addAction: 'Website eintragen',
    origin: 'Adresse der Website',
    originHint: 'https:// und der Name des Rechners, etwa https://community.example.com.',
    remove: 'Entfernen',
    removeWhich: (origin) => `Die Website ${origin} entfernen`,
    removeMeans:
      'Ihre Seiten erhalten keine neuen Token. Ist sie die letzte, darf ein Token wieder jede Website nennen.',
    removeAction: 'Website entfernen',
  },
  count: (documents, origins) =>
    `${f.count(documents)} ${f.plural(documents, { one: 'Abfrage', other: 'Abfragen' })}, ${
      origins === 0 ? 'jede Website' : `${f.count(origins)} ${f.plural(origins, { one: 'Website', other: 'Websites' })}`
    }.`,
})

/** The texts of what pages of other sites may do. */
export const texts: ScreenTexts<ReturnType<typeof en>> = { en, de }
