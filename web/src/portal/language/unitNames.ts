/**
 * What the units that Muniment brings along are called in German, one and several. The contract has their English names.
 * The widgets use these names too.
 */
export const unitNamesDe: Readonly<Record<string, readonly [one: string, several: string] | undefined>> = {
  SEAT: ['Platz', 'Plätze'],
  NAMED_USER: ['benannter Benutzer', 'benannte Benutzer'],
  CONCURRENT_USER: ['gleichzeitiger Benutzer', 'gleichzeitige Benutzer'],
  EMPLOYEE_USER: ['Beschäftigter', 'Beschäftigte'],
  ENDPOINT: ['Endgerät', 'Endgeräte'],
  ENDPOINT_AVERAGE: ['Endgerät (Durchschnitt)', 'Endgeräte (Durchschnitt)'],
  SERVER: ['Server', 'Server'],
  INSTANCE: ['Instanz', 'Instanzen'],
  CORE: ['Kern', 'Kerne'],
  SOCKET_PAIR: ['Sockelpaar', 'Sockelpaare'],
  VALUE_UNIT: ['Werteinheit', 'Werteinheiten'],
  CAL_USER: ['Zugriff (Benutzer)', 'Zugriffe (Benutzer)'],
  CAL_DEVICE: ['Zugriff (Gerät)', 'Zugriffe (Gerät)'],
  GB_STORED: ['gespeichertes Gigabyte', 'gespeicherte Gigabyte'],
  GIB_STORED: ['gespeichertes Gibibyte', 'gespeicherte Gibibyte'],
  GB_DELIVERED: ['ausgeliefertes Gigabyte', 'ausgelieferte Gigabyte'],
  GBIT_PER_SECOND: ['Gigabit je Sekunde', 'Gigabit je Sekunde'],
  API_CALL: ['Aufruf', 'Aufrufe'],
  API_CALL_THOUSAND: ['tausend Aufrufe', 'Tausend Aufrufe'],
  MILLION_EVENT: ['Million Ereignisse', 'Millionen Ereignisse'],
  TOKEN: ['Token', 'Token'],
  REVENUE: ['Umsatz', 'Umsatz'],
  REVENUE_MILLION: ['Million Umsatz', 'Millionen Umsatz'],
  SITE: ['Standort', 'Standorte'],
  HOUR: ['Stunde', 'Stunden'],
  DEVICE: ['Gerät', 'Geräte'],
  EXTERNAL_USER: ['externer Benutzer', 'externe Benutzer'],
  TRANSACTION: ['Vorgang', 'Vorgänge'],
  UNKNOWN: ['unbekannte Einheit', 'unbekannte Einheiten'],
}

/** What several and one are called after "of" if they differ, as in "3 von 5 Plätzen". */
const afterOf: Readonly<Record<string, readonly [several: string, one?: string] | undefined>> = {
  SEAT: ['Plätzen'],
  NAMED_USER: ['benannten Benutzern', 'benannten Benutzer'],
  CONCURRENT_USER: ['gleichzeitigen Benutzern', 'gleichzeitigen Benutzer'],
  EMPLOYEE_USER: ['Beschäftigten', 'Beschäftigten'],
  ENDPOINT: ['Endgeräten'],
  ENDPOINT_AVERAGE: ['Endgeräten (Durchschnitt)'],
  SERVER: ['Servern'],
  CORE: ['Kernen'],
  SOCKET_PAIR: ['Sockelpaaren'],
  CAL_USER: ['Zugriffen (Benutzer)'],
  CAL_DEVICE: ['Zugriffen (Gerät)'],
  GB_STORED: ['gespeicherten Gigabyte', 'gespeicherten Gigabyte'],
  GIB_STORED: ['gespeicherten Gibibyte', 'gespeicherten Gibibyte'],
  GB_DELIVERED: ['ausgelieferten Gigabyte', 'ausgelieferten Gigabyte'],
  API_CALL: ['Aufrufen'],
  API_CALL_THOUSAND: ['Tausend Aufrufen', 'tausend Aufrufen'],
  MILLION_EVENT: ['Millionen Ereignissen', 'Million Ereignissen'],
  SITE: ['Standorten'],
  DEVICE: ['Geräten'],
  EXTERNAL_USER: ['externen Benutzern', 'externen Benutzer'],
  TRANSACTION: ['Vorgängen'],
  UNKNOWN: ['unbekannten Einheiten', 'unbekannten Einheit'],
}

/** Adds to the names of units what each counts. */
export function unitsOf(rules: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(rules).map(([code, rule]) => {
      const [one, several] = unitNamesDe[code] ?? [code, code]
      return [code, [one, several, rule, ...(afterOf[code] ?? [])] as const]
    }),
  )
}
