import type { PositionGrouping } from '../contract/types.ts'
import type { Format } from '../language/format.ts'
import type { Messages } from '../language/en.ts'
import { unitName } from '../kit/UseBar.tsx'
import type { LinePositionFragment } from './lines.ts'

/** How many units the header of a group names; the others are only counted. */
const named = 3

/** What a group adds up to, such as "187 lines · 348 of 412 concurrent seats". A group of one unit has its name already. */
export function sumsInWords(
  count: number | null,
  positions: readonly LinePositionFragment[],
  texts: Messages,
  format: Format,
  by?: PositionGrouping,
): string {
  const t = texts.lines
  const amounts = positions.map((position) => {
    const used = format.decimal(position.used.amount ?? '0')
    if (position.unlimitedLineItemCount === position.lineItemCount) {
      return by === 'UNIT' ? `${used}, ${texts.line.unlimited}` : `${used} ${position.unit.plural}, ${texts.line.unlimited}`
    }
    const amount = texts.line.of(used, format.decimal(position.granted.amount ?? '0'))
    return by === 'UNIT' ? amount : `${amount} ${unitName(position.granted, position.unit)}`
  })
  return [
    ...(count === null ? [] : [t.count(count)]),
    ...amounts.slice(0, named),
    ...(amounts.length > named ? [t.moreUnits(amounts.length - named)] : []),
  ].join(' · ')
}
