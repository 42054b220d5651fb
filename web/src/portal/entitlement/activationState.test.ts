import { describe, expect, it } from 'vitest'
import { activatedOn, activationState } from './activationState.ts'

const made = { startsOn: '2026-02-22', endsOn: '2027-02-21', activatedAt: '2026-10-05T08:26:33Z', returnedOn: null }

describe('an activation', () => {
  it('counts from the day on which it started, also if it was recorded later', () => {
    expect(activatedOn(made)).toBe('2026-02-22')
    expect(activationState(made, '2026-05-01')).toBe('in use')
    expect(activationState(made, '2026-02-21')).toBe('later')
  })

  it('counts from the moment at which it was recorded if nothing started before', () => {
    expect(activatedOn({ ...made, startsOn: null })).toBe('2026-10-05')
    expect(activatedOn({ ...made, startsOn: '2026-12-01' })).toBe('2026-10-05')
  })

  it('is returned from its day on, and stays after the end of its right', () => {
    expect(activationState({ ...made, returnedOn: '2026-11-01' }, '2026-11-01')).toBe('returned')
    expect(activationState({ ...made, returnedOn: '2026-11-01' }, '2026-10-31')).toBe('in use')
    expect(activationState(made, '2027-02-22')).toBe('after the end')
  })
})
