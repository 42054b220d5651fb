/** What can be changed of a person, in the order of the dialog. */
export const userFields = ['firstName', 'lastName', 'displayName', 'phone'] as const

type Entered = Record<(typeof userFields)[number], string>

/** What differs from what was known of a person; null stands for what is to be removed. */
export function changesOf(now: Entered, before: Entered): { [Field in keyof Entered]?: string | null } {
  return Object.fromEntries(
    userFields.flatMap((field) => {
      const text = now[field].trim()
      return text === before[field] ? [] : [[field, text === '' ? null : text]]
    }),
  )
}
