import type { CoverageKind } from '../contract/types.ts'
import { added } from '../entitlement/sums.ts'
import type { EndingFragment } from './renewals.ts'

type Unit = EndingFragment['quantities'][number]['unit']

/** An amount in a unit. */
export type UnitSum = { unit: Unit; amount: string }

/** What ends in several rows together. */
export type Sum = {
  lineItems: number
  held: number
  /** How many of the line items renew by themselves. */
  renewing: number
  unlimited: number
  coverages: number
  due: UnitSum[]
  covered: (UnitSum & { kind: CoverageKind })[]
}

function add<One extends UnitSum>(list: One[], one: One, isSame: (other: One) => boolean) {
  const at = list.findIndex((other) => other.unit.id === one.unit.id && isSame(other))
  const before = list[at]
  if (before === undefined) {
    list.push(one)
  } else {
    list[at] = { ...before, amount: added(before.amount, one.amount) }
  }
}

/** Adds up what ends in rows of which none counts what another one does. */
export function sumOf(rows: readonly EndingFragment[]): Sum {
  const sum: Sum = { lineItems: 0, held: 0, renewing: 0, unlimited: 0, coverages: 0, due: [], covered: [] }
  for (const row of rows) {
    sum.lineItems += row.lineItemCount
    sum.held += row.heldLineItemCount
    sum.renewing += row.evergreenLineItemCount
    sum.unlimited += row.unlimitedLineItemCount
    sum.coverages += row.coverageCount
    for (const { unit, amount } of row.quantities) {
      add(sum.due, { unit, amount: amount ?? '0' }, () => true)
    }
    for (const { kind, quantity } of row.coveredQuantities) {
      const one = { kind, unit: quantity.unit, amount: quantity.amount ?? '0' }
      add(sum.covered, one, (other) => other.kind === kind)
    }
  }
  return sum
}

/** The product lines of rows, each once, in the order of their names. */
export function productLinesOf(rows: readonly EndingFragment[]): { id: string; name: string }[] {
  const found = new Map(
    rows.flatMap(({ productLine }) => (productLine ? [[productLine.id, productLine] as const] : [])),
  )
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}
