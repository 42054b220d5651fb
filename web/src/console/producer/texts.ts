import type { ScreenTexts } from '../../portal/language/screenTexts.ts'

type Texts = {
  sentence: (count: number) => string
  parts: string
  tabs: Record<'people' | 'keys', string>
  add: string
  none: string
  noneNext: string
  closed: string
  closedNext: string
  columns: { name: string; role: string; status: string; seen: string; actions: string }
  active: string
  inactive: string
  erased: string
  noRole: string
  actionsOf: (name: string) => string
  notYourself: string
  role: string
  email: string
  deactivate: string
  reactivate: string
  erase: string
  addTitle: string
  addMeans: string
  userName: string
  userNameMeans: string
  address: string
  addressMeans: string
  displayName: string
  displayNameMeans: string
  roleMeans: Record<'OPERATOR' | 'SUPPORT_AGENT' | 'INTEGRATION', string>
  withoutRole: string
  withoutRoleMeans: string
  roleOf: (name: string) => string
  roleChangeMeans: string
  emailOf: (name: string) => string
  emailChangeMeans: string
  deactivateWho: (name: string) => string
  deactivateMeans: string
  reactivateWho: (name: string) => string
  reactivateMeans: string
  eraseWho: (name: string) => string
  eraseMeans: string
  keys: { title: string; about: string; none: string; role: string; create: string }
}

