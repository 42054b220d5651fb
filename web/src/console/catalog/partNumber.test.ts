import { expect, test } from 'vitest'
import { noPart, toChange, toCreate } from './partNumber.ts'

test('a new part number needs a code, and names only what is known', () => {
  expect(toCreate(noPart)).toBeNull()
  expect(toCreate({ ...noPart, code: ' LIFT ' })).toEqual({ code: 'LIFT' })
  expect(
    toCreate({
      ...noPart,
      code: 'LIFT-1Y',
      product: 'prod_1',
      term: 'SUBSCRIPTION',
      termLength: '1',
      packSize: '5',
      upgradesFrom: ['prod_2'],
    }),
  ).toEqual({
    code: 'LIFT-1Y',
    product: 'prod_1',
    term: 'SUBSCRIPTION',
    termLength: 1,
    termUnit: 'YEARS',
    packSize: 5,
    upgradesFrom: ['prod_2'],
  })
})

test('only a subscription is evergreen, and can be so no longer', () => {
  const entered = { ...noPart, code: 'A', termLength: '1', cancelDays: '30' }
  expect(toCreate({ ...entered, term: 'SUBSCRIPTION' })).toMatchObject({ cancelDays: 30 })
  expect(toCreate({ ...entered, term: 'TRIAL' })).not.toHaveProperty('cancelDays')
  const before = { ...entered, term: 'SUBSCRIPTION' } as const
  expect(toChange('part_1', before, { ...before, cancelDays: '' })).toEqual({
    partNumber: 'part_1',
    removes: ['CANCEL_DAYS'],
  })
})

test('what does not go together is not sent: a perpetual term has no length, and no coverage has no level', () => {
  const entered = {
    ...noPart,
    code: 'A',
    term: 'PERPETUAL',
    termLength: '1',
    coverageLength: '2',
    coverageLevel: 'l',
  } as const
  expect(toCreate(entered)).toEqual({ code: 'A', term: 'PERPETUAL' })
})

const known = {
  ...noPart,
  code: 'LIFT-1Y',
  description: 'A year',
  licenseModel: 'lmod_1',
  term: 'SUBSCRIPTION',
  termLength: '12',
  termUnit: 'MONTHS',
  coverageKind: 'SUPPORT',
  coverageLength: '1',
  coverageLevel: 'cov_1',
} as const

test('a change sends what differs, and a length with its unit', () => {
  expect(toChange('part_1', known, known)).toEqual({ partNumber: 'part_1' })
  expect(toChange('part_1', known, { ...known, description: '', termUnit: 'WEEKS', overdraft: '2' })).toEqual({
    partNumber: 'part_1',
    description: '',
    termLength: 12,
    termUnit: 'WEEKS',
    overdraft: 2,
  })
})

test('what was emptied is removed, and a coverage with all that belongs to it', () => {
  expect(toChange('part_1', known, { ...known, licenseModel: '', coverageLevel: '' })).toEqual({
    partNumber: 'part_1',
    removes: ['LICENSE_MODEL', 'COVERAGE_LEVEL'],
  })
  expect(toChange('part_1', known, { ...known, coverageKind: '' })).toEqual({
    partNumber: 'part_1',
    removes: ['COVERAGE'],
  })
  expect(toChange('part_1', known, { ...known, term: 'PERPETUAL' })).toEqual({
    partNumber: 'part_1',
    term: 'PERPETUAL',
    removes: ['TERM_LENGTH'],
  })
})
