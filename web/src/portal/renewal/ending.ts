import type { EndingLineItemsQuery } from './renewals.ts'

export type EndingLine = NonNullable<EndingLineItemsQuery['lineItems']>['nodes'][number]

/** What happens to a line item on its last day, and whether the figures count it. */
export type End = 'stops' | 'trial' | 'renewed' | 'upgraded' | 'unknown'

/** The period with which a line item ends. */
function lastPeriod({ endsOn, periods }: EndingLine): NonNullable<EndingLine['periods']>['nodes'][number] | undefined {
  return periods?.nodes.findLast((period) => period.endsOn === endsOn && period.decision === null)
}

/** How much of a line item ends: what its last period grants, which may differ from what is granted on another day. */
export function endingQuantity(line: EndingLine): EndingLine['quantity'] {
  return lastPeriod(line)?.quantity ?? line.quantity
}

/** What happens to a line item on its last day. */
export function endOf(line: EndingLine): End {
  const reasons = new Set(line.lineage.flatMap(({ direction, reason }) => (direction === 'TO' ? [reason] : [])))
  const period = lastPeriod(line)
  return period?.term === 'TRIAL'
    ? 'trial'
    : reasons.has('RENEWAL')
      ? 'renewed'
      : reasons.has('UPGRADE')
        ? 'upgraded'
        : period === undefined
          ? 'unknown'
          : 'stops'
}
