import { Landmark } from 'lucide-react'
import { useLanguage } from '../language/language.tsx'
import { actionName, actorName, type RecordedAction, type Entry, labelsOf } from './records.ts'
import styles from './ActionSummary.module.css'

/** What somebody did, in one sentence. Those of the producer are marked. */
export function ActionSummary({ action }: { action: RecordedAction<Entry> }) {
  const { texts, format } = useLanguage()
  const { first } = action
  const labels = labelsOf(action)
  const shown = labels.slice(0, 3)
  const more = labels.length - shown.length
  return (
    <span className={styles.action}>
      {actorName(first, texts)} {first.byProducer && <Producer />}
      <strong>{actionName(action, texts)}</strong>
      {shown.length > 0 &&
        texts.records.things(format.list([...shown, ...(more > 0 ? [texts.records.more(more)] : [])]))}
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