/** What the screen of the producer's people says. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    sentence: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'person works', other: 'people work' })} for all customers.`,
    parts: 'Parts',
    tabs: { people: 'People', keys: 'Keys of programs' },
    add: 'Add a person',
    none: 'Nobody has a role at the producer.',
    noneNext: 'Add the people who run the server and those who help customers.',
    closed: 'Only operators see who works for the producer.',
    closedNext: 'Ask one of them if somebody needs a role.',
    columns: { name: 'Name', role: 'Role', status: 'Status', seen: 'Last signed in', actions: 'Actions' },
    active: 'Can sign in',
    inactive: 'Deactivated',
    erased: 'Erased',
    noRole: 'none',
    actionsOf: (name) => `Actions for ${name}`,
    notYourself: 'You cannot do this to yourself. Ask another operator.',
    role: 'Change role',
    email: 'Change e-mail address',
    deactivate: 'Deactivate …',
    reactivate: 'Reactivate',
    erase: 'Erase personal data …',
    addTitle: 'Add a person of the producer',
    addMeans: 'They sign in with a link that is sent to their address, or with your identity provider.',
    userName: 'User name',
    userNameMeans: 'They sign in with it. Nobody else may have it. An e-mail address will do.',
    address: 'E-mail address',
    addressMeans: 'Links to sign in are sent there.',
    displayName: 'Name to show',
    displayNameMeans: 'Pages and records call them so.',
    roleMeans: {
      OPERATOR: 'reads and changes everything',
      SUPPORT_AGENT: 'reads everything that customers see, and changes nothing',
      INTEGRATION: 'reads everything, and changes what the key allows',
    },
    withoutRole: 'No role',
    withoutRoleMeans: 'has no access to customers',
    roleOf: (name) => `Change the role of ${name}`,
    roleChangeMeans: 'Their sessions end, so that they must sign in again.',
    emailOf: (name) => `Change the e-mail address of ${name}`,
    emailChangeMeans: 'Sessions, keys and links that rest on the old address end. Both addresses are told by e-mail.',
    deactivateWho: (name) => `Deactivate ${name}`,
    deactivateMeans: 'They can no longer sign in. Their sessions, links and keys end. You can reactivate them.',
    reactivateWho: (name) => `Reactivate ${name}`,
    reactivateMeans: 'They can sign in again. Keys that have ended stay ended.',
    eraseWho: (name) => `Erase the personal data of ${name}`,
    eraseMeans:
      'Name, address, credentials and memberships are erased for good, and so is what records say of the person. Nobody can undo this.',
    keys: {
      title: 'Keys of your programs',
      about: 'With such a key a program works for all customers, in its role.',
      none: 'No program of yours has a key.',
      role: 'Role of the program',
      create: 'Create an API key for a program of the producer',
    },
  }),
  de: (f) => ({
    sentence: (count) =>
      `${f.count(count)} ${f.plural(count, { one: 'Person arbeitet', other: 'Personen arbeiten' })} für alle Kunden.`,
    parts: 'Teile',
    tabs: { people: 'Personen', keys: 'Schlüssel der Programme' },
    add: 'Person hinzufügen',
    none: 'Niemand hat eine Rolle beim Hersteller.',
    noneNext: 'Fügen Sie hinzu, wer den Server betreibt und wer Kunden hilft.',
    closed: 'Nur der Betrieb sieht, wer für den Hersteller arbeitet.',
    closedNext: 'Fragen Sie dort nach, wenn jemand eine Rolle braucht.',
    columns: { name: 'Name', role: 'Rolle', status: 'Zustand', seen: 'Letzte Anmeldung', actions: 'Aktionen' },
    active: 'Kann sich anmelden',
    inactive: 'Deaktiviert',
    erased: 'Gelöscht',
    noRole: 'keine',
    actionsOf: (name) => `Aktionen für ${name}`,
    notYourself: 'Das geht nicht bei Ihnen selbst. Fragen Sie jemand anderen vom Betrieb.',
    role: 'Rolle ändern',
    email: 'E-Mail-Adresse ändern',
    deactivate: 'Deaktivieren …',
    reactivate: 'Reaktivieren',
    erase: 'Personendaten löschen …',
    addTitle: 'Person des Herstellers hinzufügen',
    addMeans: 'Sie meldet sich mit einem Link an, der an ihre Adresse geht, oder über Ihren Identitätsanbieter.',
    userName: 'Benutzername',
    userNameMeans: 'Damit meldet sie sich an. Niemand sonst darf ihn haben. Eine E-Mail-Adresse genügt.',
    address: 'E-Mail-Adresse',
    addressMeans: 'Dorthin gehen Links zum Anmelden.',
    displayName: 'Angezeigter Name',
    displayNameMeans: 'So nennen Seiten und Aufzeichnungen die Person.',
    roleMeans: {
      OPERATOR: 'liest und ändert alles',
      SUPPORT_AGENT: 'liest alles, was Kunden sehen, und ändert nichts',
      INTEGRATION: 'liest alles und ändert, was der Schlüssel erlaubt',
    },
    withoutRole: 'Keine Rolle',
    withoutRoleMeans: 'hat keinen Zugang zu Kunden',
    roleOf: (name) => `Rolle von ${name} ändern`,
    roleChangeMeans: 'Die Sitzungen der Person enden, sodass sie sich neu anmelden muss.',
    emailOf: (name) => `E-Mail-Adresse von ${name} ändern`,
    emailChangeMeans:
      'Sitzungen, Schlüssel und Links, die auf der alten Adresse beruhen, enden. Beide Adressen erfahren es per E-Mail.',
    deactivateWho: (name) => `${name} deaktivieren`,
    deactivateMeans:
      'Die Person kann sich nicht mehr anmelden. Ihre Sitzungen, Links und Schlüssel enden. Sie können sie reaktivieren.',
    reactivateWho: (name) => `${name} reaktivieren`,
    reactivateMeans: 'Die Person kann sich wieder anmelden. Schlüssel, die geendet haben, bleiben beendet.',
    eraseWho: (name) => `Personendaten von ${name} löschen`,
    eraseMeans:
      'Name, Adresse, Anmeldedaten und Mitgliedschaften werden für immer gelöscht, ebenso, was Aufzeichnungen über die Person sagen. Niemand kann das rückgängig machen.',
    keys: {
      title: 'Schlüssel Ihrer Programme',
      about: 'Mit einem solchen Schlüssel arbeitet ein Programm in seiner Rolle für alle Kunden.',
      none: 'Keines Ihrer Programme hat einen Schlüssel.',
      role: 'Rolle des Programms',
      create: 'API-Schlüssel für ein Programm des Herstellers erstellen',
    },
  }),
}
