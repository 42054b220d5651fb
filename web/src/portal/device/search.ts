import { searchText, yesOrNo } from '../contract/address.ts'
import { readId } from '../contract/id.ts'
import type {
  Deployment,
  DeviceFilterInput,
  DeviceKind,
  DeviceOrder,
  DeviceStatus,
  LicenseServerFilterInput,
  LicenseServerOrder,
  OrderDirection,
} from '../contract/types.ts'
import { addDays } from '../language/format.ts'

/** What the screen of devices shows, as its address says it. What is left out is not filtered. */
export type DevicesSearch = {
  tab?: 'servers'
  text?: string
  productLine?: string
  /** Devices that were not seen for so many days, or never; or only those that never were. */
  idle?: Idle | 'never'
  /** Devices to which a license server lends, or those that have their own activations. */
  use?: 'served' | 'own'
  deployment?: Deployment
  /** Without it, the list has what is in use. */
  status?: DeviceStatus | 'all'
  order?: 'name-last' | 'changed'
  /** Whether the list has rows of the accounts below. */
  below?: false
}

/** After how many days without contact a device can be looked for. */
export type Idle = (typeof idles)[number]
export const idles = [30, 90, 180, 365] as const

/** After how many days without contact the sentence at the top counts a device. */
export const longIdle: Idle = 90

export const statuses: readonly DeviceStatus[] = ['ACTIVE', 'OBSOLETE', 'TEST', 'RETURNED']
export const deployments: readonly Deployment[] = ['LOCAL', 'CLOUD']

const kindsOf: Record<NonNullable<DevicesSearch['use']>, DeviceKind[]> = {
  served: ['SERVED_CLIENT'],
  own: ['CLIENT', 'HOST'],
}

/** Reads the address. What it does not understand is left out. */
export function devicesSearch(search: Record<string, unknown>): DevicesSearch {
  const read: DevicesSearch = {
    tab: search.tab === 'servers' ? 'servers' : undefined,
    text: searchText(search.text),
    productLine: readId(search.productLine, 'pline'),
    idle: readIdle(search.idle),
    use: (['served', 'own'] as const).find((use) => use === search.use),
    deployment: deployments.find((place) => place === search.deployment),
    status: search.status === 'all' ? 'all' : statuses.find((status) => status === search.status),
    order: (['name-last', 'changed'] as const).find((order) => order === search.order),
    below: yesOrNo(search.below) === false ? false : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** Reads for how long devices were not seen. */
export function readIdle(text: unknown): DevicesSearch['idle'] {
  return text === 'never' ? text : idles.find((days) => days === Number(text))
}

/**
 * The moment since which a device was not seen that is idle for so many days. One that was not seen since the first moment
 * of computers never was.
 */
export function idleSince(today: string, days: Idle | 'never'): string {
  if (days === 'never') {
    return '1970-01-01T00:00:00Z'
  }
  return `${addDays(today, -days)}T00:00:00Z`
}

function statusOf({ status }: DevicesSearch): { status?: DeviceStatus[] } {
  return status === 'all' ? {} : { status: [status ?? 'ACTIVE'] }
}

/** The filter of the contract for the devices of an address. */
export function devicesFilter(account: string, search: DevicesSearch, today: string): DeviceFilterInput {
  const { text, productLine, idle, use, below } = search
  return {
    account,
    includeSubAccounts: below !== false,
    ...statusOf(search),
    ...(text && { text }),
    ...(productLine && { productLine }),
    ...(idle && { notSeenSince: idleSince(today, idle) }),
    ...(use && { kind: kindsOf[use] }),
  }
}

/** The filter of the contract for the license servers of an address. */
export function serversFilter(account: string, search: DevicesSearch): LicenseServerFilterInput {
  const { text, deployment, below } = search
  return {
    account,
    includeSubAccounts: below !== false,
    ...statusOf(search),
    ...(text && { text }),
    ...(deployment && { deployment: [deployment] }),
  }
}

/** The order of the contract for an address; it is the same for devices and license servers. */
export function devicesOrder({ order }: DevicesSearch): {
  orderBy: DeviceOrder & LicenseServerOrder
  direction: OrderDirection
} {
  return order === 'changed'
    ? { orderBy: 'UPDATED', direction: 'DESCENDING' }
    : { orderBy: 'NAME', direction: order === 'name-last' ? 'DESCENDING' : 'ASCENDING' }
}

/** Whether the list of a tab leaves out something of what is in use. */
export function narrowsDevices({ tab, text, productLine, idle, use, deployment, status }: DevicesSearch): boolean {
  const ofTab = tab === 'servers' ? [deployment] : [productLine, idle, use]
  return [text, status === 'all' ? undefined : status, ...ofTab].some((part) => part !== undefined)
}

/** What the page of one device or one license server shows, as its address says it. */
export type DeviceSearch = { all?: true }

/** Reads the address of one device or one license server. */
export function deviceSearch(search: Record<string, unknown>): DeviceSearch {
  return yesOrNo(search.all) ? { all: true } : {}
}
