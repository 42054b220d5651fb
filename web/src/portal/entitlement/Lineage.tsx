import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Failure } from '../kit/Failure.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { productName } from './groups.ts'
import { LineLineageDocument } from './line.ts'
import styles from './Line.module.css'
import { amountInWords, type Detail } from './lineTimeline.ts'
import { PartNotice, PartTable } from './PartTable.tsx'

/** From which line items a line item came, and what followed it. */
export function Lineage({ line, account }: { line: Detail; account: string }) {
  const { texts, format } = useLanguage()
  const t = texts.lines.lineage
  const [{ data, error }, again] = useQuery({ query: LineLineageDocument, variables: { id: line.id } })
  const steps = data?.lineItem?.lineage
  if (error && !steps) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!steps) {
    return <Skeleton rows={2} />
  }
  if (steps.length === 0) {
    return <PartNotice title={t.none} />
  }
  return (
    <PartTable head={[t.what, t.other, t.amount, t.day]} name={texts.lines.detail.tab.lineage}>
      {steps.map((step) => (
        <tr key={`${step.direction} ${step.reason} ${step.counterpartLabel}`}>
          <th scope="row">{t.step[step.direction][step.reason]}</th>
          <td>
            {step.counterpart ? (
              <Link
                className={styles.link}
                to="/accounts/$account/entitlements/$line"
                params={{ account, line: step.counterpart.id }}
                search={{}}
              >
                {productName(step.counterpart.product)}
              </Link>
            ) : (
              t.hidden
            )}
            <span className={styles.second}>
              <code>{step.counterpart?.activationId ?? step.counterpartLabel}</code>
              {step.counterpart &&
                step.counterpart.account.id !== line.account.id &&
                ` ${step.counterpart.account.name}`}
            </span>
          </td>
          <td>{step.quantity && amountInWords(step.quantity, line.unit, texts, format)}</td>
          <td>
            {step.happenedOn ? (
              <time dateTime={step.happenedOn}>{format.day(step.happenedOn)}</time>
            ) : (
              <span className={styles.muted}>{texts.lines.timeline.unknown}</span>
            )}
          </td>
        </tr>
      ))}
    </PartTable>
  )
}
