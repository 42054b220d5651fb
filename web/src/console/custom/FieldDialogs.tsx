import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { labelOf } from '../../portal/custom/values.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { EnumField, LongTextField, SelectField, useFieldNames } from '../shell/fields.tsx'
import { TextField } from '../shell/TextField.tsx'
import { useFinished } from '../shell/useFinished.ts'
import { ChangeCustomFieldDocument, DeclareCustomFieldDocument } from './custom.ts'
import {
  type Declared,
  type EnteredField,
  enteredOf,
  noField,
  subjects,
  toChange,
  toDeclare,
  types,
} from './declared.ts'
import { texts as table } from './texts.ts'

const shown = ['subject', 'code', 'type', 'labelEnglish', 'labelGerman', 'description', 'choices', 'forCustomers']

type Properties = { entered: EnteredField; enter: (change: Partial<EnteredField>) => void }

/** What can be changed of a field at any time. */
function NameFields({ entered, enter }: Properties) {
  const t = useTexts(table).declared
  const { yes, no } = useLanguage().texts.change.values
  const field = useFieldNames()
  return (
    <>
      {(['labelEnglish', 'labelGerman'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={field(name)}
          value={entered[name]}
          most={200}
          change={(label) => enter({ [name]: label })}
        />
      ))}
      <LongTextField
        name="description"
        label={field('description')}
        value={entered.description}
        most={2000}
        change={(description) => enter({ description })}
      />
      {entered.type === 'CHOICE' && (
        <LongTextField
          name="choices"
          label={t.choices}
          value={entered.choices}
          most={10_000}
          change={(choices) => enter({ choices })}
        />
      )}
      <SelectField
        name="forCustomers"
        label={field('forCustomers')}
        value={String(entered.forCustomers)}
        choices={[
          { value: 'false', name: no },
          { value: 'true', name: yes },
        ]}
        change={(chosen) => enter({ forCustomers: chosen === 'true' })}
      />
    </>
  )
}

/** Declares a field for a kind of objects. */
export function DeclareDialog({ close }: DialogOfChange) {
  const t = useTexts(table).declared
  const field = useFieldNames()
  const draft = useDraft('custom field', noField)
  const { value } = draft
  const enter = (change: Partial<EnteredField>) => draft.enter((now) => ({ ...now, ...change }))
  return (
    <ConsoleDialog
      title={t.declare.open}
      below={t.declare.means}
      action={t.declare.action}
      about="other"
      document={DeclareCustomFieldDocument}
      input={toDeclare(value)}
      fields={shown}
      names={{ subject: t.subject, type: t.type }}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <EnumField
        name="subject"
        label={t.subject}
        of="CustomFieldSubject"
        values={subjects}
        value={value.subject}
        change={(subject) => enter({ subject: subject || 'ACCOUNT' })}
      />
      <TextField
        name="code"
        label={field('code')}
        hint={t.codeMeans}
        value={value.code}
        most={64}
        change={(code) => enter({ code })}
      />
      <EnumField
        name="type"
        label={t.type}
        of="CustomFieldType"
        values={types}
        value={value.type}
        change={(type) => enter({ type: type || 'TEXT' })}
      />
      <NameFields entered={value} enter={enter} />
    </ConsoleDialog>
  )
}

/** Renames a field, or changes its choices and who sees it. */
export function ChangeFieldDialog({ of, close }: DialogOfChange & { of: Declared }) {
  const language = useLanguage()
  const t = useTexts(table).declared
  const before = enteredOf(of)
  const draft = useDraft(`custom field ${of.id}`, before)
  return (
    <ConsoleDialog
      title={t.change.title(labelOf(of, language))}
      below={t.change.means}
      action={t.change.action}
      about="other"
      document={ChangeCustomFieldDocument}
      input={toChange(of, before, draft.value)}
      fields={shown}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <NameFields entered={draft.value} enter={(change) => draft.enter((now) => ({ ...now, ...change }))} />
    </ConsoleDialog>
  )
}

/** Retires a field, or lets it get values again. */
export function RetireFieldDialog({ of, close }: DialogOfChange & { of: Declared }) {
  const language = useLanguage()
  const t = useTexts(table).declared
  const retired = of.retiredAt !== null
  const words = retired ? t.bringBack : t.retire
  return (
    <ConsoleDialog
      title={words.title(labelOf(of, language))}
      below={words.means}
      action={words.action}
      about="other"
      document={ChangeCustomFieldDocument}
      input={{ customField: of.id, retired: !retired }}
      whenDone={useFinished()}
      close={close}
    />
  )
}
