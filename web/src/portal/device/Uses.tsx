import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import rows from '../member/rows.module.css'
import { texts as own } from './texts.ts'
import { type Part, usesOf } from './uses.ts'

/** How many products a row names; the others are only counted. */
const named = 2

/** What a row uses or holds, by product. Of many parts only the first are known. */
export function Uses({ parts, all }: { parts: readonly Part[]; all: number }) {
  const { texts, format } = useLanguage()
  const t = useTexts(own)
  const uses = usesOf(parts, texts, format)
  const shown = uses.slice(0, named)
  const unnamed = all > parts.length ? null : uses.length - shown.length
  if (all === 0) {
    return <span className={rows.muted}>{t.usesNothing}</span>
  }
  return (
    <>
      {shown.map(({ key, product, amount }) => (
        <span key={key} className={rows.line}>
          {product} <span className={rows.muted}>{amount}</span>
        </span>
      ))}
      {unnamed === null ? (
        <span className={rows.second}>{t.lineItems(all)}</span>
      ) : (
        unnamed > 0 && <span className={rows.second}>{t.others(unnamed)}</span>
      )}
    </>
  )
}
