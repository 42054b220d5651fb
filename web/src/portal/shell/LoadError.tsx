import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'

/** What is shown in place of a screen that fails while it is drawn, which is a mistake of the portal. */
export function LoadError() {
  const { texts } = useLanguage()
  return (
    <Notice whole title={texts.frame.broken} role="alert">
      <p>{texts.frame.brokenNext}</p>
      <Button onClick={() => location.reload()}>{texts.frame.reload}</Button>
    </Notice>
  )
}
