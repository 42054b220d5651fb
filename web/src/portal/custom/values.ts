import type { CustomFieldType } from '../contract/types.ts'
import type { Language } from '../language/language.tsx'

/** What a custom field is called in both languages. */
export type Labels = { labelEnglish: string; labelGerman: string }

/** What a field is called in a language. */
export function labelOf({ labelEnglish, labelGerman }: Labels, { code }: Pick<Language, 'code'>): string {
  return code === 'de' ? labelGerman : labelEnglish
}

/** A value as the language writes it. */
export function valueIn(
  { field, text }: { field: { type: CustomFieldType }; text: string },
  { texts, format }: Pick<Language, 'texts' | 'format'>,
): string {
  switch (text === '' ? 'TEXT' : field.type) {
    case 'DAY':
      return format.day(text)
    case 'NUMBER':
      return text.startsWith('-') ? `−${format.decimal(text.slice(1))}` : format.decimal(text)
    case 'BOOLEAN':
      return text === 'true' ? texts.change.values.yes : texts.change.values.no
    default:
      return text
  }
}
