import type { ScreenTexts } from '../../portal/language/screenTexts.ts'

type Texts = {
  newAccount: string
  newUser: string
  actionsOf: (name: string) => string
  change: string
  link: string
  unlink: (parent: string) => string
  retire: string
  reinstate: string
  retired: (day: string) => string
  name: string
  kind: string
  description: string
  address: Record<'street' | 'postalCode' | 'city' | 'state' | 'country' | 'region', string>
  countryMeans: string
  visible: string
  visibleMeans: string
  shown: string
  hidden: string
  newTitle: string
  newMeans: string
  newAction: string
  open: (name: string) => string
  /** Leads to where people are invited to an account that has no administrator yet. */
  inviteFirst: string
  changeTitle: (name: string) => string
  changeAction: string
  retireTitle: (name: string) => string
  retireMeans: string
  retireAction: string
  reinstateTitle: (name: string) => string
  reinstateMeans: string
  reinstateAction: string
  linkTitle: (name: string) => string
  linkMeans: string
  linkAction: string
  find: string
  findMeans: string
  above: string
  choose: string
  noneFound: string
  unlinkTitle: (name: string, parent: string) => string
  unlinkMeans: string
  unlinkAction: string
  people: (count: string, names: string) => string
  programs: (count: string) => string
  userTitle: string
  userMeans: string
  userAction: string
  firstName: string
  lastName: string
  displayName: string
  phone: string
  changeUser: string
  changeUserTitle: (name: string) => string
  changeUserMeans: string
  changeUserAction: string
  language: string
}

