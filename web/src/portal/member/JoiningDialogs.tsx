import { useState } from 'react'
import type { Role, Service } from '../contract/types.ts'
import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useLanguage } from '../language/language.tsx'
import { RoleFields } from './AccessFields.tsx'
import { AllowJoiningDomainDocument, DisallowJoiningDomainDocument } from './changes.ts'

/** Lets people of a proven domain join by themselves. */
export function AllowJoiningDialog({
  account,
  domains,
  close,
}: DialogOfChange & { account: string; domains: readonly string[] }) {
  const { texts } = useLanguage()
  const t = texts.people.domains
  const [domain, setDomain] = useState(domains[0] ?? '')
  const [access, setAccess] = useState<{ roles: Role[]; services: Service[] }>({ roles: ['READER'], services: [] })
  return (
    <ChangeDialog
      title={t.allow}
      below={t.allowMeans}
      action={t.allow}
      about="joining"
      document={AllowJoiningDomainDocument}
      input={{ account, domain, roles: access.roles, serviceAccess: access.services }}
      fields={['domain', 'roles', 'serviceAccess']}
      close={close}
    >
      <ProvenDomainField domains={domains} chosen={domain} choose={setDomain} />
      <RoleFields
        roles={access.roles}
        services={access.services}
        choose={(part) => setAccess((now) => ({ ...now, ...part }))}
      />
    </ChangeDialog>
  )
}

function ProvenDomainField({
  domains,
  chosen,
  choose,
}: {
  domains: readonly string[]
  chosen: string
  choose: (domain: string) => void
}) {
  const { texts } = useLanguage()
  return (
    <Field label={texts.people.domains.domain} errors={useFieldErrors('domain')}>
      {(control) => (
        <select {...control} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          {domains.map((domain) => (
            <option key={domain}>{domain}</option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** No longer lets people of a domain join by themselves. */
export function DisallowJoiningDialog({
  account,
  domain,
  close,
}: DialogOfChange & { account: string; domain: string }) {
  const { texts } = useLanguage()
  const t = texts.people.domains
  return (
    <ChangeDialog
      title={t.disallowWhich(domain)}
      below={t.disallowMeans}
      action={t.disallow}
      about="joining"
      document={DisallowJoiningDomainDocument}
      input={{ account, domain }}
      close={close}
    />
  )
}
