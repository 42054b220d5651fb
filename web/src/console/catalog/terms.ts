import type { LicenseTermsInput, SurplusRule } from '../../portal/contract/types.ts'
import type { CatalogModelFragment } from './catalog.ts'

/** The terms of a license model from a day on. */
export type TermsVersion = CatalogModelFragment['versions'][number]

/** What people enter of terms. An empty text stands for no limit, or no leases. */
export type EnteredTerms = {
  leaseHours: string
  graceDays: string
  overdraftAllowed: boolean
  rehostLimit: string
  offlineAllowed: boolean
  offlineDays: string
  surplus: SurplusRule
}

/** The terms of a new license model: nothing beyond what was granted. */
export const noTerms: EnteredTerms = {
  leaseHours: '',
  graceDays: '0',
  overdraftAllowed: false,
  rehostLimit: '',
  offlineAllowed: false,
  offlineDays: '',
  surplus: 'WARN',
}

const perHour = 3_600

const digits = (value: number | null) => (value === null ? '' : String(value))

/** Terms as people would have entered them. */
export function enteredTerms(version: TermsVersion): EnteredTerms {
  return {
    leaseHours: digits(version.leaseSeconds === null ? null : version.leaseSeconds / perHour),
    graceDays: digits(version.graceDays),
    overdraftAllowed: version.overdraftAllowed,
    rehostLimit: digits(version.rehostLimit),
    offlineAllowed: version.offlineAllowed,
    offlineDays: digits(version.offlineDays),
    surplus: version.surplus,
  }
}

/** All of the terms, as the contract takes them. Leases are entered in hours, which may be parts of one. */
export function toTerms(entered: EnteredTerms): LicenseTermsInput {
  return {
    graceDays: Number(entered.graceDays),
    overdraftAllowed: entered.overdraftAllowed,
    offlineAllowed: entered.offlineAllowed,
    surplus: entered.surplus,
    ...(entered.leaseHours !== '' && { leaseSeconds: Math.round(Number(entered.leaseHours) * perHour) }),
    ...(entered.rehostLimit !== '' && { rehostLimit: Number(entered.rehostLimit) }),
    ...(entered.offlineAllowed && entered.offlineDays !== '' && { offlineDays: Number(entered.offlineDays) }),
  }
}

/** The terms that are valid on a day, or those that will be first. They are newest first. */
export function termsOn(versions: readonly TermsVersion[], day: string): TermsVersion | undefined {
  return versions.find(({ startsOn }) => startsOn <= day) ?? versions.at(-1)
}
