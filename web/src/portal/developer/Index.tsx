import { useTexts } from '../language/screenTexts.ts'
import { useContract } from './contractContext.ts'
import { TypeLink } from './links.tsx'
import { type Entry, roots } from './reference.ts'
import styles from './Reference.module.css'
import { texts } from './texts.ts'

/** What belongs to a subject, by what it is. */
type Part = { name: string; links: { type: string; hash?: string }[] }

/** Whether a type only goes with a field: the result of a change, or a page of a list. */
const isResult = (name: string) => /(?:Payload|Connection|Edge)$/u.test(name)

/** All types and root fields, by their subjects, which are the files of the contract. */
export function Index() {
  const t = useTexts(texts).reference
  const { contract } = useContract()
  const { entries } = contract
  const fields = entries.reduce((sum, { fields: all = [], values = [] }) => sum + all.length + values.length, 0)
  const fieldsOf = (root: string, subject: string) =>
    (contract.byName.get(root)?.fields ?? [])
      .filter((field) => field.subject === subject)
      .map(({ name }) => ({ type: root, hash: name }))
  const typesOf = (subject: string, kinds: readonly Entry['kind'][]) =>
    entries
      .filter((entry) => entry.subject === subject && kinds.includes(entry.kind) && !roots.includes(entry.name))
      .map(({ name }) => ({ type: name }))
  const names = [...new Set(entries.map(({ subject }) => subject))].toSorted()
  // What all subjects use comes last.
  const subjects = [...names.filter((name) => name !== 'basics'), 'basics'].map((subject) => {
    const objects = typesOf(subject, ['OBJECT', 'INTERFACE', 'UNION'])
    const parts: Part[] = [
      { name: t.queries, links: fieldsOf('Query', subject) },
      { name: t.changes, links: fieldsOf('Mutation', subject) },
      { name: t.objects, links: objects.filter(({ type }) => !isResult(type)) },
      { name: t.inputs, links: typesOf(subject, ['INPUT']) },
      { name: t.others, links: typesOf(subject, ['ENUM', 'SCALAR', 'DIRECTIVE']) },
      { name: t.results, links: objects.filter(({ type }) => isResult(type)) },
    ]
    return { subject, parts: parts.filter(({ links }) => links.length > 0) }
  })
  return (
    <div className={styles.page}>
      <p className={styles.about}>{t.sentence(entries.length, fields)}</p>
      <ul className={styles.roots}>
        {entries
          .filter(({ name }) => roots.includes(name))
          .map(({ name }) => (
            <li key={name}>
              <TypeLink type={name} />
            </li>
          ))}
      </ul>
      {subjects.map(({ subject, parts }) => (
        <section key={subject} className={styles.part} aria-labelledby={`subject-${subject}`}>
          <h2 id={`subject-${subject}`} className={styles.subject} lang="en">
            {subject}
          </h2>
          <dl className={styles.more}>
            {parts.map(({ name, links }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <ul className={styles.names}>
                    {links.map(({ type, hash }) => (
                      <li key={`${type}.${hash}`}>
                        <TypeLink type={type} {...(hash !== undefined && { hash })}>
                          <code>{hash ?? type}</code>
                        </TypeLink>
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
