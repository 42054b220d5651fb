import { useDeferredValue } from 'react'
import { useQuery } from 'urql'
import { productName } from '../../portal/entitlement/groups.ts'
import { answerTo } from '../../portal/kit/answer.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import type { Found } from '../shell/Lookup.tsx'
import {
  CustomersToIssueDocument,
  PartnersToIssueDocument,
  type PartToIssueFragment,
  PartsToIssueDocument,
} from './issuing.ts'
import { texts as table } from './texts.ts'

/** Finds customers by words of their names. */
export function useCustomersFound(text: string, open: boolean): readonly Found[] | undefined {
  const asked = useDeferredValue(text)
  const [found] = useQuery({
    query: CustomersToIssueDocument,
    variables: { text: asked },
    pause: !open || asked === '',
  })
  const accounts = text === '' ? undefined : answerTo(text, found)?.accounts
  return accounts?.nodes.map(({ id, name }) => ({ id, name, second: id }))
}

/** Finds channel partners by words of their names; all of the first ones if none is given. */
export function usePartnersFound(text: string, open: boolean): readonly Found[] | undefined {
  const asked = useDeferredValue(text === '' ? null : text)
  const [{ data }] = useQuery({ query: PartnersToIssueDocument, variables: { text: asked }, pause: !open })
  return data?.accounts?.nodes.map(({ id, name }) => ({ id, name }))
}

/** A part number that was found. */
export type FoundPart = Found & { part: PartToIssueFragment }

/** Finds part numbers by the beginning of their codes, and by words of the names of their products. */
export function usePartsFound(text: string, open: boolean): readonly FoundPart[] | undefined {
  const t = useTexts(table).issue
  const wanted = text === '' ? null : text
  const asked = useDeferredValue(wanted)
  const [found] = useQuery({ query: PartsToIssueDocument, variables: { code: asked, text: asked }, pause: !open })
  // Enter takes the first one, which must not be one that was found for fewer letters.
  const data = answerTo(wanted, found)
  if (!data) {
    return undefined
  }
  const ofProducts = wanted === null ? [] : (data.products?.nodes ?? []).flatMap(({ partNumbers }) => partNumbers)
  return offered([...(data.partNumbers?.nodes ?? []), ...ofProducts]).map((part) => ({
    id: part.id,
    name: part.code,
    second: [
      part.description ?? (part.product ? productName(part.product) : null),
      ...(part.gaps.length > 0 ? [t.gaps(part.gaps.length)] : []),
    ]
      .filter(Boolean)
      .join(' · '),
    part,
  }))
}

/** The first part numbers that are sold: each once, and those under which something can be issued before the others. */
export function offered(parts: readonly PartToIssueFragment[]): PartToIssueFragment[] {
  const once = [...new Map(parts.map((part) => [part.id, part])).values()].filter(({ retiredAt }) => retiredAt === null)
  return once.toSorted((a, b) => Number(a.gaps.length > 0) - Number(b.gaps.length > 0)).slice(0, 12)
}
