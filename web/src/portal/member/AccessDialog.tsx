import { useState } from 'react'
import type { ChangeMemberAccessInput, Role, Service } from '../contract/types.ts'
import { ChangeDialog, type DialogOfChange } from '../kit/ChangeDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { type Reach, ReachFields, RoleFields, type ThroughGroups } from './AccessFields.tsx'
import { ChangeMemberAccessDocument } from './changes.ts'
import type { MembershipRowFragment } from './people.ts'
import { mayOf, nameOf } from './words.ts'

/** What groups of the directory give a member, so that it is not granted a second time. */
function throughGroups(membership: MembershipRowFragment): ThroughGroups {
  const roles = new Map<Role, string>()
  const services = new Map<Service, string>()
  for (const group of membership.directoryGroups) {
    for (const role of group.roles) {
      roles.set(role, group.name)
    }
    for (const service of group.serviceAccess) {
      services.set(service, group.name)
    }
  }
  return { roles, services }
}

/** Changes what a member may do, and where. */
export default function AccessDialog({ membership, close }: DialogOfChange & { membership: MembershipRowFragment }) {
  const language = useLanguage()
  const { texts } = language
  const through = throughGroups(membership)
  const [before] = useState({
    roles: membership.roles.filter((role) => !through.roles.has(role)),
    services: membership.serviceAccess.filter((service) => !through.services.has(service)),
    productLine: membership.productLine?.id ?? '',
    includeSubAccounts: membership.includeSubAccounts,
    endsOn: membership.endsOn ?? '',
  })
  const [access, setAccess] = useState(before)
  const change = (part: Partial<typeof access>) => setAccess((now) => ({ ...now, ...part }))
  return (
    <ChangeDialog
      title={texts.people.accessOf(nameOf(membership.user))}
      below={mayOf(membership, language)}
      action={texts.people.actions.access}
      about="membership"
      document={ChangeMemberAccessDocument}
      input={{ membership: membership.id, ...rolesChanged(before, access), ...reachChanged(before, access) }}
      fields={['roles', 'serviceAccess', 'productLine', 'endsOn', 'includeSubAccounts']}
      close={close}
    >
      <RoleFields roles={access.roles} services={access.services} through={through} choose={change} />
      <ReachFields reach={access} choose={change} />
    </ChangeDialog>
  )
}

type RolesAndServices = { roles: Role[]; services: Service[] }
type Part = Partial<ChangeMemberAccessInput>

/** Whether two lists have the same things, in any order. */
function same(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join(' ') === b.toSorted().join(' ')
}

/** What the viewer did not change is left out, so that it stays as it is. */
function rolesChanged(before: RolesAndServices, after: RolesAndServices): Part {
  return {
    ...(!same(before.roles, after.roles) && { roles: after.roles }),
    ...(!same(before.services, after.services) && { serviceAccess: after.services }),
  }
}

function reachChanged(before: Reach, after: Reach): Part {
  return {
    ...(before.productLine !== after.productLine &&
      (after.productLine === '' ? { everyProductLine: true } : { productLine: after.productLine })),
    ...(before.includeSubAccounts !== after.includeSubAccounts && { includeSubAccounts: after.includeSubAccounts }),
    ...(before.endsOn !== after.endsOn && (after.endsOn === '' ? { perpetual: true } : { endsOn: after.endsOn })),
  }
}
