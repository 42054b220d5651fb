import { CircleCheck, CircleSlash } from 'lucide-react'
import { useQuery } from 'urql'
import { Button } from '../../portal/kit/Button.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Menu } from '../../portal/kit/Menu.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { Status } from '../../portal/kit/Status.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { labelOf } from '../../portal/custom/values.ts'
import own from '../catalog/Catalog.module.css'
import styles from '../operation/Operation.module.css'
import { useValueNames } from '../shell/fields.tsx'
import { useMayChange } from '../shell/mayChange.ts'
import { texts as shell } from '../shell/texts.ts'
import { DeclaredFieldsDocument } from './custom.ts'
import { type Declared, subjects } from './declared.ts'
import { ChangeFieldDialog, DeclareDialog, RetireFieldDialog } from './dialogs.ts'
import { texts as table } from './texts.ts'

/** The fields that the producer has added to accounts, rights and devices. Operators declare, rename and retire them. */
export function Fields() {
  const t = useTexts(table).declared
  const { screens } = useTexts(shell)
  return (
    <DialogHost>
      <div className={own.head}>
        <div>
          <h1>{screens.fields}</h1>
          <p className={own.sentence}>{t.means}</p>
        </div>
        <New />
      </div>
      <All />
    </DialogHost>
  )
}

function New() {
  const t = useTexts(table).declared
  const open = useDialog()
  return (
    useMayChange() && (
      <div className={own.buttons}>
        <Button main onClick={() => open((close) => <DeclareDialog close={close} />)}>
          {t.declare.open}
        </Button>
      </div>
    )
  )
}

function All() {
  const t = useTexts(table).declared
  const valueName = useValueNames()
  const [{ data, error }, again] = useQuery({ query: DeclaredFieldsDocument })
  const fields = data?.customFields
  if (error && !fields) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!fields) {
    return <Skeleton rows={8} />
  }
  if (fields.length === 0) {
    return <Notice title={t.none}>{t.noneNext}</Notice>
  }
  return subjects.map((subject) => {
    const rows = fields.filter((field) => field.subject === subject)
    return (
      rows.length > 0 && (
        <section key={subject} className={styles.section} aria-labelledby={subject}>
          <h2 id={subject}>{t.of(valueName('CustomFieldSubject', subject))}</h2>
          <div className={styles.list}>
            <Table subject={subject} fields={rows} />
          </div>
        </section>
      )
    )
  })
}

function Table({ subject, fields }: { subject: string; fields: readonly Declared[] }) {
  const { columns, actions } = useTexts(table).declared
  return (
    <table className={styles.table} aria-labelledby={subject}>
      <thead>
        <tr>
          {[columns.name, columns.code, columns.type, columns.seen, columns.state].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {useMayChange() && (
            <th scope="col">
              <span className={styles.hidden}>{actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <Row key={field.id} field={field} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ field }: { field: Declared }) {
  const language = useLanguage()
  const t = useTexts(table).declared
  const valueName = useValueNames()
  const open = useDialog()
  const mayChange = useMayChange()
  const name = labelOf(field, language)
  const retired = field.retiredAt !== null
  return (
    <tr>
      <th scope="row">
        {name}
        {field.description !== null && <span className={styles.second}>{field.description}</span>}
      </th>
      <td data-label={t.columns.code}>
        <code>{field.code}</code>
      </td>
      <td data-label={t.columns.type}>
        {valueName('CustomFieldType', field.type)}
        {field.choices.length > 0 && <span className={styles.second}>{language.format.list(field.choices)}</span>}
      </td>
      <td data-label={t.columns.seen}>{field.forCustomers ? t.everybody : t.inside}</td>
      <td>
        <Status tone={retired ? 'plain' : 'good'} icon={retired ? CircleSlash : CircleCheck}>
          {retired ? t.retired : t.used}
        </Status>
      </td>
      {mayChange && (
        <td className={styles.action}>
          <Menu
            label={t.actionsOf(name)}
            actions={[
              { name: t.change.open, run: () => open((close) => <ChangeFieldDialog of={field} close={close} />) },
              {
                name: retired ? t.bringBack.open : t.retire.open,
                wrong: !retired,
                run: () => open((close) => <RetireFieldDialog of={field} close={close} />),
              },
            ]}
          />
        </td>
      )}
    </tr>
  )
}
