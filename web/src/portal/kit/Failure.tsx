import type { CombinedError } from '@urql/core'
import { useLanguage } from '../language/language.tsx'
import { Button } from './Button.tsx'
import { Identifier } from './Identifier.tsx'
import { Notice } from './Notice.tsx'
import { isReleased } from '../contract/release.ts'
import { reasonOf, requestOf } from './reason.ts'

/** Whether the server has another release of the page. */
function isOld(error: CombinedError): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions?.code === 'DOCUMENT_UNKNOWN')
}

/** Says that something could not be loaded, why, and how to go on. */
export function Failure({ error, retry }: { error: CombinedError; retry: () => void }) {
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
    <Notice title={texts.failure.title} role="alert">
      <p>{reasonOf(error, texts)}</p>
      <Button onClick={retry}>{texts.failure.retry}</Button>
      {request !== null && (
        <span>
          {texts.failure.request} <Identifier value={request} />
        </span>
      )}
    </Notice>
  )
}
