import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { productName } from '../entitlement/groups.ts'
import { useTexts } from '../language/screenTexts.ts'
import { type RecordedRightQuery, RecordedRightDocument } from './activity.ts'
import { texts as table } from './texts.ts'

/** The beginnings of the ids of line items, and of what belongs to them. */
const ofRights = new Set(['line', 'per', 'cov', 'covitem'])

/** Whether a record is about a right, or about a part of one. */
function isOfRight(subject: string): boolean {
  return ofRights.has(subject.split('_')[0] ?? '')
}

/** The line items to which something belongs. A coverage has several; people know an id of it that no page has. */
function linesOf(thing: RecordedRightQuery['node']) {
  switch (thing?.__typename) {
    case 'LineItem':
      return [thing]
    case 'Period':
    case 'CoverageItem':
      return [thing.lineItem]
    case 'Coverage':
      return (thing.items?.nodes ?? []).map(({ lineItem }) => lineItem)
    default:
      return []
  }
}

/** Leads from a record to the line items that it is about: also from one of a period or a coverage. */
export function RightLinks({ subject }: { subject: string }) {
  const t = useTexts(table)
  const [{ data }] = useQuery({
    query: RecordedRightDocument,
    variables: { id: subject },
    pause: !isOfRight(subject),
  })
  return linesOf(data?.node ?? null).map((line) => (
    <Link key={line.id} to="/accounts/$account/entitlements/$line" params={{ account: line.account.id, line: line.id }}>
      {t.open(productName(line.product), line.activationId)}
    </Link>
  ))
}
