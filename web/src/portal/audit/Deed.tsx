import { Landmark } from 'lucide-react'
import { useLanguage } from '../language/language.tsx'
import { actionName, actorName, type Deed as OneDeed, type Entry, labelsOf } from './records.ts'
import styles from './Deed.module.css'

/** What somebody did, in one sentence. Those of the producer are marked. */
export function Deed({ deed }: { deed: OneDeed<Entry> }) {
  const { texts, format } = useLanguage()
  const { first } = deed
  const labels = labelsOf(deed)
  const shown = labels.slice(0, 3)
  const more = labels.length - shown.length
  return (
    <span className={styles.deed}>
      {actorName(first, texts)} {first.byProducer && <Producer />}
      <strong>{actionName(deed, texts)}</strong>
      {shown.length > 0 && texts.records.things(format.list([...shown, ...(more > 0 ? [texts.records.more(more)] : [])]))}
    </span>
  )
}

/** Marks what one of the producer's people or programs did. */
export function Producer() {
  const { texts } = useLanguage()
  return (
    <span className={styles.producer}>
      <Landmark size={12} aria-hidden="true" />
      {texts.records.producer}
    </span>
  )
}
