import { productName } from '../entitlement/groups.ts'
import { nameOf } from '../member/words.ts'
import type { PaletteLineFragment, PaletteQuery } from './palette.ts'

/** A line item as the palette names it. */
export type FoundLine = { id: string; activationId: string; name: string; account: { id: string; name: string } }

/** What the palette found at the server. */
type Found = {
  lines: FoundLine[]
  entitlements: { id: string; number: string; account: { id: string; name: string } }[]
  accounts: { id: string; name: string }[]
  people: { id: string; name: string; userName: string }[]
}

/** Names a line item as the palette does. */
export function lineOf(line: PaletteLineFragment): FoundLine {
  return { id: line.id, activationId: line.activationId, name: productName(line.product), account: line.account }
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

function exactIn(data: Numbered | undefined): Exact[] {
  return [data?.node, data?.lookup].filter((thing) => thing !== null && thing !== undefined)
}

/** What an answer has that was found by its very id or name in another system, and by the beginning of a number. */
type Numbered = Pick<PaletteQuery, 'node' | 'lookup' | 'activation' | 'entitlements'>

/** The line items that have, or belong to what has, the very id or name that was typed. */
export function exactLines(data: Numbered | undefined): FoundLine[] {
  return once(exactIn(data).flatMap(linesOf).map(lineOf))
}

/** Puts together what the server found by words, ids and numbers. What was found by its very name is first. */
export function foundIn(
  data: (Numbered & Partial<Omit<PaletteQuery, keyof Numbered | '__typename'>>) | undefined,
): Found {
  const exact = exactIn(data)
  const entitlements = exact.flatMap((thing) => (thing.__typename === 'Entitlement' ? [thing] : []))
  const accounts = exact.flatMap((thing) => (thing.__typename === 'Account' ? [thing] : []))
  return {
    lines: once([
      ...exactLines(data),
      ...[...(data?.activation?.nodes ?? []), ...(data?.words?.nodes ?? [])].map(lineOf),
    ]),
    entitlements: once([...entitlements, ...(data?.entitlements?.nodes ?? [])]),
    accounts: once([...accounts, ...(data?.accounts?.nodes ?? [])]),
    people: (data?.account?.found?.nodes ?? []).map(({ user }) => ({
      id: user.id,
      name: nameOf(user),
      userName: user.userName,
    })),
  }
}
