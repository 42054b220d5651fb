import { useEffect, useState } from 'react'
import { keepSession, signInAddress, tryToGoOn, useSessionState } from '../contract/session.ts'
import { Button } from '../kit/Button.tsx'
import { FormDialog } from '../kit/FormDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './SessionEnd.module.css'

/**
 * Says that the session has ended, and lets the viewer sign in in a new tab and go on with what they began here; or that
 * somebody else has signed in, for whom the page has to be loaded again.
 */
export function SessionEnd() {
  const { texts } = useLanguage()
  const t = texts.session
  const state = useSessionState()
  const ended = state === 'ended'
  const [refused, setRefused] = useState(false)
  useEffect(keepSession, [])
  useEffect(() => {
    if (!ended) {
      return
    }
    const look = () => void tryToGoOn()
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [ended])
  const goOn = async () => setRefused(!(await tryToGoOn()))
  if (state === 'replaced') {
    return (
      <FormDialog
        kept
        title={t.replaced}
        below={t.replacedText}
        submit={() => location.reload()}
        close={() => {}}
        foot={
          <Button main type="submit">
            {t.reload}
          </Button>
        }
      />
    )
  }
  return (
    <FormDialog
      open={ended}
      kept
      title={t.title}
      below={t.text}
      submit={() => void goOn()}
      close={() => {}}
      foot={
        <>
          <Button type="submit">{t.goOn}</Button>
          <a className={styles.signIn} href={signInAddress()} target="_blank" rel="noopener">
            {t.signIn}
          </a>
        </>
      }
    >
      <p className={styles.problem} role="alert">
        {refused && t.notYet}
      </p>
    </FormDialog>
  )
}
