import type { PaletteLineFragment, PaletteQuery } from './palette.ts'

/** A line item as the palette names it. */
export type FoundLine = { id: string; activationId: string; name: string; account: { id: string; name: string } }

/** What the palette found at the server. */
export type Found = {
  lines: FoundLine[]
  entitlements: { id: string; number: string; account: { id: string; name: string } }[]
  accounts: { id: string; name: string }[]
  people: { id: string; name: string; userName: string }[]
  /** How many of the line items have exactly the id or name that was typed. */
  exact: number
}

/** Names a line item as the palette does. */
export function lineOf(line: PaletteLineFragment): FoundLine {
  const name = [line.product.name, line.product.version].filter(Boolean).join(' ')
  return { id: line.id, activationId: line.activationId, name, account: line.account }
}

/** Each thing once, in the order in which they were found. */
export function once<Thing extends { id: string }>(things: Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()]
}

type Exact = NonNullable<PaletteQuery['node'] | PaletteQuery['lookup']>

/** The line items to which a thing belongs that was found by its id: that of an activation, those of a coverage. */
function linesOf(thing: Exact): PaletteLineFragment[] {
  switch (thing.__typename) {
    case 'LineItem':
      return [thing]
    case 'Activation':
      return [thing.lineItem]
    case 'Coverage':
      return (thing.items?.nodes ?? []).map((item) => item.lineItem)
    default:
      return []
  }
}

/** Puts together what the server found by words, ids and numbers. What was found by its very name is first. */
export function foundIn(data: PaletteQuery | undefined): Found {
  const exact = [data?.node, data?.lookup].filter((thing) => thing !== null && thing !== undefined)
  const lines = once(exact.flatMap(linesOf).map(lineOf))
  const entitlements = exact.flatMap((thing) => (thing.__typename === 'Entitlement' ? [thing] : []))
  return {
    exact: lines.length,
    lines: once([...lines, ...[...(data?.activation?.nodes ?? []), ...(data?.words?.nodes ?? [])].map(lineOf)]),
    entitlements: once([...entitlements, ...(data?.entitlements?.nodes ?? [])]),
    accounts: exact.flatMap((thing) => (thing.__typename === 'Account' ? [thing] : [])),
    people: (data?.account?.found?.nodes ?? []).map(({ user }) => ({
      id: user.id,
      name: user.displayName ?? user.userName,
      userName: user.userName,
    })),
  }
}
