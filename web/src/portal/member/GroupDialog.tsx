import { useState } from 'react'
import { ChangeDialog, type DialogOfChange } from '../kit/ChangeDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { RoleFields } from './AccessFields.tsx'
import { GrantDirectoryGroupDocument } from './changes.ts'
import type { DirectoryGroupRowFragment } from './directory.ts'

/** Grants roles and services to the members of a group of the directory. */
export function GroupDialog({ group, close }: DialogOfChange & { group: DirectoryGroupRowFragment }) {
  const { texts } = useLanguage()
  const t = texts.people.directory
  const [access, setAccess] = useState({ roles: group.roles, services: group.serviceAccess })
  return (
    <ChangeDialog
      title={t.grantsOf(group.name)}
      below={t.grantsMeans(group.memberCount)}
      action={t.change}
      about="group"
      document={GrantDirectoryGroupDocument}
      input={{ directoryGroup: group.id, roles: access.roles, serviceAccess: access.services }}
      fields={['roles', 'serviceAccess']}
      close={close}
    >
      <RoleFields
        roles={access.roles}
        services={access.services}
        choose={(part) => setAccess((now) => ({ ...now, ...part }))}
      />
    </ChangeDialog>
  )
}
