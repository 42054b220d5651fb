import { TriangleAlert } from 'lucide-react'
import { useQuery } from 'urql'
import type { Role, Service } from '../contract/types.ts'
import { useFieldErrors } from '../kit/ChangeDialog.tsx'
import { Choices, Field } from '../kit/Field.tsx'
import { today } from '../day/today.ts'
import { useLanguage } from '../language/language.tsx'
import styles from './dialogs.module.css'
import { lackingServices } from './lackingServices.ts'
import { ProductLinesToChooseDocument } from './people.ts'
import { roles as allRoles } from './search.ts'
import { services as allServices } from './words.ts'

/** The choice of roles and services, in plain words. */
export function RoleFields({
  roles,
  services,
  labels,
  choose,
}: {
  roles: readonly Role[]
  services: readonly Service[]
  /** What the fields are called, if not as usual. */
  labels?: { roles: string; services: string } | undefined
  choose: (part: { roles?: Role[]; services?: Service[] }) => void
}) {
  const { texts } = useLanguage()
  const t = texts.people
  return (
    <>
      <Choices
        label={labels?.roles ?? t.roles}
        choices={allRoles.map((value) => ({
          value,
          name: texts.role[value],
          what: t.roleMeans[value],
        }))}
        chosen={roles}
        choose={(values) => choose({ roles: values })}
        errors={useFieldErrors('roles')}
      />
      <Choices
        label={labels?.services ?? t.services}
        choices={allServices.map((value) => ({
          value,
          name: texts.service[value],
          what: t.serviceMeans[value],
        }))}
        chosen={services}
        choose={(values) => choose({ services: values })}
        errors={useFieldErrors('serviceAccess')}
      />
      <output>
        {lackingServices(roles, services).map((lack) => (
          <span key={lack} className={styles.lack}>
            <TriangleAlert size={14} aria-hidden="true" /> {t.lacksService[lack]}
          </span>
        ))}
      </output>
    </>
  )
}

/** Where and until when an access holds. */
export type Reach = { productLine: string; includeSubAccounts: boolean; endsOn: string }

/** The choice of where and until when an access holds. */
export function ReachFields({ reach, choose }: { reach: Reach; choose: (part: Partial<Reach>) => void }) {
  const { texts } = useLanguage()
  const t = texts.people
  const [{ data }] = useQuery({ query: ProductLinesToChooseDocument })
  const lines = data?.productLines?.nodes ?? []
  return (
    <>
      <div className={styles.two}>
        <Field label={t.productLine} errors={useFieldErrors('productLine')}>
          {(control) => (
            <select
              {...control}
              value={reach.productLine}
              onChange={(e) => choose({ productLine: e.currentTarget.value })}
            >
              <option value="">{t.everyProductLine}</option>
              {lines.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.lastDay} errors={useFieldErrors('endsOn')}>
          {(control) => (
            <input
              {...control}
              type="date"
              min={today()}
              value={reach.endsOn}
              onChange={(e) => choose({ endsOn: e.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Choices
        label={t.reach}
        choices={[{ value: 'below', name: t.subAccounts, what: t.subAccountsMeans }]}
        chosen={reach.includeSubAccounts ? ['below'] : []}
        choose={(values) => choose({ includeSubAccounts: values.length > 0 })}
        errors={useFieldErrors('includeSubAccounts')}
      />
    </>
  )
}
