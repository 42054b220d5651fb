import { TriangleAlert } from 'lucide-react'
import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Secret.module.css'

/** A new key, which nobody can show a second time. */
export function Secret({ value }: { value: string }) {
  const { texts } = useLanguage()
  return (
    <div className={styles.secret}>
      <p className={styles.warning}>
        <TriangleAlert size={14} aria-hidden="true" /> {texts.settings.keys.once}
      </p>
      <Identifier value={value} />
    </div>
  )
}

/** Says that a key was made which nobody has seen. */
export function LostSecret() {
  const { texts } = useLanguage()
  return (
    <p className={styles.warning}>
      <TriangleAlert size={14} aria-hidden="true" /> {texts.settings.keys.lost}
    </p>
  )
}
