import type { PositionGrouping } from '../contract/types.ts'
import type { Format } from '../language/format.ts'
import type { Messages } from '../language/en.ts'
import { unitAfterOf, unitName } from '../kit/UseBar.tsx'
import type { LinePositionFragment, LineRowFragment } from './lines.ts'
import { isHeld, isTrial } from './states.ts'

/** What is held in one unit. */
export type Sum = Pick<LinePositionFragment, 'unit' | 'granted' | 'used' | 'lineItemCount' | 'unlimitedLineItemCount'>

/** How many units the header of a group names; the others are only counted. */
const named = 3

/** Adds two decimals of the contract, with all their digits. */
export function added(a: string, b: string): string {
  const digits = Math.max(...[a, b].map((decimal) => decimal.split('.')[1]?.length ?? 0))
  const whole = (decimal: string) => {
    const [front = '0', back = ''] = decimal.split('.')
    return BigInt(front + back.padEnd(digits, '0'))
  }
  const sum = whole(a) + whole(b)
  const text = String(sum < 0n ? -sum : sum).padStart(digits + 1, '0')
  const end = text.length - digits
  return (sum < 0n ? '-' : '') + (digits === 0 ? text : `${text.slice(0, end)}.${text.slice(end)}`)
}

/** Those of some rows that are held. */
export function heldOf(rows: readonly LineRowFragment[]): LineRowFragment[] {
  return rows.filter(({ status }) => isHeld(status))
}

/** How many of some rows are held and are trials, which sums leave out. */
export function trialsOf(rows: readonly LineRowFragment[]): number {
  return heldOf(rows).filter(isTrial).length
}

/** What the held ones of some rows add up to, unit by unit, without trials. */
export function sumsOf(rows: readonly LineRowFragment[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const { unit, granted, used } of heldOf(rows).filter((row) => !isTrial(row))) {
    if (granted === null || used === null) {
      continue
    }
    const before = sums.get(unit.id)
    sums.set(unit.id, {
      unit,
      granted: {
        ...granted,
        amount: added(before?.granted.amount ?? '0', granted.unlimited ? '0' : (granted.amount ?? '0')),
        unlimited: false,
      },
      used: { ...used, amount: added(before?.used.amount ?? '0', used.amount ?? '0') },
      lineItemCount: (before?.lineItemCount ?? 0) + 1,
      unlimitedLineItemCount: (before?.unlimitedLineItemCount ?? 0) + (granted.unlimited ? 1 : 0),
    })
  }
  return [...sums.values()].toSorted((a, b) => a.unit.plural.localeCompare(b.unit.plural))
}

/**
 * How many lines there are, how many of them are held, and how many of these are trials. What is not known yet is null.
 */
type Count = { all: number | null; held: number | null; trials: number | null }

/**
 * What a group adds up to, such as "187 lines · 348 of 412 concurrent seats". If not all of its lines are held, it says
 * how many are, and it names the trials that are not in the amounts. A group of one unit has its name already.
 */
export function sumsInWords(
  { all, held, trials }: Count,
  sums: readonly Sum[],
  texts: Messages,
  format: Format,
  by?: PositionGrouping,
): string {
  const t = texts.lines
  const amounts = sums.map(({ unit, granted, used, lineItemCount, unlimitedLineItemCount }) => {
    const inUse = format.decimal(used.amount ?? '0')
    if (unlimitedLineItemCount === lineItemCount) {
      return by === 'UNIT'
        ? `${inUse}, ${texts.line.unlimited}`
        : `${inUse} ${unitName(used, unit, texts)}, ${texts.line.unlimited}`
    }
    const amount = texts.line.of(inUse, format.decimal(granted.amount ?? '0'))
    return by === 'UNIT' ? amount : `${amount} ${unitAfterOf(granted, unit, texts)}`
  })
  return [
    ...(all === null ? [] : [held !== null && held > 0 && held < all ? t.countHeld(all, held) : t.count(all)]),
    ...amounts.slice(0, named),
    ...(amounts.length > named ? [t.moreUnits(amounts.length - named)] : []),
    ...(trials === null || trials === 0 ? [] : [t.andTrials(trials)]),
  ].join(' · ')
}
