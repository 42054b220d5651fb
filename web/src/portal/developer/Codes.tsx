import { useTexts } from '../language/screenTexts.ts'
import { useContract } from './contractContext.ts'
import { anchorOf, useShown } from './place.ts'
import { Prose } from './Prose.tsx'
import type { Code } from './reference.ts'
import styles from './Reference.module.css'
import { texts } from './texts.ts'

/** All codes of errors and warnings, by where they are met. */
export function Codes({ chosen }: { chosen: string }) {
  const t = useTexts(texts).codes
  const { contract } = useContract()
  useShown(chosen)
  return (
    <div className={styles.page}>
      <p className={styles.about}>{t.sentence(contract.codes.length)}</p>
      {[...new Set(contract.codes.map(({ where }) => where))].map((where) => (
        <section key={where} className={styles.part} aria-label={t.where[where] ?? where}>
          <h2>{t.where[where] ?? where}</h2>
          {contract.codes
            .filter((code) => code.where === where)
            .map((code) => (
              <CodeEntry key={code.code} entry={code} chosen={code.code === chosen} />
            ))}
        </section>
      ))}
    </div>
  )
}

function CodeEntry({
  entry: { code, about, remedy, status, parameters, warning },
  chosen,
}: {
  entry: Code
  chosen: boolean
}) {
  const t = useTexts(texts).codes
  return (
    <article
      id={anchorOf(code)}
      className={styles.member}
      data-chosen={chosen}
      tabIndex={-1}
      aria-labelledby={`${anchorOf(code)}-name`}
    >
      <h3 id={`${anchorOf(code)}-name`} className={styles.name}>
        <code lang="en" translate="no">
          {code}
        </code>
        {warning && <span className={styles.kind}>{t.warning}</span>}
        {status !== undefined && (
          <span className={styles.kind}>
            {t.status} {status}
          </span>
        )}
      </h3>
      <Prose text={about} />
      {(remedy !== undefined || parameters !== undefined) && (
        <dl className={styles.more}>
          {remedy !== undefined && (
            <div>
              <dt>{t.remedy}</dt>
              <dd>
                <Prose text={remedy} />
              </dd>
            </div>
          )}
          {parameters !== undefined && (
            <div>
              <dt>{t.parameters}</dt>
              <dd>
                <Prose text={parameters} />
              </dd>
            </div>
          )}
        </dl>
      )}
    </article>
  )
}
