import { expect, test } from 'vitest'
import { exportAddress } from './exportAddress.ts'
import { linesFilter, linesOrder } from './search.ts'

test('the address of a file has the filters, the order and the day of the list', () => {
  const filter = linesFilter('acct_1', { ends: 30, use: 'free', order: 'newest' }, '2026-11-22', '2026-11-22')
  const address = new URL(
    exportAddress('xlsx', 'de', filter, linesOrder('newest'), '2026-11-22'),
    'https://rights.example.com',
  )
  expect([...address.searchParams]).toEqual([
    ['account', 'acct_1'],
    ['includeSubAccounts', 'true'],
    ['status', 'ACTIVE'],
    ['status', 'IN_GRACE'],
    ['endsBetween.from', '2026-11-22'],
    ['endsBetween.to', '2026-12-21'],
    ['hasFree', 'true'],
    ['orderBy', 'CREATED'],
    ['direction', 'DESCENDING'],
    ['on', '2026-11-22'],
    ['format', 'xlsx'],
    ['language', 'de'],
  ])
})

test('what is open is left out', () => {
  const filter = linesFilter('acct_1', { status: 'all', ends: '2026-01-01..' }, '2026-11-22')
  const address = exportAddress('csv', 'en', filter, linesOrder(undefined), undefined)
  expect(address).toContain('endsBetween.from=2026-01-01&orderBy')
  expect(address).not.toContain('null')
  expect(address).not.toMatch(/[?&]on=/u)
})
