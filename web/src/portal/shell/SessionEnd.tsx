import { useEffect, useState } from 'react'
import { keepSession, signInAddress, tryToGoOn, useSessionEnded } from '../contract/session.ts'
import { Button } from '../kit/Button.tsx'
import { FormDialog } from '../kit/FormDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './SessionEnd.module.css'

/** Says that the session has ended, and lets the viewer sign in in a new tab and go on with what they began here. */
export function SessionEnd() {
  const { texts } = useLanguage()
  const t = texts.session
  const ended = useSessionEnded()
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
