import { named } from '../../portal/language/named.ts'

type Words = { one: string; other: string }

/** The kinds of records that an import counts, and those that it finds in the source. */
export type KindWords = Record<
  | 'accounts'
  | 'accountLinks'
  | 'users'
  | 'memberships'
  | 'userAccounts'
  | 'productLines'
  | 'licenseModels'
  | 'products'
  | 'suiteMembers'
  | 'partNumbers'
  | 'entitlements'
  | 'lineItems'
  | 'periods'
  | 'lineage'
  | 'coverageLevels'
  | 'coverages'
  | 'coverageItems'
  | 'maintenance'
  | 'maintenanceLinks'
  | 'licenseServers'
  | 'devices'
  | 'deviceAddons'
  | 'allocations'
  | 'activations'
  | 'fulfillments'
  | 'meters'
  | 'usage',
  Words
>

/**
 * The words for a kind of records. Counts name a kind as Muniment does, such as lineItems, findings as the source does,
 * such as line_items. A kind that a newer server sends is written as it is.
 */
export function kindWords(table: KindWords, kind: string): Words {
  const name = kind.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())
  return named<Words>(table, name) ?? { one: kind, other: kind }
}
