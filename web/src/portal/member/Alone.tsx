import { useLanguage } from '../language/language.tsx'
import { useAdministratorsToAsk } from './administrators.ts'
import { Members } from './Members.tsx'
import styles from './People.module.css'

/** What a member sees who does not see the others: their own access, and whom to ask for more. */
export function Alone({ account }: { account: { id: string; name: string } }) {
  const { texts, format } = useLanguage()
  const { names } = useAdministratorsToAsk(account.id)
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
