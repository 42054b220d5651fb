import { useLanguage } from '../../portal/language/language.tsx'
import { moneyIn } from '../../portal/language/money.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from './Instalments.module.css'
import { texts as table } from './texts.ts'

/** The instalments of a period, which are opened where there is little room. */
export function Paid({
  instalments,
}: {
  instalments: readonly { dueOn: string; price: { amount: string; currency: string } }[]
}) {
  const t = useTexts(table)
  const { format } = useLanguage()
  return instalments.length === 0 ? null : (
    <details className={styles.paid}>
      <summary>{t.many(instalments.length)}</summary>
      <ul>
        {instalments.map(({ dueOn, price }) => (
          <li key={dueOn}>{t.one(dueOn, moneyIn(price, format))}</li>
        ))}
      </ul>
    </details>
  )
}
