import { useLanguage } from '../../portal/language/language.tsx'
import { moneyIn } from '../../portal/language/money.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { unitIn } from '../../portal/language/units.ts'
import type { PartNumberRowFragment } from './catalog.ts'
import { useValueNames } from '../shell/fields.tsx'
import { texts as table } from './texts.ts'

/** As what a part number is sold. */
type Sold = Pick<PartNumberRowFragment, 'term' | 'termLength' | 'termUnit'>

type Price = PartNumberRowFragment['listPrices'][number]['price']

/** Writes what a part number stands for in the viewer's language. Null stands for what is not known, or is not there. */
export function usePartWords() {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const valueName = useValueNames()
  return {
    /** The term with its length, such as "subscription, 1 year". */
    term: ({ term, termLength, termUnit }: Sold): string | null =>
      term === null
        ? null
        : [
            valueName('Term', term),
            ...(termLength !== null && termUnit !== null ? [t.length(termLength, termUnit)] : []),
          ].join(', '),
    /** The coverage that is sold along, its level, and how long it lasts. */
    coverage: (part: PartNumberRowFragment): { kind: string; length: string } | null =>
      part.coverageKind === null
        ? null
        : {
            kind: [
              valueName('CoverageKind', part.coverageKind),
              ...(part.coverageLevel ? [part.coverageLevel.name] : []),
            ].join(', '),
            length:
              part.coverageLength !== null && part.coverageLengthUnit !== null
                ? t.length(part.coverageLength, part.coverageLengthUnit)
                : t.parts.asLong,
          },
    /** The unit, several of it. */
    unit: ({ unit }: PartNumberRowFragment): string | null => unit && unitIn(texts, unit).plural,
    /** An amount with its currency. */
    price: (price: Price): string => moneyIn(price, format),
  }
}
