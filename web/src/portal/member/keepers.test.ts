import { describe, expect, it } from 'vitest'
import { lastOf } from './keepers.ts'

function administrator(id: string, endsOn: string | null = null, active = true, limited = false) {
  return {
    __typename: 'Membership' as const,
    id,
    endsOn,
    productLine: limited ? { __typename: 'ProductLine' as const, id: 'line' } : null,
    user: { __typename: 'User' as const, id: `user of ${id}`, active },
  }
}

describe('the last administrator', () => {
  it('is the only one', () => {
    expect(lastOf([administrator('a')])).toBe('a')
    expect(lastOf([administrator('a', '2027-01-01')])).toBe('a')
  })

  it('is the only one without a last day', () => {
    expect(lastOf([administrator('a'), administrator('b', '2027-01-01')])).toBe('a')
    expect(lastOf([administrator('a'), administrator('b')])).toBeUndefined()
  })

  it('is not replaced by somebody who cannot sign in or sees one product line', () => {
    expect(lastOf([administrator('a'), administrator('b', null, false), administrator('c', null, true, true)])).toBe('a')
  })
})
