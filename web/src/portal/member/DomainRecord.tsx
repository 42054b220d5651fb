import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './DomainRecord.module.css'
import type { DomainRowFragment } from './domains.ts'

/** The TXT record by which DNS proves a domain, to copy. */
export function DomainRecord({ domain: { txtName, txtValue } }: { domain: DomainRowFragment }) {
  const { texts } = useLanguage()
  const t = texts.people.domains
  return (
    <dl className={styles.record}>
      <div>
        <dt>{t.recordType}</dt>
        <dd>
          <code>TXT</code>
        </dd>
      </div>
      <div>
        <dt>{t.recordName}</dt>
        <dd>
          <Identifier value={txtName} />
        </dd>
      </div>
      <div>
        <dt>{t.recordValue}</dt>
        <dd>
          <Identifier value={txtValue} />
        </dd>
      </div>
    </dl>
  )
}
