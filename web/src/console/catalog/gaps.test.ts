import { expect, test } from 'vitest'
import { gapsOf } from './gaps.ts'
import { noPart } from './partNumber.ts'

const whole = {
  ...noPart,
  code: 'LIFT',
  product: 'prod_1',
  unit: 'unit_1',
  term: 'PERPETUAL',
  startRule: 'FIXED',
} as const

test('a new part number says all that is missing, and less with each field', () => {
  expect(gapsOf(noPart, false)).toEqual(['PRODUCT', 'LICENSE_MODEL', 'UNIT', 'TERM', 'START_RULE'])
  expect(gapsOf({ ...noPart, packSize: '' }, false)).toContain('PACK_SIZE')
  expect(gapsOf(whole, true)).toEqual([])
})

test('a license model is that of the part number, or of its product', () => {
  expect(gapsOf(whole, false)).toEqual(['LICENSE_MODEL'])
  expect(gapsOf({ ...whole, licenseModel: 'lmod_1' }, false)).toEqual([])
})

test('what ends has a length, and coverage that is sold with what does not end, too', () => {
  expect(gapsOf({ ...whole, term: 'TRIAL' }, true)).toEqual(['TERM_LENGTH'])
  expect(gapsOf({ ...whole, term: 'SUBSCRIPTION', termLength: '1', coverageKind: 'SUPPORT' }, true)).toEqual([])
  expect(gapsOf({ ...whole, coverageKind: 'SUPPORT' }, true)).toEqual(['COVERAGE_LENGTH'])
  expect(gapsOf({ ...whole, coverageKind: 'SUPPORT', coverageLength: '1' }, true)).toEqual([])
})
