import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useDay } from '../day/day.tsx'
import { writeRange } from '../entitlement/search.ts'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { daysOfChoice, filterOfChoice } from './choice.ts'
import { Coverages } from './Coverages.tsx'
import { LineItems } from './LineItems.tsx'
import type { EndingFragment } from './renewals.ts'
import styles from './Renewals.module.css'
import type { RenewalsSearch } from './search.ts'
import { productLinesOf, sumOf } from './sums.ts'
import { texts as table } from './texts.ts'

/**
 * What ends in the chosen month or bucket, with what happens then.
 *
 * @param rows what the contract counts in the chosen time; undefined if it was not asked for it
 */
export function Chosen({
  search,
  account,
  rows,
}: {
  search: RenewalsSearch
  account: string
  rows: readonly EndingFragment[] | undefined
}) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const { day, chosen } = useDay()
  const heading = useRef<HTMLHeadingElement>(null)
  const { month, bucket, productLine, below } = search
  const choice = JSON.stringify([month, bucket, productLine])
  const last = useRef(choice)
  useEffect(() => {
    // What was chosen above leads here, also for those who do not see that the list has changed.
    if (last.current !== choice) {
      last.current = choice
      heading.current?.focus({ preventScroll: true })
      heading.current?.scrollIntoView({ block: 'nearest' })
    }
  }, [choice])
  const { from, to } = daysOfChoice(search, day)
  const counted = rows?.filter((row) => productLine === undefined || row.productLine?.id === productLine)
  const sum = counted && sumOf(counted)
  const name = productLine && productLinesOf(counted ?? []).find(({ id }) => id === productLine)?.name
  const when = month !== undefined ? format.month(from) : bucket !== undefined ? t.inDays[bucket] : t.soonDays
  const filter = filterOfChoice(search, account, day, chosen)
  const inAddress = {
    ...(productLine !== undefined && { productLine }),
    ...(below === false && { below }),
  }
  const range = writeRange(from, to)
  return (
    <section className={styles.chosen} aria-labelledby="chosen">
      <h2 id="chosen" ref={heading} tabIndex={-1}>
        {t.ending(when, name)}
      </h2>
      <p className={styles.muted}>
        {t.days(from, to)}
        {productLine !== undefined && (
          <>
            {' · '}
            <Link
              className={styles.figure}
              to="/accounts/$account/renewals"
              params={{ account }}
              search={(now) => ({ ...now, productLine: undefined })}
              resetScroll={false}
            >
              {t.allLines}
            </Link>
          </>
        )}
      </p>
      <LineItems
        filter={filter}
        account={account}
        counted={sum?.lineItems}
        search={{ status: 'renewable', ends: range, ...inAddress }}
      />
      <Coverages
        filter={filter}
        account={account}
        counted={sum?.coverages}
        search={{ status: 'all', coverageEnds: range, ...inAddress }}
      />
    </section>
  )
}
