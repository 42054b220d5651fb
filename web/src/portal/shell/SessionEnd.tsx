import { useEffect, useState } from 'react'
import { signInAddress, tryToGoOn, useSessionEnded } from '../contract/session.ts'
import { Button } from '../kit/Button.tsx'
import { Modal, ModalButtons, ModalTitle } from '../kit/Modal.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './SessionEnd.module.css'

/** Says that the session has ended, and lets the viewer sign in in a new tab and go on with what they began here. */
export function SessionEnd() {
  const { texts } = useLanguage()
  const t = texts.session
  const ended = useSessionEnded()
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    if (!ended) {
      return
    }
    const look = () => void tryToGoOn()
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [ended])
  return (
    <Modal open={ended} close={() => {}} label={t.title} kept>
      <ModalTitle>{t.title}</ModalTitle>
      <p className={styles.text}>{t.text}</p>
      <p className={styles.problem} role="alert">
        {refused && t.notYet}
      </p>
      <ModalButtons>
        <Button onClick={async () => setRefused(!(await tryToGoOn()))}>{t.goOn}</Button>
        <a className={styles.signIn} href={signInAddress()} target="_blank" rel="noopener">
          {t.signIn}
        </a>
      </ModalButtons>
    </Modal>
  )
}
