import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './dialogs.module.css'
import type { DomainRowFragment } from './domains.ts'

/** The steps by which somebody proves a domain. */
export function DomainSteps({ domain }: { domain: DomainRowFragment }) {
  const { texts } = useLanguage()
  const t = texts.people.domains.steps
  return (
    <ol className={styles.steps}>
      <li>
        {t.set}
        <DomainRecord domain={domain} />
      </li>
      <li>{t.wait}</li>
      <li>{t.check}</li>
    </ol>
  )
}

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
