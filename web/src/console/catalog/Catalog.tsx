import { useNavigate, useSearch } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import type { CatalogList } from '../../portal/contract/types.ts'
import { Button } from '../../portal/kit/Button.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { DownloadLink } from '../../portal/kit/DownloadLink.tsx'
import { Tabs } from '../../portal/kit/Tabs.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { texts as shell } from '../shell/texts.ts'
import { Features, Levels, Units } from './Basics.tsx'
import operation from '../operation/Operation.module.css'
import styles from './Catalog.module.css'
import {
  FeatureDialog,
  LevelDialog,
  LineDialog,
  NewModelDialog,
  NewPartDialog,
  NewUnitDialog,
  ProductDialog,
} from './dialogs.ts'
import { CatalogSteps } from './Steps.tsx'
import { useMayChange } from '../shell/mayChange.ts'
import { Models } from './Models.tsx'
import { PartNumbers } from './PartNumbers.tsx'
import { Products } from './Products.tsx'
import { type CatalogTab, catalogTabs } from './search.ts'
import { texts as table } from './texts.ts'

/** The lists of the parts of the catalog. */
const lists: Record<CatalogTab, () => ReactNode> = {
  parts: PartNumbers,
  products: Products,
  models: Models,
  units: Units,
  levels: Levels,
  features: Features,
}

/** All that is sold: part numbers, products, license models, and what they are made of. Operators change it. */
export function Catalog() {
  const t = useTexts(table)
  const { screens } = useTexts(shell)
  const navigate = useNavigate()
  const { tab = 'parts' } = useSearch({ from: '/console/catalog' })
  const mayChange = useMayChange()
  const Shown = lists[tab]
  return (
    <DialogHost>
      <div className={styles.head}>
        <div>
          <h1>{screens.catalog}</h1>
          <p className={styles.sentence}>
            {t.means} {!mayChange && t.mayNot}
          </p>
        </div>
        {mayChange && <NewOnes tab={tab} />}
      </div>
      <CatalogSteps />
      <Tabs
        label={t.sections}
        tabs={catalogTabs.map((id) => ({ id, name: t.tabs[id] }))}
        chosen={tab}
        // Filters belong to the part that they filter.
        choose={(id) => void navigate({ to: '/console/catalog', search: id === 'parts' ? {} : { tab: id } })}
      >
        <Shown key={tab} />
        <Downloads tab={tab} />
      </Tabs>
    </DialogHost>
  )
}

/** The lists of the contract of which a part of the page is made. */
const exported = {
  parts: ['PART_NUMBERS', 'LIST_PRICES'],
  products: ['PRODUCT_LINES', 'PRODUCTS'],
  models: ['LICENSE_MODELS'],
  units: ['UNITS_OF_MEASURE'],
  levels: ['COVERAGE_LEVELS'],
  features: ['FEATURES'],
} as const satisfies Record<CatalogTab, readonly CatalogList[]>

/** Links to the lists as CSV, in the form in which importCatalog takes them. */
function Downloads({ tab }: { tab: CatalogTab }) {
  const t = useTexts(table)
  return (
    <p className={operation.note}>
      {t.asCsv}{' '}
      {exported[tab].map((list) => (
        <Fragment key={list}>
          <DownloadLink className={operation.link} address={`/export/catalog?list=${list}`}>
            {t.lists[list]}
          </DownloadLink>{' '}
        </Fragment>
      ))}
    </p>
  )
}

/** Opens the dialog for something new of the part that is shown. */
function NewOnes({ tab }: { tab: CatalogTab }) {
  const t = useTexts(table).dialogs
  const open = useDialog()
  const dialogs: Record<CatalogTab, [name: string, dialog: (close: () => void) => ReactNode][]> = {
    parts: [[t.newPart.open, (close) => <NewPartDialog close={close} />]],
    products: [
      [t.newLine.open, (close) => <LineDialog close={close} />],
      [t.newProduct.open, (close) => <ProductDialog close={close} />],
    ],
    models: [[t.newModel.open, (close) => <NewModelDialog close={close} />]],
    units: [[t.newUnit.open, (close) => <NewUnitDialog close={close} />]],
    levels: [[t.newLevel.open, (close) => <LevelDialog close={close} />]],
    features: [[t.newFeature.open, (close) => <FeatureDialog close={close} />]],
  }
  const shown = dialogs[tab]
  return (
    <div className={styles.buttons}>
      {shown.map(([name, dialog], index) => (
        <Button key={name} main={index === shown.length - 1} onClick={() => open(dialog)}>
          {name}
        </Button>
      ))}
    </div>
  )
}
