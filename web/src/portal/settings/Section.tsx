import type { ReactNode } from 'react'
import styles from './Settings.module.css'

/** A part of the settings, with what it is about and its button. */
export function Section({
  id,
  title,
  about,
  button,
  children,
}: {
  id: string
  title: string
  about?: string
  button?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {about !== undefined && <p className={styles.about}>{about}</p>}
        </div>
        {button}
      </div>
      {children}
    </section>
  )
}
