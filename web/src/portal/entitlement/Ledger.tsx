import { useQuery } from 'urql'
import { useDay } from '../day/day.tsx'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { Messages } from '../language/en.ts'
import { useLanguage } from '../language/language.tsx'
import { LineLedgerDocument, type LineLedgerQuery } from './line.ts'
import styles from './Line.module.css'
import { PartNotice, PartTable } from './PartTable.tsx'

type Entry = NonNullable<NonNullable<LineLedgerQuery['lineItem']>['ledger']>['nodes'][number]

/** Each change of what a line item grants and of what is in use, newest first. */
export function Ledger({ line }: { line: { id: string } }) {
  const { texts, format } = useLanguage()
  const { day } = useDay()
  const t = texts.lines.ledger
  const { variables, next } = usePages({ id: line.id })
  const [{ data, error, fetching }, again] = useQuery({
    query: LineLedgerDocument,
    variables,
  })
  const found = data?.lineItem?.ledger
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={4} />
  }
  if (found.totalCount === 0) {
    return <PartNotice title={t.none} />
  }
  return (
    <>
      <PartTable head={[t.day, t.what, t.amount, t.excess, t.actor, t.cause]} name={texts.lines.detail.tab.ledger}>
        {found.nodes.map((entry, row) => (
          // oxlint-disable-next-line react/no-array-index-key -- entries have no id, and none is put between others
          <tr key={row} className={entry.effectiveOn > day ? styles.muted : undefined}>
            <th scope="row">
              <time dateTime={entry.effectiveOn} title={format.moment(entry.recordedAt)}>
                {format.day(entry.effectiveOn)}
              </time>
              {entry.effectiveOn > day && <span className={styles.second}>{t.later}</span>}
            </th>
            <td>{t.kind[entry.kind]}</td>
            <td>{signed(entry.amount, texts.line.unlimited, format)}</td>
            <td>
              {Number(entry.excess.amount ?? '0') === 0 ? '' : signed(entry.excess, texts.line.unlimited, format)}
            </td>
            <td>{actorInWords(entry.actor, texts)}</td>
            <td className={styles.muted}>{t.causes[entry.cause] ?? entry.cause}</td>
          </tr>
        ))}
      </PartTable>
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
    </>
  )
}

/** Who made a change. An import is named after what was imported, such as "import:legacy". */
function actorInWords({ name, kind }: Entry['actor'], texts: Messages): string {
  return kind === 'SYSTEM' && name.startsWith('import:') ? texts.lines.ledger.imported : name
}

/** An amount with its sign, such as +5 or −2. */
function signed(quantity: Entry['amount'], unlimited: string, format: { decimal: (amount: string) => string }): string {
  if (quantity.unlimited || quantity.amount === null) {
    return unlimited
  }
  const amount = quantity.amount
  if (Number(amount) === 0) {
    return format.decimal(amount)
  }
  return amount.startsWith('-') ? `−${format.decimal(amount.slice(1))}` : `+${format.decimal(amount)}`
}
