import type {
  AccountMembershipFilterInput,
  InvitationState,
  MembershipOrder,
  OrderDirection,
  Role,
  Service,
} from '../contract/types.ts'
import { searchText, yesOrNo } from '../contract/address.ts'

/** The parts of the screen of people. */
export type PeopleTab = 'members' | 'invitations' | 'requests' | 'directory' | 'domains' | 'review'

/** The end of the address of this screen that opens the dialog for invitations, so that other places can lead to it. */
export const inviting = 'invite'

/** By what a review of access is sorted. */
export type ReviewOrder = 'who' | 'through' | 'unused'

/** What the screen of people shows, as its address says it. What is left out is not filtered. */
export type PeopleSearch = {
  tab?: PeopleTab
  text?: string
  role?: Role
  /** A service that the listed members do not have. */
  lacks?: Service
  /** Without it, the list has who has access. */
  access?: 'none' | 'all'
  order?: 'changed'
  state?: InvitationState | 'all'
  decided?: true
  records?: 'unlinked' | 'inactive'
  sort?: ReviewOrder
  leavers?: true
}

const tabs: readonly PeopleTab[] = ['members', 'invitations', 'requests', 'directory', 'domains', 'review']

/** The roles of an account, the widest first. */
export const roles: readonly Role[] = [
  'ACCOUNT_ADMINISTRATOR',
  'LICENSE_MANAGER',
  'RENEWALS_MANAGER',
  'DOWNLOADER',
  'READER',
]

/** The states of an invitation. */
export const invitationStates: readonly InvitationState[] = ['OPEN', 'ACCEPTED', 'REVOKED', 'EXPIRED']

/** The one of some values that an address names. */
function one<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value)
}

/** Reads the address. What it does not understand is left out. */
export function peopleSearch(search: Record<string, unknown>): PeopleSearch {
  const tab = one(tabs.slice(1), search.tab)
  const role = one(roles, search.role)
  const lacks = one(['LICENSING', 'DOWNLOADS', 'COMMUNITY'] as const, search.lacks)
  const access = one(['none', 'all'] as const, search.access)
  const state = one([...invitationStates, 'all'] as const, search.state)
  const records = one(['unlinked', 'inactive'] as const, search.records)
  const sort = one(['who', 'through'] as const, search.sort)
  const text = searchText(search.text)
  return {
    ...(tab && { tab }),
    ...(text !== undefined && { text }),
    ...(role && { role }),
    ...(lacks && { lacks }),
    ...(access && { access }),
    ...(search.order === 'changed' && { order: 'changed' }),
    ...(state && { state }),
    ...(yesOrNo(search.decided) && { decided: true }),
    ...(records && { records }),
    ...(sort && { sort }),
    ...(yesOrNo(search.leavers) && { leavers: true }),
  }
}

/** The filter of the contract for an address. Without a choice, the list has who has access on the day. */
export function membersFilter(
  { text, role, lacks, access }: PeopleSearch,
  chosen?: string,
): AccountMembershipFilterInput {
  return {
    ...(text && { text }),
    ...(role && { role: [role] }),
    ...(lacks && { lacksService: [lacks] }),
    ...(access !== 'all' && { current: access !== 'none', ...(chosen !== undefined && { on: chosen }) }),
  }
}

/** The order of the contract for an address. */
export function membersOrder({ order }: PeopleSearch): { orderBy: MembershipOrder; direction: OrderDirection } {
  return order === 'changed'
    ? { orderBy: 'UPDATED', direction: 'DESCENDING' }
    : { orderBy: 'USER_NAME', direction: 'ASCENDING' }
}
