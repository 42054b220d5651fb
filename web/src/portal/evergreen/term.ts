import type { CoverageKind } from '../contract/types.ts'
import type { EvergreenFragment, SoldAlongFragment } from '../entitlement/lines.ts'

/** The term after which a right renews by itself: its last day, until when that can be cancelled, and whether it is. */
export type EvergreenTerm = Omit<NonNullable<EvergreenFragment['evergreen']>, '__typename'>

type Line = { endsOn: string | null; evergreen?: EvergreenTerm | null }

/** The term with which a right ends as it is recorded, if that is one after which it renews by itself; else null. */
export function termAtEnd({ endsOn, evergreen }: Line): EvergreenTerm | null {
  return evergreen && evergreen.endsOn === endsOn ? evergreen : null
}

/** Whether a right goes on by itself after its last day. */
export function goesOn(line: Line): boolean {
  return termAtEnd(line)?.cancelled === false
}

/** Whether a coverage that ends with a term of a right is renewed with the right, which renews by itself. */
export function isRenewedAlong(
  { kind, endsOn }: { kind: CoverageKind; endsOn: string | null },
  line: Line & Pick<SoldAlongFragment, 'periodInForce'>,
): boolean {
  return goesOn(line) && line.endsOn === endsOn && line.periodInForce?.partNumber?.coverageKind === kind
}
