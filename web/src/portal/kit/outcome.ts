import type { CombinedError } from '@urql/core'
import type { Messages } from '../language/en.ts'
import type { ChangeErrorFragment } from './change.ts'
import type { Changed } from './proposal.ts'
import { isUncertain, reasonOf } from './reason.ts'
import { refusal } from './refusal.ts'
import { say } from './toast.ts'

/** What the server answered to a change. */
type Outcome = { data?: { change: Pick<Changed, 'errors'> | null } | undefined; error?: CombinedError | undefined }

/**
 * Says that a change was done, with a link to its record.
 *
 * @param more what the viewer has to know besides, so that it stays until they close it
 */
export function sayDone(title: string, change: Changed | null, texts: Messages, more?: string) {
  const entry = change?.auditEntry
  const record = entry?.account ? { account: entry.account.id, entry: entry.id } : undefined
  say([texts.change.done(title), ...(more === undefined ? [] : [more])].join('. '), record, more !== undefined)
}

/**
 * Says that a change was not done, or that nobody knows, after its dialog was left.
 *
 * @param sent whether it was sent to be done, and not only to learn what it would do
 */
export function sayNotDone(
  title: string,
  { data, error }: Outcome,
  sent: boolean,
  texts: Messages,
  words: (refused: ChangeErrorFragment) => string = (refused) => refusal(refused, texts),
) {
  const refused = data?.change?.errors[0]
  if (refused) {
    say(texts.change.notDone(title, words(refused)), undefined, true)
  } else if (sent && error && isUncertain(error)) {
    say(texts.change.unknown(title), undefined, true)
  } else {
    say(texts.change.notDone(title, error ? reasonOf(error, texts) : texts.change.outdated), undefined, true)
  }
}
