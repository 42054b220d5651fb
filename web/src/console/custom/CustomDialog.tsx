import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { type Language, useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { labelOf } from '../../portal/custom/values.ts'
import { type FieldOf, RightChange } from '../rights/RightChange.tsx'
import { SetCustomFieldsDocument } from './custom.ts'
import { texts as table } from './texts.ts'
import { changedIn, type Held, inputOf } from './values.ts'

/** Sets the values of custom fields of an object. Only those that were changed are sent. */
export function CustomDialog({
  object,
  name,
  held,
  close,
}: DialogOfChange & { object: string; name: string; held: readonly Held[] }) {
  const language = useLanguage()
  const t = useTexts(table)
  const named = new Map(held.map(({ field }) => [`customFields.${field.code}`, labelOf(field, language)]))
  return (
    <RightChange
      of={{ title: t.changeOf, means: t.means, action: t.action }}
      name={name}
      about={object}
      document={SetCustomFieldsDocument}
      nameOf={(field) => named.get(field)}
      empty={Object.fromEntries(held.map(({ field, text }) => [field.id, text]))}
      fields={held.map((one) => fieldOf(one, held, language, t))}
      toInput={(entered) => {
        const changed = changedIn(held, entered)
        return changed.length === 0
          ? null
          : { object, values: changed.map(({ field }) => inputOf(field, entered[field.id] ?? '')) }
      }}
      customerReads={(entered) => changedIn(held, entered).some(({ field }) => field.forCustomers)}
      close={close}
    />
  )
}

type Texts = ReturnType<(typeof table)['en']>

/** A field of the dialog for a value, by its type. */
function fieldOf({ field, text }: Held, held: readonly Held[], language: Language, t: Texts): FieldOf<string> {
  const { values } = language.texts.change
  const hints = [field.description ?? '', field.forCustomers ? '' : t.inside, field.retiredAt === null ? '' : t.retired]
  const hint = hints.filter(Boolean).join(' ')
  const common = {
    name: field.id,
    label: labelOf(field, language),
    ...(hint !== '' && { hint }),
    // The place of the value in the list depends on what else was changed.
    at: (entered: Record<string, string>) => {
      const place = changedIn(held, entered).findIndex((other) => other.field.id === field.id)
      return place < 0 ? field.id : `values.${place}`
    },
  }
  const none = { value: '', name: t.notSet }
  switch (field.type) {
    case 'DAY':
      return { ...common, kind: 'day' }
    case 'BOOLEAN':
      return {
        ...common,
        kind: 'choice',
        choices: [none, { value: 'true', name: values.yes }, { value: 'false', name: values.no }],
      }
    case 'CHOICE': {
      // A value that is no choice any more stays to be seen.
      const choices = text === '' || field.choices.includes(text) ? field.choices : [text, ...field.choices]
      return { ...common, kind: 'choice', choices: [none, ...choices.map((value) => ({ value, name: value }))] }
    }
    default:
      return { ...common, kind: 'text', most: field.type === 'TEXT' ? 500 : 30 }
  }
}
