import { useQuery } from 'urql'
import { Button } from '../../portal/kit/Button.tsx'
import { useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { labelOf, valueIn } from '../../portal/custom/values.ts'
import { useMayChange } from '../shell/mayChange.ts'
import styles from './Custom.module.css'
import { CustomFieldsOfAccountDocument, CustomFieldsOfLineDocument } from './custom.ts'
import { CustomDialog } from './dialogs.ts'
import { texts as table } from './texts.ts'
import { type Held, heldIn } from './values.ts'

/** The custom fields of an account. Nothing is shown as long as the producer has none. */
export function FieldsOfAccount({ account }: { account: { id: string; name: string } }) {
  const t = useTexts(table)
  const [{ data, error }] = useQuery({ query: CustomFieldsOfAccountDocument, variables: { account: account.id } })
  if (error && !data?.account) {
    return <Failure error={error} />
  }
  const held = heldIn(data?.customFields ?? [], data?.account?.customFields ?? [])
  return held.length === 0 ? null : (
    <section aria-labelledby="custom">
      <h2 id="custom">{t.title}</h2>
      <Fields object={account.id} name={account.name} held={held} />
    </section>
  )
}

/** The custom fields of a line item, and those of its entitlement. */
export function FieldsOfLine({
  line,
}: {
  line: { id: string; activationId: string; entitlement: { number: string } }
}) {
  const t = useTexts(table)
  const [{ data, error }] = useQuery({ query: CustomFieldsOfLineDocument, variables: { line: line.id } })
  const found = data?.lineItem
  if (error && !found) {
    return <Failure error={error} />
  }
  const parts = [
    {
      object: line.id,
      name: line.activationId,
      held: heldIn(data?.ofLineItems ?? [], found?.customFields ?? []),
    },
    {
      object: found?.entitlement.id ?? '',
      name: line.entitlement.number,
      held: heldIn(data?.ofEntitlements ?? [], found?.entitlement.customFields ?? []),
    },
  ].filter(({ held }) => held.length > 0)
  return parts.length === 0 ? null : (
    <section className={styles.section} aria-labelledby="custom">
      <h2 id="custom">{t.title}</h2>
      <div className={styles.parts}>
        {parts.map((part) => (
          <div key={part.object}>
            <h3>{part.name}</h3>
            <Fields {...part} />
          </div>
        ))}
      </div>
    </section>
  )
}

/** What the fields of an object are called and hold, and for operators a button that sets them. */
function Fields({ object, name, held }: { object: string; name: string; held: readonly Held[] }) {
  const language = useLanguage()
  const t = useTexts(table)
  const open = useDialog()
  const mayChange = useMayChange()
  return (
    <>
      <dl className={styles.fields}>
        {held.map((one) => (
          <div key={one.field.id}>
            <dt>{labelOf(one.field, language)}</dt>
            <dd data-none={one.text === ''}>{one.text === '' ? t.notSet : valueIn(one, language)}</dd>
          </div>
        ))}
      </dl>
      {mayChange && (
        <Button
          aria-label={`${t.change}: ${t.changeOf(name)}`}
          onClick={() => open((close) => <CustomDialog object={object} name={name} held={held} close={close} />)}
        >
          {t.change}
        </Button>
      )}
    </>
  )
}
