import type { Role, Service } from '../contract/types.ts'
import type { Language } from '../language/language.tsx'

/** What an access gives and where. */
export type Access = {
  roles: readonly Role[]
  serviceAccess: readonly Service[]
  productLine?: { name: string } | null
  includeSubAccounts?: boolean
  endsOn?: string | null
}

/** The services, as dialogs offer them. */
export const services: readonly Service[] = ['LICENSING', 'DOWNLOADS', 'COMMUNITY']

/** What somebody may do, such as "Activates and returns; licensing, community". */
export function mayOf({ roles, serviceAccess }: Access, { texts }: Language): string {
  const { may, allServices: all, noServices } = texts.people
  const everything = roles.includes('ACCOUNT_ADMINISTRATOR') ? (['ACCOUNT_ADMINISTRATOR'] as const) : roles
  const verbs = everything.map((role) => may[role]).join(', ')
  const does = verbs === '' ? texts.people.mayNothing : verbs.charAt(0).toUpperCase() + verbs.slice(1)
  const reached =
    serviceAccess.length === 0
      ? noServices
      : serviceAccess.length === services.length
        ? all
        : serviceAccess.map((service) => texts.people.serviceIn[service]).join(', ')
  return `${does}; ${reached}`
}

/** What a group of the directory gives, such as "activate and return; licensing". */
export function groupGives(group: Access, language: Language): string {
  const nothing = group.roles.length + group.serviceAccess.length === 0
  return nothing ? language.texts.people.directory.grantsNothing : mayOf(group, language)
}

/** Where and until when, such as "Ester Systems with sub-accounts, Harborline only, until 30 Jun 2027". */
export function reachOf(
  { productLine, includeSubAccounts, endsOn }: Access,
  account: string,
  { texts }: Language,
): string {
  return [
    includeSubAccounts ? texts.people.withSubAccounts(account) : account,
    ...(productLine ? [texts.people.onlyLine(productLine.name)] : []),
    ...(endsOn ? [texts.people.until(endsOn)] : []),
  ].join(', ')
}

/** The name by which pages call somebody. */
export function nameOf(user: { displayName: string | null; userName: string }): string {
  return user.displayName ?? user.userName
}
