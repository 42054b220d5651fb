import type { CustomFieldValueInput } from '../../portal/contract/types.ts'
import type { CustomFieldFragment, CustomValueFragment } from './custom.ts'

/** A custom field, and its value in an object as a text; an empty one stands for none. */
export type Held = { field: CustomFieldFragment; text: string }

/** The fields of a kind of objects with their values in one of them. A field that is retired is there if it has one. */
export function heldIn(fields: readonly CustomFieldFragment[], values: readonly CustomValueFragment[]): Held[] {
  const texts = new Map(values.map((value) => [value.field.id, value.text]))
  return fields.flatMap((field) => {
    const text = texts.get(field.id) ?? ''
    return text === '' && field.retiredAt !== null ? [] : [{ field, text }]
  })
}

/** The fields whose values differ from what was entered, in their order. */
export function changedIn(held: readonly Held[], entered: Readonly<Record<string, string>>): Held[] {
  return held.filter(({ field, text }) => (entered[field.id] ?? text).trim() !== text)
}

/** A value as the contract takes it: in the field of the input for its type, or in none of them if it is removed. */
export function inputOf({ id, type }: CustomFieldFragment, entered: string): CustomFieldValueInput {
  const text = entered.trim()
  if (text === '') {
    return { field: id }
  }
  switch (type) {
    case 'NUMBER':
      return { field: id, number: text.replace('−', '-').replace(',', '.') }
    case 'DAY':
      return { field: id, day: text }
    case 'BOOLEAN':
      return { field: id, boolean: text === 'true' }
    case 'CHOICE':
      return { field: id, choice: text }
    default:
      return { field: id, text }
  }
}
