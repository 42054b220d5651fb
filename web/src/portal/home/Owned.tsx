import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { soonDays } from '../entitlement/states.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { UseBar } from '../kit/UseBar.tsx'
import { useLanguage } from '../language/language.tsx'
import { type Unit, unitIn } from '../language/units.ts'
import styles from './Owned.module.css'

type Row = {
  productLine: { id: string; name: string } | null
  unit: Unit & { id: string }
  granted: { amount: string | null; unlimited: boolean }
  used: { amount: string | null; unlimited: boolean }
  lineItemCount: number
  endingWithin90Days: number
}

/** How many rows there are before the viewer asks for all. */
const most = 8

/**
 * What an account owns, by product line and unit. Every figure leads to the list of what it counts.
 *
 * @param held how many rights are held, with trials, which no row counts
 */
export function Owned({ rows, held, account }: { rows: readonly Row[]; held: number | undefined; account: string }) {
  const { texts, format } = useLanguage()
  const t = texts.home.columns
  const [all, setAll] = useState(false)
  if (rows.length === 0) {
    return <Notice title={texts.entitlements.none}>{texts.entitlements.noneNext}</Notice>
  }
  const shown = all || rows.length <= most + 2 ? rows : rows.slice(0, most)
  const trials = (held ?? 0) - rows.reduce((sum, row) => sum + row.lineItemCount, 0)
  return (
    <>
      <table className={styles.owned}>
        <thead>
          <tr>
            <th scope="col">{t.productLine}</th>
            <th scope="col">{t.unit}</th>
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
          {shown.map((row, index) => {
            const name = row.productLine?.name ?? ''
            const unit = unitIn(texts, row.unit).plural
            const again = index > 0 && rows[index - 1]?.productLine?.id === row.productLine?.id
            const line = row.productLine && { productLine: row.productLine.id }
            const filter = { ...line, unit: row.unit.id }
            const figure = (count: number, column: string, search: object) =>
              count === 0 ? (
                <span className={styles.nothing}>0</span>
              ) : (
                <Figure account={account} search={search} label={`${column}: ${count}, ${name}, ${unit}`}>
                  {format.count(count)}
                </Figure>
              )
            return (
              <tr key={`${row.productLine?.id} ${row.unit.id}`} data-again={again}>
                <th scope="row">
                  {again || !line ? (
                    <span className={again ? styles.again : undefined}>{name}</span>
                  ) : (
                    <Figure account={account} search={line}>
                      {name}
                    </Figure>
                  )}
                </th>
                <td className={styles.unit}>{unit}</td>
                <td>
                  <UseBar used={row.used} granted={row.granted} unit={row.unit} bare />
                </td>
                <td className={styles.number} data-label={t.rights}>
                  {figure(row.lineItemCount, t.rights, filter)}
                </td>
                <td className={styles.number} data-label={t.ending}>
                  {figure(row.endingWithin90Days, t.ending, { ...filter, ends: soonDays })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <p className={styles.more}>
          <Button onClick={() => setAll(true)}>{texts.home.allOwned(rows.length)}</Button>
          <span className={styles.paper}>{texts.home.someOwned(shown.length, rows.length)}</span>
        </p>
      )}
      {trials > 0 && <p className={styles.note}>{texts.home.trials(trials)}</p>}
    </>
  )
}

/** A figure, or a name, that leads to the list of what it stands for. */
function Figure({
  account,
  search,
  label,
  children,
}: {
  account: string
  search: object
  label?: string
  children: string
}) {
  return (
    <Link
      className={styles.figure}
      to="/accounts/$account/entitlements"
      params={{ account }}
      search={search}
      aria-label={label}
    >
      {children}
    </Link>
  )
}
