import type { ScreenTexts } from '../../portal/language/screenTexts.ts'
import type { Result } from './found.ts'

type Texts = {
  title: string
  sentence: string
  field: string
  placeholder: string
  groups: Record<Result['kind'], string>
  recent: string
  recentNone: string
  /** What a thing is called that has no page of its own, by the type of the contract. */
  types: Record<string, string>
  nothing: string
  nothingNext: string
  orders: string
  several: string
  more: (count: number) => string
  allOf: (shown: number, all: number) => string
  noAccount: string
  inactive: string
  viewAs: string
}

/** What the search of the console says. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    title: 'Find',
    sentence: 'By what a customer reads out to you, or by the name of an account or a person.',
    field: 'Id, number, name or e-mail address',
    placeholder: 'Any id or number, an account, a person or an e-mail address',
    groups: {
      account: 'Accounts',
      line: 'Line items',
      entitlement: 'Entitlements',
      person: 'People',
      device: 'Devices and license servers',
      other: 'Other',
    },
    recent: 'Opened last',
    recentNone: 'What you open from here is listed here for as long as this tab is open.',
    types: {
      AccessRequest: 'Request for access',
      Invitation: 'Invitation',
      ApiKey: 'API key',
      DirectoryGroup: 'Group of the directory',
      DirectoryRecord: 'Person of the directory',
      AuditEntry: 'Record',
      UsageRecord: 'Usage record',
    },
    nothing: 'Nothing has this name, id or number.',
    nothingNext: 'Activation ids and ids of other systems are found only as a whole.',
    orders: 'Orders cannot be found by their number; look for the entitlement.',
    several: 'Several things have this name or activation id. They are all listed.',
    more: (count) => `and ${f.count(count)} more`,
    allOf: (shown, all) => `${f.count(shown)} of ${f.count(all)} shown. More words find the others.`,
    noAccount: 'member of no account',
    inactive: 'cannot sign in',
    viewAs: 'View as …',
  }),
  de: (f) => ({
    title: 'Suche',
    sentence: 'Nach dem, was ein Kunde Ihnen vorliest, oder nach dem Namen eines Kontos oder einer Person.',
    field: 'Kennung, Nummer, Name oder E-Mail-Adresse',
    placeholder: 'Kennung, Nummer, Konto, Person oder E-Mail-Adresse',
    groups: {
      account: 'Konten',
      line: 'Positionen',
      entitlement: 'Berechtigungen',
      person: 'Personen',
      device: 'Geräte und Lizenzserver',
      other: 'Anderes',
    },
    recent: 'Zuletzt geöffnet',
    recentNone: 'Was Sie von hier öffnen, steht hier, solange dieser Tab offen ist.',
    types: {
      AccessRequest: 'Antrag auf Zugang',
      Invitation: 'Einladung',
      ApiKey: 'API-Schlüssel',
      DirectoryGroup: 'Gruppe des Verzeichnisses',
      DirectoryRecord: 'Person des Verzeichnisses',
      AuditEntry: 'Eintrag',
      UsageRecord: 'Nutzungsmeldung',
    },
    nothing: 'Nichts hat diesen Namen, diese Kennung oder diese Nummer.',
    nothingNext: 'Aktivierungskennungen und Kennungen anderer Systeme werden nur im Ganzen gefunden.',
    orders: 'Bestellungen lassen sich nicht nach ihrer Nummer finden; suchen Sie die Berechtigung.',
    several: 'Mehreres heißt so oder hat diese Aktivierungskennung. Alles davon steht hier.',
    more: (count) => `und ${f.count(count)} weitere`,
    allOf: (shown, all) => `${f.count(shown)} von ${f.count(all)} gezeigt. Weitere Wörter finden die anderen.`,
    noAccount: 'Mitglied keines Kontos',
    inactive: 'kann sich nicht anmelden',
    viewAs: 'Als Kunde ansehen …',
  }),
}
