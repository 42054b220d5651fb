import { productName } from '../../portal/entitlement/groups.ts'
import { nameOf } from '../../portal/member/words.ts'
import { foundIn, once } from '../../portal/palette/found.ts'
import type { FindByIdQuery, FindByKindQuery, FindByNameQuery, FindQuery, FoundUserFragment } from './find.ts'

/** An account, as far as results name it. */
export type Owner = { id: string; name: string }

/** The kinds of results, in the order in which they are shown. */
export const resultKinds = ['account', 'line', 'entitlement', 'person', 'device', 'other'] as const

/** A result of the search: what it is called, where it belongs, and where it leads. */
export type Result = {
  id: string
  kind: (typeof resultKinds)[number]
  name: string
  /** The number or address that tells it from others of the same name. */
  number?: string | undefined
  /** The accounts to which it belongs, the first few of them. */
  owners: Owner[]
  /** How many more accounts there are. */
  more?: number
  /** The kind of a thing that has no name of its own, as the contract calls its type. */
  type?: string
  /** For a person, the name with which they sign in. */
  userName?: string
  /** For a person of the producer, the role. */
  role?: FoundUserFragment['producerRole']
  inactive?: boolean
}

type Thing = NonNullable<FindByIdQuery['node']>

/** A person, with the accounts of which they are members. */
function personOf(user: FoundUserFragment): Result {
  const nodes = user.memberships?.nodes ?? []
  const owners = once(nodes.map(({ account }) => account))
  return {
    id: user.id,
    kind: 'person',
    name: nameOf(user),
    number: user.email ?? user.userName,
    userName: user.userName,
    owners,
    more: (user.memberships?.totalCount ?? 0) - nodes.length,
    role: user.producerRole,
    inactive: !user.active,
  }
}

/** Something that has no page of its own. It leads to the account to which it belongs. */
function otherOf(thing: Thing, name: string, owner: Owner | null): Result {
  return { id: thing.id, kind: 'other', type: thing.__typename, name, owners: owner ? [owner] : [] }
}

/** What has an id or a name is shown as, besides accounts, line items and entitlements. */
function furtherOf(thing: Thing): Result[] {
  switch (thing.__typename) {
    case 'User':
      return [personOf(thing)]
    case 'Membership':
      return [{ ...personOf(thing.user), owners: [thing.account], more: 0 }]
    case 'Device':
    case 'LicenseServer':
      return [
        {
          id: thing.id,
          kind: 'device',
          name: thing.called ?? thing.fingerprint,
          ...(thing.called !== null && { number: thing.fingerprint }),
          owners: [thing.account],
        },
      ]
    case 'AccessRequest':
      return [otherOf(thing, nameOf(thing.user), thing.belongsTo)]
    case 'Invitation':
      return [otherOf(thing, thing.invited, thing.account)]
    case 'ApiKey':
      return [otherOf(thing, thing.name, thing.belongsTo)]
    case 'DirectoryGroup':
      return [otherOf(thing, thing.name, thing.account)]
    case 'DirectoryRecord':
      return [otherOf(thing, thing.userName, thing.account)]
    case 'AuditEntry':
      return [otherOf(thing, thing.action, thing.belongsTo)]
    case 'UsageRecord':
      return [otherOf(thing, thing.id, thing.account)]
    default:
      return []
  }
}

/** The line items of which something is a part that has no page of its own. */
function partOf(thing: Thing): Result[] {
  if (thing.__typename !== 'Allocation' && thing.__typename !== 'CoverageItem' && thing.__typename !== 'Period') {
    return []
  }
  const { id, activationId, product, account } = thing.lineItem
  return [{ id, kind: 'line', name: productName(product), number: activationId, owners: [account] }]
}

/** What a thing is shown as that was found by its very id or name. */
function resultsFor(thing: Thing): Result[] {
  const { accounts, lines, entitlements } = foundIn({ node: thing, lookup: null })
  return [
    ...accounts.map(({ id, name }): Result => ({ id, kind: 'account', name, owners: [] })),
    ...lines.map(({ id, name, activationId, account }): Result => ({
      id,
      kind: 'line',
      name,
      number: activationId,
      owners: [account],
    })),
    ...entitlements.map(({ id, number, account }): Result => ({
      id,
      kind: 'entitlement',
      name: number,
      owners: [account],
    })),
    ...partOf(thing),
    ...furtherOf(thing),
  ]
}

/** What has a very id or a very name: accounts, line items, entitlements, and whatever else has an id. */
export function exactResults(things: readonly (Thing | null | undefined)[]): Result[] {
  return once(things.filter((thing) => thing !== null && thing !== undefined).flatMap(resultsFor))
}

/** Puts together what was found, each thing once: by its very name first, then by words. */
export function resultsOf(
  byId: FindByIdQuery | undefined,
  byName: FindByNameQuery | FindByKindQuery | undefined,
  words: FindQuery | undefined,
): Result[] {
  // Of what has names in other systems, documents ask for all that is shown, so that it is a thing as one found by its id.
  const named = Object.values(byName ?? {}).filter((thing) => typeof thing === 'object') as (Thing | null)[]
  return once([
    ...exactResults([byId?.node, ...named]),
    ...(words?.accounts?.nodes ?? []).map(({ id, name, address }): Result => ({
      id,
      kind: 'account',
      name,
      number: [address?.city, address?.country].filter(Boolean).join(', ') || undefined,
      owners: [],
    })),
    ...(words?.entitlements?.nodes ?? []).map(({ id, number, account }): Result => ({
      id,
      kind: 'entitlement',
      name: number,
      owners: [account],
    })),
    ...(words?.users?.nodes ?? []).map(personOf),
  ])
}
