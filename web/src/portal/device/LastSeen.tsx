import { useLanguage } from '../language/language.tsx'
import rows from '../member/rows.module.css'

/** When a device or a license server was last seen. Many never report it. */
export function LastSeen({ at }: { at: string | null }) {
  const { texts, format } = useLanguage()
  return at === null ? (
    <span className={rows.muted}>{texts.lines.activations.notSeen}</span>
  ) : (
    <time dateTime={at} title={format.moment(at)}>
      {format.ago(at)}
    </time>
  )
}
