import { expect, test } from 'vitest'
import { isId, mayBeName, readId } from './id.ts'

test('an id has a prefix and thirteen digits', () => {
  expect(isId('prod_0R8Z3V6Q1M2C4')).toBe(true)
  expect(isId('PROD_0r8z3v6q1m2c4', 'prod')).toBe(true)
  expect(isId('prod_0R8Z3V6Q1M2C4', 'pline')).toBe(false)
  for (const other of [
    'nonsense',
    'prod_1',
    'prod_8R8Z3V6Q1M2C4',
    'prod_0R8Z3V6Q1M2CU',
    'prod_0R8Z3V6Q1M2C4 ',
    '__proto__',
    4711,
    undefined,
  ]) {
    expect(isId(other), String(other)).toBe(false)
  }
})

test('an id is read as the contract writes it', () => {
  expect(readId('PROD_0r8z3v6q1m2c4')).toBe('prod_0R8Z3V6Q1M2C4')
  expect(readId('pline_0r8z3v6q1m2c4', 'prod')).toBeUndefined()
  expect(readId('prod_1')).toBeUndefined()
})

test('the name of something in another system has a digit and no space', () => {
  expect(['SO-4711', '4711', 'prod_1'].filter(mayBeName)).toEqual(['SO-4711', '4711', 'prod_1'])
  expect(['', 'Harborline', 'SO 4711', 'prod_0R8Z3V6Q1M2C4'].filter(mayBeName)).toEqual([])
})