/** What the dialogs say with which operators enter accounts and people. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    newAccount: 'New account',
    newUser: 'New user',
    actionsOf: (name) => `Actions for ${name}`,
    change: 'Change account',
    link: 'Place below another account …',
    unlink: (parent) => `Remove from below ${parent} …`,
    retire: 'Retire …',
    reinstate: 'Reinstate',
    retired: (moment) => `retired since ${f.moment(moment)}`,
    name: 'Name',
    kind: 'Kind',
    description: 'Note',
    address: {
      street: 'Street and number',
      postalCode: 'Postal code',
      city: 'City',
      state: 'State or province',
      country: 'Country',
      region: 'Sales region',
    },
    countryMeans: 'Its code with two letters, such as DE.',
    visible: 'In the portal',
    visibleMeans: 'Whether customers see the account there.',
    shown: 'shown',
    hidden: 'not shown',
    newTitle: 'New account',
    newMeans: 'It has no members yet. Invite its first administrator afterwards.',
    newAction: 'Create account',
    open: (name) => `Open the page of ${name}`,
    inviteFirst: 'Invite its first administrator',
    changeTitle: (name) => `Change ${name}`,
    changeAction: 'Change account',
    retireTitle: (name) => `Retire ${name}`,
    retireMeans: 'It is granted nothing new. What it has stays, and its members see and use it as before.',
    retireAction: 'Retire account',
    reinstateTitle: (name) => `Reinstate ${name}`,
    reinstateMeans: 'It can be granted new rights again.',
    reinstateAction: 'Reinstate account',
    linkTitle: (name) => `Place ${name} below another account`,
    linkMeans: 'Members of the accounts above whose access includes the accounts below will see it too.',
    linkAction: 'Place account',
    find: 'Find the account',
    findMeans: 'Words of its name.',
    above: 'Account above',
    choose: 'Choose an account',
    noneFound: 'No account with these words',
    unlinkTitle: (name, parent) => `Remove ${name} from below ${parent}`,
    unlinkMeans: 'Members of the accounts above no longer see it, unless it is below them in another place too.',
    unlinkAction: 'Remove from there',
    people: (count, names) => `People: ${count}. The first are: ${names}.`,
    programs: (count) => `API keys: ${count}.`,
    userTitle: 'New user',
    userMeans:
      'They have no access until somebody invites them to an account or they ask for it. Nobody needs a password.',
    userAction: 'Add user',
    firstName: 'First name',
    lastName: 'Last name',
    displayName: 'Name on pages',
    phone: 'Telephone',
    changeUser: 'Change names',
    changeUserTitle: (name) => `Change ${name}`,
    changeUserMeans: 'What is emptied is removed. The user name stays.',
    changeUserAction: 'Change person',
    language: 'Language of e-mails',
  }),
  de: (f) => ({
    newAccount: 'Neues Konto',
    newUser: 'Neue Person',
    actionsOf: (name) => `Aktionen für ${name}`,
    change: 'Konto ändern',
    link: 'Unter ein anderes Konto stellen …',
    unlink: (parent) => `Nicht mehr unter ${parent} führen …`,
    retire: 'Stilllegen …',
    reinstate: 'Wieder öffnen',
    retired: (moment) => `stillgelegt seit ${f.moment(moment)}`,
    name: 'Name',
    kind: 'Art',
    description: 'Notiz',
    address: {
      street: 'Straße und Hausnummer',
      postalCode: 'Postleitzahl',
      city: 'Ort',
      state: 'Bundesland oder Provinz',
      country: 'Land',
      region: 'Vertriebsregion',
    },
    countryMeans: 'Der Code mit zwei Buchstaben, etwa DE.',
    visible: 'Im Portal',
    visibleMeans: 'Ob Kunden das Konto dort sehen.',
    shown: 'zu sehen',
    hidden: 'nicht zu sehen',
    newTitle: 'Neues Konto',
    newMeans: 'Es hat noch keine Mitglieder. Laden Sie danach ein, wer es verwalten soll.',
    newAction: 'Konto anlegen',
    open: (name) => `Seite von ${name} öffnen`,
    inviteFirst: 'Einladen, wer es als Erstes verwaltet',
    changeTitle: (name) => `${name} ändern`,
    changeAction: 'Konto ändern',
    retireTitle: (name) => `${name} stilllegen`,
    retireMeans:
      'Dem Konto wird nichts Neues gewährt. Was es hat, bleibt, und seine Mitglieder sehen und nutzen es wie bisher.',
    retireAction: 'Konto stilllegen',
    reinstateTitle: (name) => `${name} wieder öffnen`,
    reinstateMeans: 'Dem Konto können wieder neue Rechte gewährt werden.',
    reinstateAction: 'Konto wieder öffnen',
    linkTitle: (name) => `${name} unter ein anderes Konto stellen`,
    linkMeans: 'Mitglieder der Konten darüber, deren Zugang die Konten darunter einschließt, sehen es dann auch.',
    linkAction: 'Konto dorthin stellen',
    find: 'Konto suchen',
    findMeans: 'Wörter seines Namens.',
    above: 'Konto darüber',
    choose: 'Konto wählen',
    noneFound: 'Kein Konto mit diesen Wörtern',
    unlinkTitle: (name, parent) => `${name} nicht mehr unter ${parent} führen`,
    unlinkMeans:
      'Mitglieder der Konten darüber sehen es nicht mehr, außer wenn es auch an anderer Stelle unter ihnen steht.',
    unlinkAction: 'Von dort entfernen',
    people: (count, names) => `Personen: ${count}. Die ersten sind: ${names}.`,
    programs: (count) => `API-Schlüssel: ${count}.`,
    userTitle: 'Neue Person',
    userMeans:
      'Sie hat keinen Zugang, bis jemand sie in ein Konto einlädt oder sie Zugang beantragt. Niemand braucht ein Passwort.',
    userAction: 'Person hinzufügen',
    firstName: 'Vorname',
    lastName: 'Nachname',
    displayName: 'Name auf Seiten',
    phone: 'Telefon',
    changeUser: 'Namen ändern',
    changeUserTitle: (name) => `${name} ändern`,
    changeUserMeans: 'Was Sie leeren, wird entfernt. Der Benutzername bleibt.',
    changeUserAction: 'Person ändern',
    language: 'Sprache der E-Mails',
  }),
}
