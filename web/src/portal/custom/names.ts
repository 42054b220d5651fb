import { useQuery } from 'urql'
import type { CustomFieldSubject } from '../contract/types.ts'
import { useLanguage } from '../language/language.tsx'
import { CustomFieldNamesDocument } from './custom.ts'
import { type Labels, labelOf } from './values.ts'

const start = 'customFields.'

/** Which objects have which fields, by the beginnings of their ids. */
const subjects: Record<string, CustomFieldSubject> = {
  acct: 'ACCOUNT',
  ent: 'ENTITLEMENT',
  line: 'LINE_ITEM',
  dev: 'DEVICE',
}

/** A custom field as it is declared. */
type Declared = Labels & { subject: CustomFieldSubject; code: string }

/**
 * The custom field that a record of a change names with its code.
 *
 * @param subjectId is the object that has the field
 */
export function declaredOf(field: string, subjectId: string | null, fields: readonly Declared[]): Declared | undefined {
  const code = field.startsWith(start) ? field.slice(start.length) : undefined
  const subject = subjects[subjectId?.split('_')[0] ?? '']
  return fields.find((one) => one.code === code && one.subject === subject)
}

/**
 * What custom fields are called that records of changes name with their codes.
 *
 * @param recorded are the names of all recorded fields: without a custom one nothing is asked
 */
export function useCustomNames(
  recorded: readonly string[],
): (field: string, subjectId: string | null) => string | undefined {
  const language = useLanguage()
  const pause = !recorded.some((field) => field.startsWith(start))
  const [{ data }] = useQuery({ query: CustomFieldNamesDocument, pause })
  return (field, subjectId) => {
    const declared = declaredOf(field, subjectId, data?.customFields ?? [])
    return declared && labelOf(declared, language)
  }
}
