import type { ReactNode } from 'react'
import { Segments } from '../kit/Segments.tsx'
import { useLanguage } from '../language/language.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { prefer, usePreferences } from './preferences.ts'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import { ThemeChoice } from './ThemeChoice.tsx'

/** How the page looks and speaks in this browser. */
export function Display() {
  const { texts } = useLanguage()
  const t = texts.settings.display
  const { dense, shortcuts } = usePreferences()
  return (
    <Section id="display" title={t.title} about={t.about}>
      <dl className={styles.rows}>
        <Row name={t.language}>
          <LanguageChoice />
        </Row>
        <Row name={texts.frame.theme.label}>
          <ThemeChoice />
        </Row>
        <Row name={t.density}>
          <Segments
            label={t.density}
            value={dense ? 'dense' : 'roomy'}
            choose={(chosen) => prefer({ dense: chosen === 'dense' })}
            choices={[
              { value: 'roomy', name: t.roomy },
              { value: 'dense', name: t.dense },
            ]}
          />
        </Row>
        <Row name={t.shortcuts}>
          <Segments
            label={t.shortcuts}
            value={shortcuts ? 'on' : 'off'}
            choose={(chosen) => prefer({ shortcuts: chosen === 'on' })}
            choices={[
              { value: 'on', name: t.on },
              { value: 'off', name: t.off },
            ]}
          />
        </Row>
      </dl>
    </Section>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd className={styles.choice}>{children}</dd>
    </div>
  )
}
