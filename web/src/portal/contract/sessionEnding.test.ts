import { describe, expect, test } from 'vitest'
import { endingOf } from './sessionEnding.ts'

const minute = 60_000

describe('the warning before the end of a session', () => {
  test('comes five minutes before a session ends that nobody uses', () => {
    expect(endingOf({ now: 24 * minute, usedAt: 0, expiresAt: 600 * minute })).toBeNull()
    expect(endingOf({ now: 25 * minute, usedAt: 0, expiresAt: 600 * minute })).toEqual({
      at: 30 * minute,
      canStay: true,
    })
  })

  test('says that a session cannot be kept beyond its whole life', () => {
    expect(endingOf({ now: 596 * minute, usedAt: 595 * minute, expiresAt: 600 * minute })).toEqual({
      at: 600 * minute,
      canStay: false,
    })
  })

  test('is about use alone if the session has no other end', () => {
    expect(endingOf({ now: 29 * minute, usedAt: 0, expiresAt: null })).toEqual({ at: 30 * minute, canStay: true })
    expect(endingOf({ now: 29 * minute, usedAt: 28 * minute, expiresAt: null })).toBeNull()
  })
})
