import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './rows.module.css'

/** The address to which a directory sends people and groups. Whoever connects one needs it beside the key. */
export function DirectoryAddress() {
  const { texts } = useLanguage()
  return (
    <p className={styles.address}>
      {texts.people.directory.address} <Identifier value={`${location.origin}/scim/v2`} />
    </p>
  )
}
