import type { Format } from '../language/format.ts'
import type { Messages } from '../language/en.ts'
import { unitName } from '../kit/UseBar.tsx'
import type { LinePositionFragment } from './lines.ts'

/** How many units the header of a group names; the others are only counted. */
const named = 3

/** What a group adds up to, such as "187 lines · 348 of 412 concurrent seats". */
export function sumsInWords(
  count: number | null,
  positions: readonly LinePositionFragment[],
  texts: Messages,
  format: Format,
): string {
  const t = texts.lines
  const amounts = positions.map((position) => {
    const used = format.decimal(position.used.amount ?? '0')
    const unlimited = position.unlimitedLineItemCount === position.lineItemCount
    const granted = unlimited ? texts.line.unlimited : format.decimal(position.granted.amount ?? '0')
    return `${texts.line.of(used, granted)} ${unitName(unlimited ? null : position.granted, position.unit)}`
  })
  return [
    ...(count === null ? [] : [t.count(count)]),
    ...amounts.slice(0, named),
    ...(amounts.length > named ? [t.moreUnits(amounts.length - named)] : []),
  ].join(' · ')
}
