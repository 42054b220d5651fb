import type { Service, ServiceClosedReason } from '../contract/types.ts'
import type { OwnServicesQuery } from './service.ts'

export type OwnServices = NonNullable<OwnServicesQuery['viewer']>
export type InAccount = OwnServices['services'][number]['accounts'][number]

/** Why a service is open or closed to the viewer in an account. */
export type Standing =
  | { isOpen: true; through: 'membership' | 'above' | 'producer' | 'viewing' }
  | { isOpen: false; reason: ServiceClosedReason; administrators: InAccount['administrators'] }

/**
 * Whether a service is open to the viewer in an account, and why.
 *
 * @param open the services that are open in the account, as the account says it
 * @param who how the viewer comes to the account
 */
export function standingOf(
  service: Service,
  account: string,
  viewer: OwnServices,
  open: readonly Service[],
  who: { ofProducer: boolean; isViewing: boolean },
): Standing {
  const here = viewer.services
    .find((one) => one.service === service)
    ?.accounts.find(({ accountId }) => accountId === account)
  if (here ? here.isOpen : open.includes(service)) {
    const through = who.isViewing ? 'viewing' : who.ofProducer ? 'producer' : here ? 'membership' : 'above'
    return { isOpen: true, through }
  }
  return {
    isOpen: false,
    reason: here?.closedReason ?? 'NOT_GRANTED',
    administrators: here?.administrators ?? [],
  }
}

/** The other accounts of the viewer, each with what is open in it and why not. */
export function otherAccounts(
  account: string,
  viewer: OwnServices,
): { id: string; name: string; services: Map<Service, InAccount> }[] {
  const all = new Map<string, { id: string; name: string; services: Map<Service, InAccount> }>()
  for (const { service, accounts } of viewer.services) {
    for (const one of accounts) {
      if (one.accountId !== account) {
        const known = all.get(one.accountId) ?? { id: one.accountId, name: one.accountName, services: new Map() }
        all.set(one.accountId, { ...known, services: new Map([...known.services, [service, one]]) })
      }
    }
  }
  return [...all.values()]
}
