import { describe, expect, it } from 'vitest'
import type { Status } from '../contract/types.ts'
import { lineState, toneOf, wholeOf } from './states.ts'

const day = '2026-11-29'
const amount = (value: string) => ({ amount: value, unlimited: false })
const line = (status: Status | null, endsOn: string | null, used = '0', excess = '0') => ({
  status,
  endsOn,
  used: amount(used),
  excess: amount(excess),
})
const renewing = (cancelled: boolean) => ({
  ...line('ACTIVE', '2026-12-05'),
  evergreen: {
    __typename: 'EvergreenTerm' as const,
    endsOn: '2026-12-05',
    cancelUntil: '2026-11-30',
    cancelled,
  },
})

describe('the state of a row', () => {
  it('says that too much is in use before it says that the right ends soon', () => {
    expect(lineState(line('ACTIVE', '2026-12-05', '13', '1'), day)).toBe('OVER_USED')
    expect(lineState(line('ACTIVE', '2026-12-05', '12'), day)).toBe('ENDS_SOON')
  })

  it('tells an ended right that is still in use from one that is not, and from one that pauses', () => {
    expect(lineState(line('EXPIRED', '2023-06-27', '33', '33'), day)).toBe('STILL_IN_USE')
    expect(lineState(line('EXPIRED', '2023-06-27'), day)).toBe('EXPIRED')
    expect(lineState(line('EXPIRED', '2027-06-27'), day)).toBe('PAUSED')
  })

  it('ends soon if it ends on one of the 90 days that begin with the day of the page', () => {
    expect(lineState(line('ACTIVE', '2027-02-26'), day)).toBe('ENDS_SOON')
    expect(lineState(line('ACTIVE', '2027-02-27'), day)).toBe('ACTIVE')
    expect(lineState(line('ACTIVE', day), day)).toBe('ENDS_SOON')
    expect(lineState(line('ACTIVE', null), day)).toBe('ACTIVE')
  })

  it('does not end soon if it renews by itself, unless that is cancelled', () => {
    expect(lineState(renewing(false), day)).toBe('ACTIVE')
    expect(lineState(renewing(true), day)).toBe('ENDS_SOON')
  })

  it('is that of the contract in every other case, and none if the viewer does not see it', () => {
    expect(lineState(line('FUTURE', '2027-12-31'), day)).toBe('FUTURE')
    expect(lineState(line('IN_GRACE', '2026-11-21'), day)).toBe('IN_GRACE')
    expect(lineState(line(null, null), day)).toBeNull()
  })

  it('is wrong only for what is wrong now', () => {
    expect(toneOf('STILL_IN_USE')).toBe('wrong')
    expect(toneOf('IN_GRACE')).toBe('soon')
    expect(toneOf('EXPIRED')).toBe('plain')
  })
})

describe('the amount beside the use', () => {
  const granted = amount('0')
  const quantity = amount('500')

  it('is what a right will grant that has not begun, and what is granted otherwise', () => {
    expect(wholeOf({ status: 'FUTURE', granted, quantity })).toBe(quantity)
    expect(wholeOf({ status: 'ACTIVE', granted, quantity })).toBe(granted)
    expect(wholeOf({ status: 'EXPIRED', granted, quantity: null })).toBe(granted)
  })
})
