import { useQuery } from 'urql'
import { useLanguage } from '../language/language.tsx'
import { Members } from './Members.tsx'
import styles from './People.module.css'
import { AdministratorsToAskDocument } from './people.ts'

/** What a member sees who does not see the others: their own access, and whom to ask for more. */
export function Alone({ account }: { account: { id: string; name: string } }) {
  const { texts, format } = useLanguage()
  const [{ data }] = useQuery({ query: AdministratorsToAskDocument })
  const known = (data?.viewer?.services ?? [])
    .flatMap(({ accounts }) => accounts)
    .filter(({ accountId }) => accountId === account.id)
    .flatMap(({ administrators }) => administrators.map(({ name }) => name))
  const names = [...new Set(known)].slice(0, 5)
  const t = texts.people.alone
  return (
    <>
      <p className={`${styles.sentence} ${styles.alone}`}>
        <strong>{t.own(account.name)}</strong>
      </p>
      <div className={styles.list}>
        <Members alone />
      </div>
      <p className={styles.others}>
        <strong>{t.others}</strong> {names.length > 0 ? t.ask(format.list(names)) : t.askAdministrators}
      </p>
    </>
  )
}
