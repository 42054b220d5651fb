import { type ComponentType, type ReactNode, useState } from 'react'
import { type AnyVariables, useQuery } from 'urql'
import type { TrustedDocument } from '../contract/trusted.ts'
import { PartNotice, PartTable } from '../entitlement/PartTable.tsx'
import { Button } from '../kit/Button.tsx'
import { useClosedDialogs } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { pageSize } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from './Events.module.css'
import { entitlementOf, eventInWords } from './events.ts'
import {
  AccountChangesDocument,
  type RightEventFragment,
  type RightEventPageFragment,
  RightHistoryDocument,
} from './history.ts'
import { texts as table } from './texts.ts'

/** The right of an event. */
export type OfLine = { line: NonNullable<RightEventFragment['lineItem']> }

/**
 * What was recorded about a line item and its entitlement, the newest first.
 *
 * @param children what follows: it is shown once the history is, so that it does not move
 */
export function RightHistory({
  line,
  children,
}: {
  line: { id: string; entitlement: { id: string } }
  children?: ReactNode
}) {
  return (
    <Pages document={RightHistoryDocument} question={{ entitlement: line.entitlement.id, lineItem: line.id }}>
      {children}
    </Pages>
  )
}

/**
 * What was recorded about the rights of an account from a moment to before another one, the newest first.
 *
 * @param Target leads to the right of an event
 */
export function AccountHistory({
  Target,
  ...question
}: {
  account: string
  from: string
  to: string
  Target: ComponentType<OfLine>
}) {
  return <Pages document={AccountChangesDocument} question={question} Target={Target} />
}

type Place = { first: number; after: string | null }

type OfPages<Question extends object> = {
  /** Reads a page of events. */
  document: TrustedDocument<{ page: RightEventPageFragment | null }, Question & Place>
  question: Question
  Target?: ComponentType<OfLine>
}

/** Reads a page; what failed is said in its place. */
function usePage<Question extends object>({ document, question }: OfPages<Question>, after: string | null) {
  const variables = { ...question, first: pageSize, after }
  const [{ data, error }, again] = useQuery<{ page: RightEventPageFragment | null }, AnyVariables>({
    query: document as TrustedDocument<{ page: RightEventPageFragment | null }, AnyVariables>,
    variables,
  })
  const failure = error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  return { page: data?.page, failure }
}

/** A table of events, page after page. Another question, or a change, begins with the first page again. */
function Pages<Question extends object>({ children, ...of }: OfPages<Question> & { children?: ReactNode }) {
  const t = useTexts(table)
  const asked = JSON.stringify([of.question, useClosedDialogs()])
  const [known, setKnown] = useState<{ asked: string; after: readonly (string | null)[] }>({ asked, after: [null] })
  const after = known.asked === asked ? known.after : [null]
  const { page, failure } = usePage(of, null)
  const { recorded, what, days, order, line } = t.columns
  if (!page && !failure) {
    return <Skeleton rows={4} />
  }
  return (
    <>
      {failure}
      {page?.events.length === 0 && <PartNotice title={t.none} />}
      {page && page.events.length > 0 && (
        <PartTable head={[recorded, what, days, ...(of.Target ? [line] : []), order]} name={t.title}>
          {after.map((cursor, place) => (
            <Page
              key={cursor}
              of={of}
              after={cursor}
              more={place === after.length - 1 ? (next) => setKnown({ asked, after: [...after, next] }) : undefined}
            />
          ))}
        </PartTable>
      )}
      {children}
    </>
  )
}

function Page<Question extends object>({
  of,
  after,
  more,
}: {
  of: OfPages<Question>
  after: string | null
  more: ((next: string) => void) | undefined
}) {
  const t = useTexts(table)
  const { page, failure } = usePage(of, after)
  const columns = of.Target ? 5 : 4
  if (!page) {
    return (
      <tr>
        <td colSpan={columns}>{failure ?? <Skeleton rows={4} />}</td>
      </tr>
    )
  }
  const next = page.hasNextPage ? page.endCursor : null
  return (
    <>
      {page.events.map((event, row) => (
        // oxlint-disable-next-line react/no-array-index-key -- events have no id, and none is put between others
        <Event key={row} event={event} Target={of.Target} />
      ))}
      {more && next !== null && (
        <tr>
          <td colSpan={columns} className={styles.more}>
            <Button onClick={() => more(next)}>{t.more}</Button>
          </td>
        </tr>
      )}
    </>
  )
}

function Event({ event, Target }: { event: RightEventFragment; Target: ComponentType<OfLine> | undefined }) {
  const language = useLanguage()
  const t = useTexts(table)
  const { what, days, who, why, order } = eventInWords(event, language, t)
  const number = entitlementOf(event)
  const by = [who, why].filter(Boolean).join(': ')
  return (
    <tr>
      <th scope="row">
        <time dateTime={event.recordedAt}>{language.format.moment(event.recordedAt)}</time>
      </th>
      <td>
        {what}
        {by !== '' && <span className={styles.second}>{by}</span>}
      </td>
      <td data-none={days === ''}>{days}</td>
      {Target && (
        <td data-none={event.lineItem === null && number === ''}>
          {event.lineItem ? <Target line={event.lineItem} /> : number}
        </td>
      )}
      <td data-none={order === ''}>{order}</td>
    </tr>
  )
}
