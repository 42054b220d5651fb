import type { CatalogProductFragment } from './catalog.ts'

/** Something that a product contains, and how many of it, as it is entered. */
export type Content = { value: string; name: string; quantity: string }

/** What a product contains, as it is entered. */
export function contentsOf(held: readonly { id: string; name: string; quantity: number }[]): Content[] {
  return held.map(({ id, name, quantity }) => ({ value: id, name, quantity: String(quantity) }))
}

/** How many are meant. What is left empty stands for one. */
export function quantityOf(entered: string): number {
  return entered.trim() === '' ? 1 : Number(entered)
}

/** What a feature is called: its code with its version, and its name. */
export function featureName({
  code,
  version,
  name,
}: {
  code: string
  version: string | null
  name: string | null
}): string {
  const known = [code, version].filter(Boolean).join(' ')
  return name === null || name === code ? known : `${known}, ${name}`
}

/** How many of what a product contains are named in a list of products. */
const most = 5

function brief(all: readonly { name: string; quantity: number }[]): string {
  return [
    ...all.slice(0, most).map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)),
    ...(all.length > most ? ['…'] : []),
  ].join(', ')
}

/**
 * What a product contains, in few words; nothing if it contains nothing.
 *
 * @param nameOf names a product
 */
export function inBrief(
  { suiteMembers, features }: Pick<CatalogProductFragment, 'suiteMembers' | 'features'>,
  nameOf: (product: CatalogProductFragment['suiteMembers'][number]['product']) => string,
): { members: string; features: string } {
  return {
    members: brief(suiteMembers.map(({ product, quantity }) => ({ name: nameOf(product), quantity }))),
    features: brief(
      features.map(({ feature: { code, version }, quantity }) => ({
        name: [code, version].filter(Boolean).join(' '),
        quantity,
      })),
    ),
  }
}
