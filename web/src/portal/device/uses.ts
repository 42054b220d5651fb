import { productName } from '../entitlement/groups.ts'
import { added } from '../entitlement/sums.ts'
import { unitName } from '../kit/UseBar.tsx'
import type { Format } from '../language/format.ts'
import type { Messages } from '../language/en.ts'
import type { AmountFragment, UnitFragment } from '../entitlement/lines.ts'
import type { UsedLineFragment } from './device.ts'

/** A part of a line item, as a device uses it or a license server holds it. */
export type Part = { quantity: AmountFragment; lineItem: UsedLineFragment }

/** What is used of one product in one unit. */
export type Use = { key: string; product: string; amount: string; lines: number }

/** An amount with its unit, such as "2 seats". */
export function amountOf(quantity: AmountFragment, unit: UnitFragment, texts: Messages, format: Format): string {
  const amount = quantity.unlimited ? texts.line.unlimited : format.decimal(quantity.amount ?? '0')
  return `${amount} ${unitName(quantity, unit, texts)}`
}

/** Adds parts up by product and unit, in the order in which they come. */
export function usesOf(parts: readonly Part[], texts: Messages, format: Format): Use[] {
  const sums = new Map<string, Part & { lines: Set<string> }>()
  for (const { quantity, lineItem } of parts) {
    const key = `${lineItem.product.id} ${lineItem.unit.id}`
    const before = sums.get(key)
    sums.set(key, {
      lineItem,
      lines: new Set([...(before?.lines ?? []), lineItem.id]),
      quantity: before
        ? {
            ...quantity,
            unlimited: before.quantity.unlimited || quantity.unlimited,
            amount: added(before.quantity.amount ?? '0', quantity.amount ?? '0'),
          }
        : quantity,
    })
  }
  return [...sums].map(([key, { lineItem, quantity, lines }]) => ({
    key,
    product: productName(lineItem.product),
    amount: amountOf(quantity, lineItem.unit, texts, format),
    lines: lines.size,
  }))
}
