import type { Messages } from '../language/en.ts'
import type { ChangeErrorFragment } from './change.ts'

/** Says why a change was refused, and what to do, in the viewer's language as far as it has words for it. */
export function refusal(error: ChangeErrorFragment, texts: Messages): string {
  const { errors, fieldErrors } = texts.change
  const field = error.field?.split('.')[1] ?? ''
  return (
    errors[error.code] ??
    (error.code === 'BAD_INPUT' ? fieldErrors[field] : undefined) ??
    `${error.message} ${error.remedy}`
  )
}
