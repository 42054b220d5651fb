/*
 * The English words for what changes of rights and coverages are about.
 */

/** The mutations, as records name them. */
export const rightActionsEn: Readonly<Record<string, string>> = {
  issueEntitlement: 'issued an entitlement',
  deployEntitlement: 'deployed a draft',
  sendActivationIds: 'sent activation ids',
  amendLineItem: 'amended a line item',
  correctPeriod: 'corrected a period',
  voidPeriod: 'voided a period',
  holdLineItems: 'held a line item',
  grantGrace: 'granted grace to a line item',
  cancelRenewals: 'cancelled a renewal',
  renewEvergreens: 'renewed an evergreen line item',
  suspendLineItems: 'suspended a line item',
  withdrawEntitlement: 'withdrew an entitlement',
  releaseDecision: 'released a decision',
  replaceActivationId: 'replaced an activation id',
  extendCoverage: 'extended a coverage',
  addCoverage: 'added a coverage',
  linkCoverage: 'linked a line item to a coverage',
  unlinkCoverage: 'took a line item out of a coverage',
  endCoverage: 'ended a coverage',
  correctCoverage: 'corrected a coverage',
  renewLineItems: 'renewed line items',
  convertTrial: 'converted a trial',
  declareCustomField: 'declared a custom field',
  changeCustomField: 'changed a custom field',
  setCustomFields: 'set custom fields',
  importCatalog: 'read a list of the catalog in',
}

/** The fields. */
export const rightFieldsEn: Readonly<Record<string, string>> = {
  granted: 'Granted',
  quantity: 'Quantity',
  excess: 'Excess',
  activationId: 'Activation id',
  instalments: 'Instalments',
  orderReference: 'Order',
  lineItem: 'Line item',
  replaces: 'Corrects',
  renews: 'Renews',
  subjectId: 'About',
  shipToEmail: 'Sent to',
  channelPartner: 'Sold through',
  decision: 'Decision',
  level: 'Level',
  startsLatestOn: 'Starts by itself on',
  amends: 'Amends',
  evergreen: 'Renews by itself',
  cancelUntil: 'Can be cancelled until',
  lineage: 'Origin',
  type: 'Type',
  labelEnglish: 'Label in English',
  labelGerman: 'Label in German',
  choices: 'Choices',
  forCustomers: 'Customers see it',
}

/** The values of such fields, by the names of their enums. */
export const rightValuesEn: Readonly<Record<string, Record<string, string>>> = {
  Decision: {
    WITHDRAWN: 'withdrawn',
    DRAFT: 'draft',
    TEST: 'for tests only',
    SUSPENDED: 'suspended',
    ON_HOLD: 'on hold',
    GRACE: 'in grace',
    RENEWAL_CANCELLED: 'renewal cancelled',
  },
  CustomFieldSubject: { ACCOUNT: 'accounts', ENTITLEMENT: 'entitlements', LINE_ITEM: 'line items', DEVICE: 'devices' },
  CustomFieldType: { TEXT: 'text', NUMBER: 'number', DAY: 'day', BOOLEAN: 'yes or no', CHOICE: 'choice' },
}
