import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import type { Answer, ChangeDocument, ChangeInput } from '../../portal/kit/proposal.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import {
  ChangeCoverageLevelDocument,
  ChangeFeatureDocument,
  ChangeLicenseModelDocument,
  ChangePartNumberDocument,
  ChangeProductDocument,
  ChangeProductLineDocument,
  ChangeUnitOfMeasureDocument,
} from './catalog.ts'
import { texts as table } from './texts.ts'
import { useFinished } from '../shell/useFinished.ts'

/** What can be retired, by the field of the change that names it. */
export type Retirable = {
  of: 'partNumber' | 'productLine' | 'product' | 'licenseModel' | 'unitOfMeasure' | 'coverageLevel' | 'feature'
  id: string
  name: string
  retired: boolean
}

/** The changes that retire. Each takes the id by the name of what it changes, as `Retirable` has it. */
const documents = {
  partNumber: ChangePartNumberDocument,
  productLine: ChangeProductLineDocument,
  product: ChangeProductDocument,
  licenseModel: ChangeLicenseModelDocument,
  unitOfMeasure: ChangeUnitOfMeasureDocument,
  coverageLevel: ChangeCoverageLevelDocument,
  feature: ChangeFeatureDocument,
} as unknown as Record<Retirable['of'], ChangeDocument<Answer, ChangeInput>>

/** Retires something of the catalog, or offers it again. A product is retired by its state of sale. */
export function RetireDialog({ of, id, name, retired, close }: DialogOfChange & Retirable) {
  const t = useTexts(table).dialogs
  const words = retired ? t.bringBack : t.retire
  const change: object = of === 'product' ? { state: retired ? 'AVAILABLE' : 'OBSOLETE' } : { retired: !retired }
  return (
    <ConsoleDialog
      title={words.title(name)}
      below={words.means}
      action={words.action}
      about="other"
      document={documents[of]}
      input={{ [of]: id, ...change }}
      whenDone={useFinished()}
      close={close}
    />
  )
}
