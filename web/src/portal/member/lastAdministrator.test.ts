import { describe, expect, it } from 'vitest'
import { lastAdministratorOf } from './lastAdministrator.ts'

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
    expect(lastAdministratorOf([administrator('a')])).toBe('a')
    expect(lastAdministratorOf([administrator('a', '2027-01-01')])).toBe('a')
  })

  it('is the only one without a last day', () => {
    expect(lastAdministratorOf([administrator('a'), administrator('b', '2027-01-01')])).toBe('a')
    expect(lastAdministratorOf([administrator('a'), administrator('b')])).toBeUndefined()
  })

  it('is not replaced by somebody who cannot sign in or sees one product line', () => {
    expect(
      lastAdministratorOf([administrator('a'), administrator('b', null, false), administrator('c', null, true, true)]),
    ).toBe('a')
  })
})
