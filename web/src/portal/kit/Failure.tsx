import type { CombinedError } from '@urql/core'
import { retryFailed } from '../contract/client.ts'
import { useLanguage } from '../language/language.tsx'
import { Button } from './Button.tsx'
import { Identifier } from './Identifier.tsx'
import { Notice } from './Notice.tsx'
import { isReleased } from '../contract/release.ts'
import { reasonOf, requestOf } from './reason.ts'
import styles from './Failure.module.css'

/** Whether the server has another release of the page. */
function isOld(error: CombinedError): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions?.code === 'DOCUMENT_UNKNOWN')
}

/** Says that something could not be loaded, why, and how to go on. To try again asks for all that failed on the page. */
export function Failure({ error, title, retry }: { error: CombinedError; title?: string; retry?: () => void }) {
  const { texts } = useLanguage()
  const request = requestOf(error)
  if (isOld(error)) {
    return isReleased() ? null : ( // the page says it already, once for all that was asked
      <Notice title={texts.frame.released} role="alert">
        <Button onClick={() => location.reload()}>{texts.frame.reload}</Button>
      </Notice>
    )
  }
  return (
    <Notice title={title ?? texts.failure.title} role="alert">
      <p>{reasonOf(error, texts)}</p>
      <Button onClick={() => retryFailed(error) || retry?.()}>{texts.failure.retry}</Button>
      {request !== null && (
        <span>
          {texts.failure.request} <Identifier value={request} />
        </span>
      )}
    </Notice>
  )
}

/** Says in one line what could not be loaded, where the rest of a page goes without it, and tries again. */
export function FailureLine({ error, what }: { error: CombinedError; what: string }) {
  const { texts } = useLanguage()
  return (
    <span className={styles.line} role="alert">
      {what} <Button onClick={() => retryFailed(error)}>{texts.failure.retry}</Button>
    </span>
  )
}
