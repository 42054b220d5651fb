import type { CombinedError } from '@urql/core'
import { ExternalLink } from 'lucide-react'
import { Failure } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useTexts } from '../language/screenTexts.ts'
import rows from '../member/rows.module.css'
import { Section } from '../settings/Section.tsx'
import styles from '../settings/Settings.module.css'
import { useViewer } from '../viewer/viewer.tsx'
import type { OwnServicesQuery } from './service.ts'
import { texts as own } from './texts.ts'

/** The links of the producer to services elsewhere. Without any, only operators read that there could be some. */
export function ServiceLinks({
  links,
  error,
  retry,
}: {
  links: OwnServicesQuery['serviceLinks']
  error: CombinedError | undefined
  retry: () => void
}) {
  const t = useTexts(own)
  const { producerRole, viewingAs } = useViewer()
  if (links === null) {
    return error ? <Failure error={error} retry={retry} /> : null
  }
  if (links.length === 0 && (producerRole !== 'OPERATOR' || viewingAs !== null)) {
    return null
  }
  return (
    <Section id="links" title={t.links} about={t.linksAbout}>
      {links.length === 0 ? (
        <Notice title={t.noLinks}>{t.noLinksNext}</Notice>
      ) : (
        <ul className={styles.rows}>
          {links.map(({ name, address }) => (
            <li key={`${name} ${address}`} className={styles.item}>
              <ExternalLink size={16} aria-hidden="true" className={styles.icon} />
              <span className={styles.what}>
                <a className={rows.link} href={address} target="_blank" rel="noreferrer">
                  {name}
                </a>
                <span className={styles.below}>{address.replace(/^https?:\/\/|\/$/gu, '')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
