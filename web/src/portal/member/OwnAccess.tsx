import { useLanguage } from '../language/language.tsx'
import { useAdministrators } from './administrators.ts'
import { Members } from './Members.tsx'
import styles from './People.module.css'

/** What a member sees who does not see the others: their own access, and whom to ask for more. */
export function OwnAccess({ account }: { account: { id: string; name: string } }) {
  const { texts } = useLanguage()
  const { names } = useAdministrators(account.id)
  const t = texts.people.ownAccess
  return (
    <>
      <p className={`${styles.sentence} ${styles.alone}`}>
        <strong>{t.own(account.name)}</strong>
      </p>
      <div className={styles.list}>
        <Members ownOnly />
      </div>
      <p className={styles.others}>
        <strong>{t.others}</strong> {names === undefined ? t.askAdministrators : t.ask(names)}
      </p>
    </>
  )
}
