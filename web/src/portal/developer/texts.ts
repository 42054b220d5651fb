import type { KeyScope } from '../contract/types.ts'
import type { Format } from '../language/format.ts'
import type { ScreenTexts } from '../language/screenTexts.ts'
import type { ClientName } from './examples.ts'
import type { FoundKind } from './find.ts'
import type { Kind } from './reference.ts'
import type { DeveloperPart } from './search.ts'

/** What stands between backticks is a name, which is written in a monospace face. */
const en = (f: Format) => ({
  sentence: 'Programs of yours can read and change what this portal shows: with GraphQL, at one address.',
  parts: 'Parts of the page',
  part: { guide: 'How to query', reference: 'Reference', codes: 'Error codes' } satisfies Record<DeveloperPart, string>,
  copy: 'Copy',
  copied: 'Copied',

  address: {
    title: 'Where to ask',
    text: 'Send operations with POST, as JSON with `query` and `variables`, and with a key in the header `Authorization`.',
    endpoint: 'Endpoint',
    account: 'This account',
    header: 'Header',
  },
  credentials: {
    title: 'With what to ask',
    key: {
      who: 'A program of yours: an API key',
      what: 'Keep the key where the program runs, and never in a web page. A key of your own may do what you may do. A key of the account has roles and services of its own, and goes on working if you leave. Every key has a last day, and is shown only once.',
      own: 'Your API keys',
      ofAccount: 'API keys of the account',
      scopes: 'A key has one or more scopes:',
    },
    scope: {
      READ: 'Queries and exports. Without this scope, an operation may ask for `viewer` alone.',
      WRITE: 'Mutations.',
      PROVISION: 'Your identity provider manages the members with it, by SCIM at `/scim/v2`. For keys of an account.',
      MINT_WIDGET_TOKENS: 'Makes widget tokens with `mintWidgetToken`. For keys of an account.',
    } satisfies Record<KeyScope, string>,
    token: {
      who: 'A page of another site: a widget token',
      what: 'The server of the site calls `mintWidgetToken` with a key, whenever it serves the page, and gives the token to the page. A token is for one person or one account, for the origins that you name, and for queries that the producer has registered. It can only read, and lives for ten minutes at most.',
      link: 'mintWidgetToken in the reference',
    },
    session: {
      who: 'This browser: the playground',
      what: 'The session of a browser runs trusted documents only, which are those of the pages of this server. If a page sends the text of a query, it is refused with `TRUSTED_DOCUMENTS_ONLY`. To try a query out, open the playground, which takes text.',
      link: 'Open the playground',
    },
  },
  examples: {
    title: 'Three examples',
    text: 'Each lists line items of this account. They need a key with the scope READ, of somebody with access to licensing.',
    name: {
      curl: 'A command: curl',
      fetch: 'JavaScript without a library: fetch',
      urql: 'JavaScript with a client: urql',
    } satisfies Record<ClientName, string>,
    about: {
      curl: 'The key comes from the environment. The command prints the first page of the list.',
      fetch: 'It reads all pages of the list. Save it as `lines.mjs`.',
      urql: 'Without a cache; the documentation has one for Relay, Apollo Client and urql. Save it as `lines.mjs`.',
    } satisfies Record<ClientName, string>,
    copyWhich: (name: string) => `Copy the example: ${name}`,
    run: { curl: 'First', fetch: 'Run it with', urql: 'Run it with' } satisfies Record<ClientName, string>,
  },
  rules: {
    title: 'What holds for every request',
    limits: {
      name: 'Limits',
      what: 'A key may send 600 requests a minute, unless the producer allows another number. The header `RateLimit` says how many are left. Beyond that, the answer is `RATE_LIMITED` with status 429, and `Retry-After` says how long to wait. One operation has at most 500 fields, 20 of them inside each other.',
    },
    errors: {
      name: 'Errors',
      what: 'Act on the code, in `extensions.code`. A field that is refused is null, and the rest is answered. A change that is refused has status 200, and its reasons in `errors` of its result, each with `code`, `field` and `remedy`.',
      link: 'All error codes',
    },
    pages: {
      name: 'Pages',
      what: 'A list has 20 rows unless `first` says 1 to 100. As long as `pageInfo.hasNextPage` is true, ask again with `after: endCursor`. A cursor belongs to its list, with the same filter and order.',
    },
    day: {
      name: 'The day',
      what: 'Status, amounts and coverage are those of today, or of the day that `on` names, such as `status(on: "2027-03-31")`. Days are written as `YYYY-MM-DD`, and the last day of a right is part of it.',
      link: 'LineItem in the reference',
    },
    dryRun: {
      name: 'Dry run',
      what: 'With `dryRun: true`, a change does nothing, and says in `effects`, `warnings` and `errors` what it would do.',
    },
    repeat: {
      name: 'Repeat safely',
      what: 'Send an `idempotencyKey` of your own with each change. If the answer is lost, send the same request with the same key within 24 hours: nothing is done twice, and `replayed` is true. Another request with the same key is refused with `IDEMPOTENCY_CONFLICT`.',
    },
    hash: {
      name: 'Documents by hash',
      what: 'Instead of the text of a document that the server knows, send its SHA-256 as `documentId: "sha256:…"`, or as a persisted query of Apollo. Those are the documents of this portal, and those that the producer has registered. Any other is refused with `DOCUMENT_UNKNOWN`; send its text.',
    },
    copies: {
      name: 'Copies',
      what: 'A program that keeps a copy of a list asks only for what has changed, with the order `UPDATED` and the filter `updatedSince`: the beginning of its run before, less five minutes.',
    },
  },

  reference: {
    label: 'Reference of the contract',
    search: 'Search types, fields, arguments and codes',
    found: (shown: number, all: number) =>
      all === 0
        ? 'Nothing in the contract has these words in its name or its description.'
        : shown < all
          ? `${f.count(shown)} of ${f.count(all)} results. More letters make them fewer.`
          : `${f.count(all)} ${f.plural(all, { one: 'result', other: 'results' })}. Arrow keys choose, Enter opens.`,
    sentence: (types: number, fields: number) =>
      `${f.count(types)} types with ${f.count(fields)} fields. Descriptions are in English.`,
    all: 'All types',
    queries: 'Queries',
    changes: 'Changes',
    objects: 'Types',
    inputs: 'Inputs',
    others: 'Other types',
    results: 'Results and pages',
    kind: {
      OBJECT: 'Object',
      INTERFACE: 'Interface',
      UNION: 'Union',
      INPUT: 'Input',
      ENUM: 'Enum',
      SCALAR: 'Scalar',
      DIRECTIVE: 'Directive',
    } satisfies Record<Kind, string>,
    foundKind: {
      type: 'Type',
      field: 'Field',
      argument: 'Argument',
      value: 'Value',
      directive: 'Directive',
      code: 'Error code',
    } satisfies Record<FoundKind, string>,
    fields: 'Fields',
    args: 'Arguments',
    values: 'Values',
    implements: 'Implements',
    members: 'Types that it can be',
    locations: 'May stand at',
    form: 'Its form is described by',
    oneOf: 'Exactly one of its fields is given.',
    usual: 'default',
    deprecated: 'Deprecated:',
    returnedBy: 'Returned by',
    takenBy: 'Taken by',
    allUses: (count: number) => `Show ${f.count(count)} more`,
    playground: 'Open in the playground',
    playgroundWhich: (field: string) => `Open in the playground: ${field}`,
    unknown: (name: string) => `The contract has no type with the name ${name}.`,
    unknownNext: 'It may have been renamed or removed. Search for it, or look through all types.',
  },
  codes: {
    sentence: (count: number) =>
      `${f.count(count)} codes. A code never changes its meaning; messages and remedies may. Descriptions are in English.`,
    remedy: 'What to do',
    parameters: 'Parameters',
    status: 'Status',
    warning: 'Warning',
    where: {
      'Of a field': 'Of a field',
      'Of an operation': 'Of an operation',
      'Of a request': 'Of a request',
      'Of a change': 'Of a change',
      'Of signing in': 'Of signing in',
      'Of provisioning': 'Of provisioning',
      'Of the command line': 'Of the command line',
    } as Record<string, string>,
  },
})

