import type { Role, Service } from '../contract/types.ts'

/** The service without which a role is of no use. An administrator reads the people without any. */
const needed: Partial<Record<Role, Exclude<Service, 'COMMUNITY'>>> = {
  DOWNLOADER: 'DOWNLOADS',
  LICENSE_MANAGER: 'LICENSING',
  RENEWALS_MANAGER: 'LICENSING',
}

/** The services that some roles need and lack, or "any" if there is none at all. */
export function lackingServices(
  roles: readonly Role[],
  services: readonly Service[],
): ('any' | Exclude<Service, 'COMMUNITY'>)[] {
  if (services.length === 0) {
    return roles.length === 0 ? [] : ['any']
  }
  const lacking = roles.flatMap((role) => needed[role] ?? []).filter((service) => !services.includes(service))
  return [...new Set(lacking)]
}
