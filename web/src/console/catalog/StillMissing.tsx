import { useQuery } from 'urql'
import { useTexts } from '../../portal/language/screenTexts.ts'
import own from './Catalog.module.css'
import { ProductModelDocument } from './catalog.ts'
import { gapsOf } from './gaps.ts'
import type { EnteredPart } from './partNumber.ts'
import { texts as table } from './texts.ts'

/** Says while a part number is filled in what is missing before rights can be issued under it. */
export function StillMissing({ entered }: { entered: EnteredPart }) {
  const t = useTexts(table)
  const asks = entered.product !== '' && entered.licenseModel === ''
  const [{ data }] = useQuery({
    query: ProductModelDocument,
    variables: { id: entered.product },
    pause: !asks,
  })
  const { product } = data ?? {}
  // Until it is known, the product is taken to have one: a word that goes again at once would mislead.
  const hasModel = asks && (product?.id !== entered.product || product.licenseModel !== null)
  const gaps = gapsOf(entered, hasModel)
  return (
    <output className={own.still} data-complete={gaps.length === 0}>
      {gaps.length === 0
        ? t.part.complete
        : `${t.part.stillMissing} ${t.part.listed(gaps.map((gap) => t.parts.gaps[gap]))}`}
    </output>
  )
}
