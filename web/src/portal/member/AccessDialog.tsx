import { Link } from '@tanstack/react-router'
import type { CombinedError } from '@urql/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { ChangeMemberAccessInput, Role, Service } from '../contract/types.ts'
import { ChangeDialog, type DialogOfChange } from '../kit/ChangeDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import styles from './dialogs.module.css'
import { type Reach, ReachFields, RoleFields } from './AccessFields.tsx'
import { ChangeMemberAccessDocument } from './changes.ts'
import { type MembershipRowFragment, OwnAccessDocument } from './people.ts'
import { groupGives, mayOf, nameOf } from './words.ts'

/** What a membership gives by itself, without the groups of the directory. */
type Own = { roles: Role[]; services: Service[] }

/** Changes what a member may do, and where. What groups of the directory add is said, and changed with the group. */
export default function AccessDialog({ membership, close }: DialogOfChange & { membership: MembershipRowFragment }) {
  const language = useLanguage()
  const { texts } = language
  const { own, error, again } = useOwn(membership)
  const before = {
    roles: own?.roles ?? [],
    services: own?.services ?? [],
    productLine: membership.productLine?.id ?? '',
    includeSubAccounts: membership.includeSubAccounts,
    endsOn: membership.endsOn ?? '',
  }
  const [changed, setChanged] = useState<Partial<typeof before>>({})
  const access = { ...before, ...changed }
  const change = (part: typeof changed) => setChanged((now) => ({ ...now, ...part }))
  return (
    <ChangeDialog
      title={texts.people.accessOf(nameOf(membership.user))}
      below={mayOf(membership, language)}
      action={texts.people.actions.access}
      about="membership"
      document={ChangeMemberAccessDocument}
      input={
        own ? { membership: membership.id, ...rolesChanged(before, access), ...reachChanged(before, access) } : null
      }
      fields={['roles', 'serviceAccess', 'productLine', 'endsOn', 'includeSubAccounts']}
      close={close}
    >
      <ThroughGroups membership={membership} close={close} />
      {error && <Failure error={error} retry={again} />}
      {!own && !error && <Skeleton rows={8} />}
      {own && (
        <RoleFields
          roles={access.roles}
          services={access.services}
          labels={membership.directoryGroups.length > 0 ? texts.people.own : undefined}
          choose={change}
        />
      )}
      {own && <ReachFields reach={access} choose={change} />}
    </ChangeDialog>
  )
}

/** What a membership gives by itself. A member of no group has nothing else. */
function useOwn({ id, account, roles, serviceAccess, directoryGroups }: MembershipRowFragment): {
  own: Own | undefined
  error: CombinedError | undefined
  again: () => void
} {
  const grouped = directoryGroups.length > 0
  const [{ data, error }, again] = useQuery({
    query: OwnAccessDocument,
    variables: { account: account.id },
    pause: !grouped,
    requestPolicy: 'network-only',
  })
  // What is on the page changes with the answer to the change, and the dialog must go on from what it began with.
  const [whole] = useState({ roles, services: serviceAccess })
  const entry = data?.accessReview?.entries.find(
    ({ through, membership }) => through === 'MEMBERSHIP' && membership?.id === id,
  )
  // Everybody in the directory is a reader by it, and nobody needs to be one twice.
  const alone = entry && { roles: entry.roles.filter((role) => role !== 'READER'), services: entry.serviceAccess }
  return { own: grouped ? alone : whole, error: data ? undefined : error, again: () => again() }
}

/** What the groups of a member give. It stays as it is here; the way to change it is the group. */
function ThroughGroups({ membership, close }: DialogOfChange & { membership: MembershipRowFragment }) {
  const language = useLanguage()
  const { texts } = language
  if (membership.directoryGroups.length === 0) {
    return null
  }
  return (
    <section className={styles.groups}>
      <h3>{texts.people.groups}</h3>
      <ul>
        {membership.directoryGroups.map((group) => (
          <li key={group.id}>
            <strong>{group.name}</strong> {groupGives(group, language)}
          </li>
        ))}
      </ul>
      <p>
        {texts.people.groupsMean}{' '}
        <Link
          to="/accounts/$account/people"
          params={{ account: membership.account.id }}
          search={{ tab: 'directory' }}
          onClick={close}
        >
          {texts.people.toGroups}
        </Link>
      </p>
    </section>
  )
}

type Part = Partial<ChangeMemberAccessInput>

/** Whether two lists have the same things, in any order. */
function same(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join(' ') === b.toSorted().join(' ')
}

/** What the viewer did not change is left out, so that it stays as it is. */
function rolesChanged(before: Own, after: Own): Part {
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
