import { expect, test } from 'vitest'
import { otherAccounts, type OwnServices, standingOf } from './standing.ts'

const here = 'acct_0000000000001'
const there = 'acct_0000000000002'
const member = { ofProducer: false, isViewing: false }

const inAccount = (accountId: string, closedReason: 'NOT_GRANTED' | 'ENDED' | null) => ({
  __typename: 'ViewerServiceAccount' as const,
  accountId,
  accountName: accountId === here ? 'Here' : 'There',
  isOpen: closedReason === null,
  closedReason,
  administrators: [{ __typename: 'ServiceAdministrator' as const, name: 'Ada', user: null }],
})
const viewer: OwnServices = {
  __typename: 'Viewer',
  memberships: [],
  services: [
    {
      __typename: 'ViewerService',
      service: 'LICENSING',
      isOpen: true,
      accounts: [inAccount(here, null), inAccount(there, 'ENDED')],
    },
    {
      __typename: 'ViewerService',
      service: 'DOWNLOADS',
      isOpen: false,
      accounts: [inAccount(here, 'NOT_GRANTED'), inAccount(there, 'ENDED')],
    },
  ],
}

test('the viewer reads why a service is open or closed', () => {
  expect(standingOf('LICENSING', here, viewer, ['LICENSING'], member)).toEqual({ isOpen: true, through: 'membership' })
  expect(standingOf('DOWNLOADS', here, viewer, ['LICENSING'], member)).toMatchObject({
    isOpen: false,
    reason: 'NOT_GRANTED',
    administrators: [{ name: 'Ada' }],
  })
})

test('an account that the viewer reaches from above, as the producer or by viewing has no entry of its own', () => {
  const below = 'acct_0000000000003'
  expect(standingOf('LICENSING', below, viewer, ['LICENSING'], member)).toEqual({ isOpen: true, through: 'above' })
  expect(standingOf('DOWNLOADS', below, viewer, ['LICENSING'], member)).toEqual({
    isOpen: false,
    reason: 'NOT_GRANTED',
    administrators: [],
  })
  const producer = { ofProducer: true, isViewing: false }
  expect(standingOf('LICENSING', below, viewer, ['LICENSING'], producer)).toMatchObject({ through: 'producer' })
  expect(standingOf('LICENSING', here, viewer, [], { ofProducer: true, isViewing: true })).toMatchObject({
    through: 'viewing',
  })
})

test('the other accounts have every service, and the account of the page is not among them', () => {
  const others = otherAccounts(here, viewer)
  expect(others.map(({ name }) => name)).toEqual(['There'])
  expect(others[0]?.services.get('DOWNLOADS')?.closedReason).toBe('ENDED')
})
