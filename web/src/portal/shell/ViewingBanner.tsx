import { Eye, Filter } from 'lucide-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import { refusal } from '../kit/refusal.ts'
import { reasonOf } from '../kit/reason.ts'
import { useLanguage } from '../language/language.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { SwitchAccountDocument, ViewAsDocument } from './viewing.ts'
import styles from './ViewingBanner.module.css'

/** Says plainly that the viewer sees what another sees, or only one of their accounts, and ends it. */
export function ViewingBanner() {
  const { texts } = useLanguage()
  const t = texts.frame.viewing
  const viewer = useViewer()
  const [, viewAs] = useMutation(ViewAsDocument)
  const [, switchAccount] = useMutation(SwitchAccountDocument)
  const [problem, setProblem] = useState<string>()
  if (viewer.viewingAs === null && viewer.narrowedTo === null) {
    return null
  }
  async function end() {
    const { error, data } = viewer.viewingAs ? await viewAs({ input: {} }) : await switchAccount({ input: {} })
    const refused =
      (data?.change?.errors[0] && refusal(data.change.errors[0], texts)) ?? (error && reasonOf(error, texts))
    if (refused !== undefined) {
      setProblem(refused)
      return
    }
    location.reload() // everything that was loaded was for other eyes
  }
  return (
    <section className={styles.standing} aria-label={t.label}>
      {viewer.viewingAs ? <Eye size={16} aria-hidden="true" /> : <Filter size={16} aria-hidden="true" />}
      <span>
        {viewer.viewingAs ? (
          <>
            {t.viewing} <strong>{viewer.viewingAs.name}</strong> {t.viewingEnd}
          </>
        ) : (
          <>
            {t.narrowed} <strong>{viewer.narrowedTo?.name}</strong>.
          </>
        )}
        {problem !== undefined && <span role="alert"> {problem}</span>}
      </span>
      <button type="button" onClick={() => void end()}>
        {viewer.viewingAs ? t.endViewing : t.endNarrowing}
      </button>
    </section>
  )
}
