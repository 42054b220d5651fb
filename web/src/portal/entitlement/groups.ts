import type { PositionGrouping } from '../contract/types.ts'
import type { Messages } from '../language/en.ts'
import { unitIn } from '../language/units.ts'
import type { LineRowFragment, LinePositionFragment } from './lines.ts'
import type { LinesSearch } from './search.ts'

/** What the rows of a group have in common. */
export type Group = { id: string; name: string }

/** A row or a sum, as far as groups need it. */
type Grouped = Pick<LineRowFragment, 'product' | 'productLine' | 'unit' | 'account'> | LinePositionFragment

/** Under which group a row or a sum stands. */
function groupOf(of: Grouped, by: PositionGrouping, texts: Messages): Group {
  switch (by) {
    case 'PRODUCT':
      return of.product === null ? nothing : { id: of.product.id, name: productName(of.product) }
    case 'PRODUCT_LINE':
      return of.productLine ?? nothing
    case 'UNIT':
      return { id: of.unit.id, name: unitIn(texts, of.unit).plural }
    case 'ACCOUNT':
      return of.account ?? nothing
    default:
      return nothing
  }
}

const nothing: Group = { id: '', name: '' }

/** A product with its version. */
export function productName(product: { name: string; version: string | null }): string {
  return [product.name, product.version].filter(Boolean).join(' ')
}

/** Puts things that belong together side by side. Groups are in the order of their names. */
export function inGroups<Of extends Grouped>(
  all: readonly Of[],
  by: PositionGrouping,
  texts: Messages,
): { group: Group; members: Of[] }[] {
  const found = new Map<string, { group: Group; members: Of[] }>()
  for (const one of all) {
    const group = groupOf(one, by, texts)
    const members = found.get(group.id)?.members
    if (members === undefined) {
      found.set(group.id, { group, members: [one] })
    } else {
      members.push(one)
    }
  }
  return [...found.values()].toSorted((a, b) => a.group.name.localeCompare(b.group.name, undefined, { numeric: true }))
}

/** The address of the list that has only one group, without groups. */
export function searchOfGroup(search: LinesSearch, by: PositionGrouping, group: Group): LinesSearch {
  switch (by) {
    case 'PRODUCT':
      return { ...search, product: group.id, group: 'none' }
    case 'PRODUCT_LINE':
      return { ...search, productLine: group.id, group: 'none' }
    case 'UNIT':
      return { ...search, unit: group.id, group: 'none' }
    case 'ACCOUNT':
      return { ...search, held: group.id, below: false, group: 'none' }
    default:
      return search
  }
}