const de = (f: Format): ReturnType<typeof en> => ({
  sentence: 'Ihre Programme können lesen und ändern, was dieses Portal zeigt: mit GraphQL, unter einer Adresse.',
  parts: 'Teile der Seite',
  part: { guide: 'So fragen Sie ab', reference: 'Referenz', codes: 'Fehlercodes' },
  copy: 'Kopieren',
  copied: 'Kopiert',

  address: {
    title: 'Wohin Sie fragen',
    text: 'Senden Sie Operationen mit POST, als JSON mit `query` und `variables` und mit einem Schlüssel im Header `Authorization`.',
    endpoint: 'Endpunkt',
    account: 'Dieses Konto',
    header: 'Header',
  },
  credentials: {
    title: 'Womit Sie fragen',
    key: {
      who: 'Ein Programm von Ihnen: ein API-Schlüssel',
      what: 'Bewahren Sie den Schlüssel dort auf, wo das Programm läuft, und nie in einer Webseite. Ein eigener Schlüssel darf, was Sie dürfen. Ein Schlüssel des Kontos hat eigene Rollen und Dienste und funktioniert weiter, wenn Sie gehen. Jeder Schlüssel hat einen letzten Tag und wird nur einmal gezeigt.',
      own: 'Ihre API-Schlüssel',
      ofAccount: 'API-Schlüssel des Kontos',
      scopes: 'Ein Schlüssel hat einen oder mehrere Bereiche:',
    },
    scope: {
      READ: 'Abfragen und Exporte. Ohne diesen Bereich darf eine Operation nur nach `viewer` fragen.',
      WRITE: 'Änderungen.',
      PROVISION:
        'Ihr Identitätsanbieter verwaltet damit die Mitglieder, mit SCIM unter `/scim/v2`. Für Schlüssel eines Kontos.',
      MINT_WIDGET_TOKENS: 'Stellt mit `mintWidgetToken` Widget-Token aus. Für Schlüssel eines Kontos.',
    },
    token: {
      who: 'Eine Seite einer anderen Website: ein Widget-Token',
      what: 'Der Server der Website ruft mit einem Schlüssel `mintWidgetToken` auf, sooft er die Seite ausliefert, und gibt ihr das Token mit. Ein Token gilt für eine Person oder ein Konto, für die Origins, die Sie nennen, und für Abfragen, die der Hersteller registriert hat. Es kann nur lesen und gilt höchstens zehn Minuten.',
      link: 'mintWidgetToken in der Referenz',
    },
    session: {
      who: 'Dieser Browser: der Playground',
      what: 'Die Sitzung eines Browsers führt nur vertraute Dokumente aus, also die der Seiten dieses Servers. Sendet eine Seite den Text einer Abfrage, wird er mit `TRUSTED_DOCUMENTS_ONLY` abgelehnt. Um eine Abfrage auszuprobieren, öffnen Sie den Playground, der Text annimmt.',
      link: 'Playground öffnen',
    },
  },
  examples: {
    title: 'Drei Beispiele',
    text: 'Jedes listet Positionen dieses Kontos auf. Sie brauchen einen Schlüssel mit dem Bereich READ von jemandem, der Zugang zur Lizenzierung hat.',
    name: {
      curl: 'Ein Befehl: curl',
      fetch: 'JavaScript ohne Bibliothek: fetch',
      urql: 'JavaScript mit einem Client: urql',
    },
    about: {
      curl: 'Der Schlüssel kommt aus der Umgebung. Der Befehl gibt die erste Seite der Liste aus.',
      fetch: 'Es liest alle Seiten der Liste. Speichern Sie es als `lines.mjs`.',
      urql: 'Ohne Cache; die Dokumentation hat einen für Relay, Apollo Client und urql. Speichern Sie es als `lines.mjs`.',
    },
    copyWhich: (name) => `Beispiel kopieren: ${name}`,
    run: { curl: 'Zuerst', fetch: 'So läuft es', urql: 'So läuft es' },
  },
  rules: {
    title: 'Was für jede Anfrage gilt',
    limits: {
      name: 'Grenzen',
      what: 'Ein Schlüssel darf 600 Anfragen in der Minute senden, wenn der Hersteller nichts anderes erlaubt. Der Header `RateLimit` sagt, wie viele übrig sind. Darüber ist die Antwort `RATE_LIMITED` mit Status 429, und `Retry-After` sagt, wie lange zu warten ist. Eine Operation hat höchstens 500 Felder, davon 20 ineinander.',
    },
    errors: {
      name: 'Fehler',
      what: 'Richten Sie sich nach dem Code in `extensions.code`. Ein Feld, das abgelehnt wird, ist null, und der Rest wird beantwortet. Eine abgelehnte Änderung hat Status 200 und die Gründe in `errors` ihres Ergebnisses, jeweils mit `code`, `field` und `remedy`.',
      link: 'Alle Fehlercodes',
    },
    pages: {
      name: 'Seiten einer Liste',
      what: 'Eine Liste hat 20 Zeilen, wenn `first` nicht 1 bis 100 nennt. Solange `pageInfo.hasNextPage` wahr ist, fragen Sie mit `after: endCursor` weiter. Ein Cursor gehört zu seiner Liste, mit demselben Filter und derselben Reihenfolge.',
    },
    day: {
      name: 'Der Tag',
      what: 'Status, Mengen und Leistungen sind die von heute oder die des Tages, den `on` nennt, etwa `status(on: "2027-03-31")`. Tage werden als `YYYY-MM-DD` geschrieben, und der letzte Tag eines Rechts gehört dazu.',
      link: 'LineItem in der Referenz',
    },
    dryRun: {
      name: 'Probelauf',
      what: 'Mit `dryRun: true` ändert sich nichts, und `effects`, `warnings` und `errors` sagen, was geschähe.',
    },
    repeat: {
      name: 'Sicher wiederholen',
      what: 'Senden Sie mit jeder Änderung einen eigenen `idempotencyKey`. Geht die Antwort verloren, senden Sie innerhalb von 24 Stunden dieselbe Anfrage mit demselben Schlüssel: Nichts geschieht zweimal, und `replayed` ist wahr. Eine andere Anfrage mit demselben Schlüssel wird mit `IDEMPOTENCY_CONFLICT` abgelehnt.',
    },
    hash: {
      name: 'Dokumente nach Hash',
      what: 'Statt des Textes eines Dokuments, das der Server kennt, senden Sie dessen SHA-256 als `documentId: "sha256:…"` oder als Persisted Query von Apollo. Das sind die Dokumente dieses Portals und die, die der Hersteller registriert hat. Jedes andere wird mit `DOCUMENT_UNKNOWN` abgelehnt; senden Sie seinen Text.',
    },
    copies: {
      name: 'Kopien',
      what: 'Ein Programm, das die Kopie einer Liste hält, fragt nur nach dem, was sich geändert hat, mit der Reihenfolge `UPDATED` und dem Filter `updatedSince`: dem Beginn des vorigen Laufs, weniger fünf Minuten.',
    },
  },

  reference: {
    label: 'Referenz des API-Vertrags',
    search: 'Typen, Felder, Argumente und Codes suchen',
    found: (shown, all) =>
      all === 0
        ? 'Nichts im Vertrag hat diese Wörter im Namen oder in der Beschreibung.'
        : shown < all
          ? `${f.count(shown)} von ${f.count(all)} Ergebnissen. Mehr Buchstaben machen es weniger.`
          : `${f.count(all)} ${f.plural(all, { one: 'Ergebnis', other: 'Ergebnisse' })}. Pfeiltasten wählen, die Eingabetaste öffnet.`,
    sentence: (types, fields) =>
      `${f.count(types)} Typen mit ${f.count(fields)} Feldern. Die Beschreibungen sind auf Englisch.`,
    all: 'Alle Typen',
    queries: 'Abfragen',
    changes: 'Änderungen',
    objects: 'Typen',
    inputs: 'Eingaben',
    others: 'Weitere Typen',
    results: 'Ergebnisse und Seiten',
    kind: {
      OBJECT: 'Objekt',
      INTERFACE: 'Schnittstelle',
      UNION: 'Vereinigung',
      INPUT: 'Eingabe',
      ENUM: 'Aufzählung',
      SCALAR: 'Skalar',
      DIRECTIVE: 'Direktive',
    },
    foundKind: {
      type: 'Typ',
      field: 'Feld',
      argument: 'Argument',
      value: 'Wert',
      directive: 'Direktive',
      code: 'Fehlercode',
    },
    fields: 'Felder',
    args: 'Argumente',
    values: 'Werte',
    implements: 'Erfüllt',
    members: 'Typen, die es sein kann',
    locations: 'Darf stehen bei',
    form: 'Seine Form beschreibt',
    oneOf: 'Genau eines seiner Felder wird angegeben.',
    usual: 'sonst',
    deprecated: 'Veraltet:',
    returnedBy: 'Zurückgegeben von',
    takenBy: 'Angenommen von',
    allUses: (count) => `${f.count(count)} weitere zeigen`,
    playground: 'Im Playground öffnen',
    playgroundWhich: (field) => `Im Playground öffnen: ${field}`,
    unknown: (name) => `Der Vertrag hat keinen Typ mit dem Namen ${name}.`,
    unknownNext: 'Er wurde vielleicht umbenannt oder entfernt. Suchen Sie danach, oder sehen Sie alle Typen durch.',
  },
  codes: {
    sentence: (count) =>
      `${f.count(count)} Codes. Ein Code ändert seine Bedeutung nie; Meldungen und Abhilfen können sich ändern. Die Beschreibungen sind auf Englisch.`,
    remedy: 'Was zu tun ist',
    parameters: 'Parameter',
    status: 'Status',
    warning: 'Warnung',
    where: {
      'Of a field': 'Eines Feldes',
      'Of an operation': 'Einer Operation',
      'Of a request': 'Einer Anfrage',
      'Of a change': 'Einer Änderung',
      'Of signing in': 'Der Anmeldung',
      'Of provisioning': 'Der Bereitstellung',
      'Of the command line': 'Der Kommandozeile',
    },
  },
})

/** The texts of the page for developers. */
export const texts = { en, de } satisfies ScreenTexts<ReturnType<typeof en>>
