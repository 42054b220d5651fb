import { expect, test } from 'vitest'
import { newRouter } from './router.tsx'

const router = newRouter()
const account = '/accounts/acct_0R8Z3V6Q1M2C4'

/** What the screen of an address gets from it. */
function searchOf(address: string) {
  const [path = '', query = ''] = address.split('?')
  const search = router.options.parseSearch?.(query) ?? {}
  const [match] = router.matchRoutes(account + path, search as object).slice(-1)
  return Object.fromEntries(Object.entries(match?.search ?? {}).filter(([, value]) => value !== undefined))
}

test('a screen gets from the address only what it understands', () => {
  for (const address of [
    '/?on=nope',
    '/entitlements?on=0000-01-01',
    '/entitlements?status=NOPE',
    '/entitlements?status=__proto__&group=__proto__&order=__proto__&use=__proto__',
    '/entitlements?product=nonsense&productLine=prod_0R8Z3V6Q1M2C4&unit=1&held=acct_',
    '/entitlements?ends=-5',
    '/entitlements?ends=9999999&coverageEnds=45',
    '/entitlements?order=NOPE&colour=red',
    '/entitlements/line_0R8Z3V6Q1M2C4?tab=__proto__',
    '/entitlements?text=%00',
    '/renewals?month=2027-13&bucket=__proto__&productLine=nonsense&view=list&below=true',
    '/usage?group=constructor&productLine=prod_0R8Z3V6Q1M2C4&meter=nope&months=7&view=list',
    '/people?role=NOPE&text=%E2%80%AE',
    '/people?role=__proto__&tab=__proto__&state=__proto__&sort=__proto__',
    '/activity?from=x',
    '/activity?to=x',
    '/activity?person=nonsense',
    '/activity?action=__proto__',
    '/activity?about=constructor',
    '/developers?tab=__proto__&type=%00&text=%20',
  ]) {
    expect(searchOf(address), address).toEqual({})
  }
})

test('a screen gets what it understands, and the day', () => {
  expect(searchOf('/entitlements?on=2027-06-30&status=EXPIRED&ends=90')).toEqual({
    on: '2027-06-30',
    status: 'EXPIRED',
    ends: 90,
  })
  expect(searchOf('/activity?from=2026-01-01&to=9999-12-31')).toEqual({ from: '2026-01-01', to: '9999-12-31' })
  expect(searchOf('/entitlements?status=renewable&ends=2027-01-01..2027-01-31')).toEqual({
    status: 'renewable',
    ends: '2027-01-01..2027-01-31',
  })
  expect(searchOf('/renewals?month=2027-03&bucket=later&productLine=pline_0R8Z3V6Q1M2C4&view=table')).toEqual({
    month: '2027-03',
    productLine: 'pline_0R8Z3V6Q1M2C4',
    view: 'table',
  })
  expect(searchOf('/usage?group=unit&meter=meter_0R8Z3V6Q1M2C4&months=24&below=false')).toEqual({
    group: 'unit',
    meter: 'meter_0R8Z3V6Q1M2C4',
    months: 24,
    below: false,
  })
  expect(searchOf('/people?role=READER&text=4711')).toEqual({ role: 'READER', text: '4711' })
  expect(searchOf('/entitlements?perpetual=true&covered=false&below=false')).toEqual({
    perpetual: true,
    covered: false,
    below: false,
  })
  expect(searchOf('/entitlements/line_0R8Z3V6Q1M2C4?tab=ledger&all=true')).toEqual({ tab: 'ledger', all: true })
  expect(searchOf('/developers?type=LineItem&tab=codes&text=no')).toEqual({ type: 'LineItem' })
  expect(searchOf('/developers?tab=codes')).toEqual({ tab: 'codes' })
  expect(searchOf('/people?tab=review&leavers=true')).toEqual({ tab: 'review', leavers: true })
})

test('a text stays as it is, whatever it looks like', () => {
  for (const text of [
    '12345678901234567890',
    '-0',
    '1e3',
    '007',
    '4711',
    'true',
    'null',
    '"quoted"',
    '{"a":1}',
    '[1]',
    ' a+b & c=d ',
    '50 %',
  ]) {
    for (const screen of ['/entitlements', '/people']) {
      expect(searchOf(`${screen}?text=${encodeURIComponent(text)}`), text).toEqual({ text })
    }
    const { href } = router.buildLocation({
      to: '/accounts/$account/entitlements',
      params: { account: 'acct_1' },
      search: { text },
    } as never)
    expect(searchOf(`/entitlements${href.slice(href.indexOf('?'))}`), href).toEqual({ text })
  }
})
