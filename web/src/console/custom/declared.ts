import type {
  ChangeCustomFieldInput,
  CustomFieldSubject,
  CustomFieldType,
  DeclareCustomFieldInput,
} from '../../portal/contract/types.ts'
import type { CustomFieldFragment, DeclaredFieldsQuery } from './custom.ts'

/** The kinds of objects that can have custom fields, in the order in which the page has them. */
export const subjects = ['ACCOUNT', 'ENTITLEMENT', 'LINE_ITEM', 'DEVICE'] as const satisfies CustomFieldSubject[]

/** The types of values. */
export const types = ['TEXT', 'NUMBER', 'DAY', 'BOOLEAN', 'CHOICE'] as const satisfies CustomFieldType[]

/** A field as the page of all fields has it. */
export type Declared = NonNullable<DeclaredFieldsQuery['customFields']>[number]

/** What is entered of a field. Choices are lines of one text. */
export type EnteredField = {
  subject: CustomFieldSubject
  code: string
  type: CustomFieldType
  labelEnglish: string
  labelGerman: string
  description: string
  choices: string
  forCustomers: boolean
}

/** A field of which nothing is entered yet. */
export const noField: EnteredField = {
  subject: 'ACCOUNT',
  code: '',
  type: 'TEXT',
  labelEnglish: '',
  labelGerman: '',
  description: '',
  choices: '',
  forCustomers: false,
}

/** What is known of a field, as somebody would have entered it. */
export function enteredOf(field: Declared): EnteredField {
  return { ...field, description: field.description ?? '', choices: field.choices.join('\n') }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The input that declares a field; null as long as its code or a name is missing. Without a German name it has the English one. */
export function toDeclare(entered: EnteredField): DeclareCustomFieldInput | null {
  const [code, labelEnglish, labelGerman, description] = [
    entered.code.trim(),
    entered.labelEnglish.trim(),
    entered.labelGerman.trim(),
    entered.description.trim(),
  ]
  return code === '' || labelEnglish === ''
    ? null
    : {
        subject: entered.subject,
        code,
        type: entered.type,
        labelEnglish,
        labelGerman: labelGerman || labelEnglish,
        forCustomers: entered.forCustomers,
        ...(description !== '' && { description }),
        ...(entered.type === 'CHOICE' && { choices: linesOf(entered.choices) }),
      }
}

/** The input that makes of a field what was entered. Only what differs is sent. */
export function toChange(
  field: Pick<CustomFieldFragment, 'id'>,
  before: EnteredField,
  entered: EnteredField,
): ChangeCustomFieldInput {
  const texts = (['labelEnglish', 'labelGerman', 'description'] as const).flatMap((name) =>
    entered[name].trim() === before[name] ? [] : [[name, entered[name].trim()]],
  )
  const choices = linesOf(entered.choices)
  return {
    customField: field.id,
    ...Object.fromEntries(texts),
    ...(choices.join('\n') !== before.choices && { choices }),
    ...(entered.forCustomers !== before.forCustomers && { forCustomers: entered.forCustomers }),
  }
}
