import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { UseBar } from '../kit/UseBar.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Owned.module.css'

type Row = {
  productLine: { id: string; name: string } | null
  unit: { id: string; plural: string }
  granted: { amount: string | null; unlimited: boolean }
  used: { amount: string | null; unlimited: boolean }
  lineItemCount: number
  endingWithin90Days: number
}

/** How many rows there are before the viewer asks for all. */
const most = 8

/** What an account owns, by product line and unit. Every figure leads to the list of what it counts. */
export function Owned({ rows, account }: { rows: readonly Row[]; account: string }) {
  const { texts, format } = useLanguage()
  const t = texts.home.columns
  const [all, setAll] = useState(rows.length <= most + 2)
  if (rows.length === 0) {
    return <Notice title={texts.entitlements.none}>{texts.entitlements.noneNext}</Notice>
  }
  const list = (text: string, label: string, search: object) => (
    <Link className={styles.figure} to="/accounts/$account/entitlements" params={{ account }} search={search} aria-label={label}>
      {text}
    </Link>
  )
  return (
    <>
    <table className={styles.owned}>
      <thead>
        <tr>
          <th scope="col">{t.productLine}</th>
          <th scope="col">{t.use}</th>
          <th scope="col" className={styles.number}>
            {t.rights}
          </th>
          <th scope="col" className={styles.number}>
            {t.ending}
          </th>
        </tr>
      </thead>
      <tbody>
        {(all ? rows : rows.slice(0, most)).map((row, index) => {
          const name = row.productLine?.name ?? ''
          const again = rows[index - 1]?.productLine?.id === row.productLine?.id
          const filter = { ...(row.productLine && { productLine: row.productLine.id }), unit: row.unit.id }
          return (
            <tr key={`${row.productLine?.id} ${row.unit.id}`} data-again={again}>
              <th scope="row">
                <span className={again ? styles.again : undefined}>
                  {row.productLine && !again ? list(name, name, { productLine: row.productLine.id }) : name}
                </span>
              </th>
              <td>
                <UseBar used={row.used} granted={row.granted} unit={row.unit.plural} />
              </td>
              <td className={styles.number} data-label={t.rights}>
                {list(format.count(row.lineItemCount), `${t.rights}: ${row.lineItemCount}, ${name}, ${row.unit.plural}`, filter)}
              </td>
              <td className={styles.number} data-label={t.ending}>
                {row.endingWithin90Days === 0
                  ? '0'
                  : list(
                      format.count(row.endingWithin90Days),
                      `${t.ending}: ${row.endingWithin90Days}, ${name}, ${row.unit.plural}`,
                      { ...filter, ends: 90 },
                    )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
    {!all && <p className={styles.more}><Button onClick={() => setAll(true)}>{texts.home.allOwned(rows.length)}</Button></p>}
    </>
  )
}
