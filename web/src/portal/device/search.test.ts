import { describe, expect, test } from 'vitest'
import {
  deviceSearch,
  devicesFilter,
  devicesOrder,
  devicesSearch,
  idleSince,
  narrowsDevices,
  serversFilter,
} from './search.ts'

const account = 'acct_00000000000000'
const line = 'pline_0123456789ABC'

describe('the address of the list', () => {
  test('is read, and what it does not understand is left out', () => {
    expect(
      devicesSearch({ tab: 'servers', text: ' ', productLine: line, idle: '90', use: 'served', status: 'TEST' }),
    ).toEqual({ tab: 'servers', productLine: line, idle: 90, use: 'served', status: 'TEST' })
    expect(
      devicesSearch({
        tab: 'x',
        productLine: 'prod_0123456789ABC',
        idle: '91',
        use: 'both',
        order: 'UPDATED',
        below: '1',
      }),
    ).toEqual({})
    expect(deviceSearch({ all: 'true', more: 1 })).toEqual({ all: true })
    expect(deviceSearch({ all: 'no' })).toEqual({})
  })

  test('without anything lists what is in use, by name', () => {
    const usual = { account, includeSubAccounts: true, status: ['ACTIVE'] }
    expect(devicesFilter(account, {}, '2026-03-01')).toEqual(usual)
    expect(serversFilter(account, {})).toEqual(usual)
    expect(devicesOrder({})).toEqual({ orderBy: 'NAME', direction: 'ASCENDING' })
  })

  test('becomes the filters and the order of the contract', () => {
    const search = devicesSearch({
      text: 'lab',
      productLine: line,
      idle: '30',
      use: 'own',
      status: 'all',
      below: 'false',
    })
    expect(devicesFilter(account, search, '2026-03-01')).toEqual({
      account,
      includeSubAccounts: false,
      text: 'lab',
      productLine: line,
      notSeenSince: '2026-01-30T00:00:00Z',
      kind: ['CLIENT', 'HOST'],
    })
    expect(serversFilter(account, devicesSearch({ deployment: 'LOCAL', status: 'OBSOLETE', idle: '30' }))).toEqual({
      account,
      includeSubAccounts: true,
      status: ['OBSOLETE'],
      deployment: ['LOCAL'],
    })
    expect(devicesOrder({ order: 'changed' })).toEqual({ orderBy: 'UPDATED', direction: 'DESCENDING' })
  })

  test('narrows by what is of its tab', () => {
    expect(narrowsDevices({ status: 'all' })).toBe(false)
    expect(narrowsDevices({ tab: 'servers', idle: 30 })).toBe(false)
    expect(narrowsDevices({ tab: 'servers', deployment: 'CLOUD' })).toBe(true)
    expect(narrowsDevices({ idle: 30 })).toBe(true)
  })

  test('counts idle days back from today', () => {
    expect(idleSince('2026-03-31', 90)).toBe('2025-12-31T00:00:00Z')
  })
})

test('devices that never reported are those that were not seen since the first moment', () => {
  expect(devicesSearch({ idle: 'never' })).toEqual({ idle: 'never' })
  expect(devicesFilter('acct_1', { idle: 'never' }, '2026-11-30').notSeenSince).toBe('1970-01-01T00:00:00Z')
  expect(devicesSearch({ idle: 'ever' })).toEqual({})
})
