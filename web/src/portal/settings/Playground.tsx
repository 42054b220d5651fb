import { Button, buttonLook } from '../kit/Button.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { openInPlayground } from './openInPlayground.ts'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import { texts as own } from './texts.ts'

/** Leads to the playground, with what this screen asks. */
export function Playground() {
  const t = useTexts(own).playground
  return (
    <Section id="playground" title={t.title} about={t.about}>
      <p className={styles.buttons}>
        <a className={buttonLook} href="/playground/">
          {t.open}
        </a>
        <Button onClick={openInPlayground}>{t.ofScreen}</Button>
      </p>
      <p className={styles.about}>{t.anywhere}</p>
    </Section>
  )
}
