import { expect, test } from 'vitest'
import { enteredTerms, noTerms, termsOn, type TermsVersion, toTerms } from './terms.ts'

const version = (number: number, startsOn: string): TermsVersion => ({
  __typename: 'LicenseModelVersion',
  id: `lmv_${number}`,
  number,
  startsOn,
  endsOn: null,
  leaseSeconds: 129_600,
  graceDays: 14,
  overdraftAllowed: true,
  rehostLimit: 0,
  offlineAllowed: true,
  offlineDays: null,
  surplus: 'WARN',
})

test('terms come back as they were entered, and no moves are not the same as no limit', () => {
  const terms = version(1, '2026-01-01')
  expect(enteredTerms(terms)).toMatchObject({ leaseHours: '36', rehostLimit: '0', offlineDays: '' })
  expect(toTerms(enteredTerms(terms))).toEqual({
    leaseSeconds: 129_600,
    graceDays: 14,
    overdraftAllowed: true,
    rehostLimit: 0,
    offlineAllowed: true,
    surplus: 'WARN',
  })
  expect(toTerms({ ...noTerms, offlineDays: '30' })).not.toHaveProperty('offlineDays')
})

test('the terms of a day are those of the newest version that has begun, or the first one', () => {
  const versions = [version(2, '2027-01-01'), version(1, '2026-01-01')]
  expect(termsOn(versions, '2026-12-31')?.number).toBe(1)
  expect(termsOn(versions, '2027-01-01')?.number).toBe(2)
  expect(termsOn(versions, '2025-01-01')?.number).toBe(1)
  expect(termsOn([], '2025-01-01')).toBeUndefined()
})
