import { lineStatesDe } from '../../portal/language/lineStates.de.ts'
import { unitNamesDe } from '../../portal/language/unitNames.ts'
import type { Texts } from './en.ts'

/** The texts of the widgets in German. */
export const de: Texts = {
  retry: 'Noch einmal versuchen',
  portal: 'Portal öffnen',
  account: 'Konto',
  signIn: 'Anmelden',
  stale: 'Dies ist vielleicht nicht mehr aktuell.',
  licenses: 'Lizenzen',
  columns: ['Produkt', 'Menge', 'In Gebrauch', 'Status', 'Abgedeckt bis', 'Endet am'],
  signedOut: 'Melden Sie sich an, um zu sehen, was Ihnen hier gehört.',
  noLicenses: 'Heute ist hier keine Lizenz aktiv. Das Portal zeigt auch, was beendet ist und was später beginnt.',
  more: 'Mehr zeigen',
  shown: (shown, all) => `${shown} von ${all}`,
  order: 'Bestellung',
  trial: 'Testversion',
  unlimited: 'unbegrenzt',
  unknown: 'noch nicht bekannt',
  used: (used, rest, over) => `${used} belegt, ${rest} ${over ? 'zu viel' : 'frei'}`,
  withoutEnd: 'ohne Ende',
  notCovered: 'nicht abgedeckt',
  ended: 'beendet',
  state: lineStatesDe,
  renewals: 'Verlängerungen',
  within: (days) => `In ${days} Tagen`,
  lines: (count) => (count === 1 ? 'Lizenz' : 'Lizenzen'),
  coverages: (count) => (count === 1 ? 'Leistung' : 'Leistungen'),
  months: ['Monat', 'Lizenzen enden', 'Leistung endet'],
  noRenewals: (months) => `In den nächsten Monaten (${months}) endet weder eine Lizenz noch eine Leistung.`,
  kind: { MAINTENANCE: 'Wartung', SUPPORT: 'Support', SUBSCRIPTION: 'Abonnement' },
  failed: {
    NETWORK: 'Der Lizenzserver ist nicht erreichbar. Prüfen Sie Ihre Verbindung.',
    SERVICE_CLOSED: 'Ihr Zugang umfasst keine Lizenzen. Die Verwaltung Ihres Kontos kann ihn öffnen.',
    FOREIGN_ORIGIN: 'Diese Website darf keine Lizenzen zeigen: Ihre Adresse gehört nicht zu denen des Tokens.',
    NOT_FOUND: 'Was diese Seite zeigen will, gibt es nicht, oder Sie dürfen es nicht sehen.',
    DOCUMENT_UNKNOWN: 'Dieses Widget und der Server passen nicht zusammen. Laden Sie die Seite neu.',
    UNAUTHENTICATED: 'Ihr Zugang ist abgelaufen. Melden Sie sich neu an.',
  },
  failure: 'Dies kann gerade nicht gezeigt werden. Versuchen Sie es gleich noch einmal.',
  units: unitNamesDe,
}
