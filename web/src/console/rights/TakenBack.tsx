import { useQuery } from 'urql'
import { productName } from '../../portal/entitlement/groups.ts'
import { amountInWords } from '../../portal/entitlement/lineTimeline.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import styles from './Rights.module.css'
import { useRightTexts } from './RightChange.tsx'
import { OfEntitlementDocument } from './rights.ts'
import { useCoverageName } from './words.ts'

/** The line items and coverages of an entitlement, which are taken back with it. */
export function TakenBack({ entitlement }: { entitlement: string }) {
  const { texts, format } = useLanguage()
  const t = useRightTexts()
  const nameOf = useCoverageName()
  const [{ data }] = useQuery({ query: OfEntitlementDocument, variables: { entitlement } })
  const { lineItems, coverages } = data?.entitlement ?? {}
  const more = left(lineItems) + left(coverages)
  return (
    data?.entitlement && (
      <>
        <h3 className={styles.takenBack}>{t.takenBack}</h3>
        <ul className={styles.taken}>
          {lineItems?.nodes.map(({ id, activationId, product, quantity, unit }) => (
            <li key={id}>
              {productName(product)}, {amountInWords(quantity, unit, texts, format)} <code>{activationId}</code>
            </li>
          ))}
          {coverages?.nodes.map((coverage) => (
            <li key={coverage.id}>
              {nameOf(coverage)} <code>{coverage.activationId}</code>
            </li>
          ))}
          {more > 0 && <li>{t.takenMore(more)}</li>}
        </ul>
      </>
    )
  )
}

/** How many of a list were not read. */
function left(list: { totalCount: number; nodes: readonly unknown[] } | null | undefined): number {
  return list ? list.totalCount - list.nodes.length : 0
}
