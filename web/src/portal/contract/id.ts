/** The beginnings of the ids that addresses name. */
export type IdOf = 'acct' | 'line' | 'user' | 'pline' | 'prod' | 'part' | 'unit' | 'dev' | 'srv' | 'meter'

const form = /^([a-z]+)_[0-7][0-9A-TV-Z]{12}$/iu

/** Whether a value has the form of an id of the contract, of one kind of thing if it is given. */
export function isId(value: unknown, of?: IdOf): value is string {
  const prefix = typeof value === 'string' ? form.exec(value)?.[1]?.toLowerCase() : undefined
  return prefix !== undefined && (of === undefined || prefix === of)
}

/**
 * An id as the contract writes it, if a value has the form of one, and of one kind of thing if it is given. People type
 * ids in any letters, and pages compare them.
 */
export function readId(value: unknown, of?: IdOf): string | undefined {
  if (!isId(value, of)) {
    return undefined
  }
  const end = value.lastIndexOf('_')
  return value.slice(0, end).toLowerCase() + value.slice(end).toUpperCase()
}

/** Whether a text may be the name of something in another system, which has a digit and no space, and is no id. */
export function mayBeName(text: string): boolean {
  return /^\S*\d\S*$/u.test(text) && !isId(text)
}
