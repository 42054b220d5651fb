import { expect, test } from 'vitest'
import { isId } from './id.ts'

test('an id has a prefix and thirteen digits', () => {
  expect(isId('prod_0R8Z3V6Q1M2C4')).toBe(true)
  expect(isId('PROD_0r8z3v6q1m2c4', 'prod')).toBe(true)
  expect(isId('prod_0R8Z3V6Q1M2C4', 'pline')).toBe(false)
  for (const other of ['nonsense', 'prod_1', 'prod_8R8Z3V6Q1M2C4', 'prod_0R8Z3V6Q1M2CU', 'prod_0R8Z3V6Q1M2C4 ', '__proto__', 4711, undefined]) {
    expect(isId(other), String(other)).toBe(false)
  }
})
