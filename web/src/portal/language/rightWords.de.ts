/*
 * The German words for what changes of rights and coverages are about.
 */

/** The mutations, as records name them. */
export const rightActionsDe: Readonly<Record<string, string>> = {
  issueEntitlement: 'hat eine Berechtigung ausgestellt',
  deployEntitlement: 'hat einen Entwurf freigegeben',
  sendActivationIds: 'hat Aktivierungskennungen gesendet',
  amendLineItem: 'hat eine Position geändert',
  correctPeriod: 'hat einen Zeitraum berichtigt',
  voidPeriod: 'hat einen Zeitraum für nichtig erklärt',
  holdLineItems: 'hat eine Position angehalten',
  grantGrace: 'hat einer Position eine Nachfrist gewährt',
  cancelRenewals: 'hat eine Verlängerung gekündigt',
  renewEvergreens: 'hat eine Position verlängert, die sich von selbst verlängert',
  suspendLineItems: 'hat eine Position ausgesetzt',
  withdrawEntitlement: 'hat eine Berechtigung zurückgezogen',
  releaseDecision: 'hat eine Entscheidung aufgehoben',
  replaceActivationId: 'hat eine Aktivierungskennung ersetzt',
  extendCoverage: 'hat eine Leistung verlängert',
  addCoverage: 'hat eine Leistung hinzugefügt',
  linkCoverage: 'hat eine Position in eine Leistung aufgenommen',
  unlinkCoverage: 'hat eine Position aus einer Leistung genommen',
  endCoverage: 'hat eine Leistung beendet',
  correctCoverage: 'hat eine Leistung berichtigt',
  renewLineItems: 'hat Positionen verlängert',
  convertTrial: 'hat eine Testversion umgewandelt',
  declareCustomField: 'hat ein eigenes Feld angelegt',
  changeCustomField: 'hat ein eigenes Feld geändert',
  setCustomFields: 'hat eigene Felder gesetzt',
  importCatalog: 'hat eine Liste des Katalogs eingelesen',
}

/** The fields. */
export const rightFieldsDe: Readonly<Record<string, string>> = {
  granted: 'Gewährt',
  quantity: 'Menge',
  excess: 'Überschreitung',
  activationId: 'Aktivierungskennung',
  instalments: 'Raten',
  orderReference: 'Bestellung',
  lineItem: 'Position',
  replaces: 'Berichtigt',
  renews: 'Verlängert',
  subjectId: 'Betrifft',
  shipToEmail: 'Gesendet an',
  channelPartner: 'Verkauft über',
  decision: 'Entscheidung',
  level: 'Stufe',
  startsLatestOn: 'Beginnt von selbst am',
  amends: 'Ändert',
  evergreen: 'Verlängert sich von selbst',
  cancelUntil: 'Kündbar bis',
  lineage: 'Herkunft',
  type: 'Art',
  labelEnglish: 'Bezeichnung auf Englisch',
  labelGerman: 'Bezeichnung auf Deutsch',
  choices: 'Auswahl',
  forCustomers: 'Für Kunden sichtbar',
}

/** The values of such fields, by the names of their enums. */
export const rightValuesDe: Readonly<Record<string, Record<string, string>>> = {
  Decision: {
    WITHDRAWN: 'zurückgezogen',
    DRAFT: 'Entwurf',
    TEST: 'nur für Tests',
    SUSPENDED: 'ausgesetzt',
    ON_HOLD: 'angehalten',
    GRACE: 'in Nachfrist',
    RENEWAL_CANCELLED: 'Verlängerung gekündigt',
  },
  CustomFieldSubject: { ACCOUNT: 'Konten', ENTITLEMENT: 'Berechtigungen', LINE_ITEM: 'Positionen', DEVICE: 'Geräte' },
  CustomFieldType: { TEXT: 'Text', NUMBER: 'Zahl', DAY: 'Tag', BOOLEAN: 'Ja oder nein', CHOICE: 'Auswahl' },
}
