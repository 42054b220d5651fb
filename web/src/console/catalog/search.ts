import { searchText, yesOrNo } from '../../portal/contract/address.ts'
import { readId } from '../../portal/contract/id.ts'

/** The parts of the catalog, as the tabs have them. */
export const catalogTabs = ['parts', 'products', 'models', 'units', 'levels', 'features'] as const

/** One of the parts. */
export type CatalogTab = (typeof catalogTabs)[number]

/** What the address says of the catalog: the part if it is not the first, and the filters of its list. */
export type CatalogSearch = { tab?: CatalogTab; text?: string; product?: string; retired?: boolean; incomplete?: true }

/** Reads the address of the catalog. */
export function catalogSearch({ tab, text, product, retired, incomplete }: Record<string, unknown>): CatalogSearch {
  const part = catalogTabs.find((one) => one === tab)
  const words = searchText(text)
  const id = readId(product, 'prod')
  const ended = yesOrNo(retired)
  return {
    ...(part !== undefined && part !== 'parts' && { tab: part }),
    ...(words !== undefined && { text: words }),
    ...(id !== undefined && { product: id }),
    ...(ended !== undefined && { retired: ended }),
    ...(yesOrNo(incomplete) && { incomplete: true as const }),
  }
}
