import type { CatalogState, ProductKind } from '../../portal/contract/types.ts'
import { productName } from '../../portal/entitlement/groups.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { TextField } from '../shell/TextField.tsx'
import {
  type CatalogLinesQuery,
  type CatalogProductFragment,
  ChangeProductDocument,
  ChangeProductLineDocument,
  CreateProductDocument,
  CreateProductLineDocument,
} from './catalog.ts'
import { CatalogField } from './choices.tsx'
import { EnumField, LongTextField, useFieldNames } from '../shell/fields.tsx'
import { texts as table } from './texts.ts'
import { useFinished } from '../shell/useFinished.ts'

/** A product line as the list has it. */
export type ShownLine = NonNullable<CatalogLinesQuery['productLines']>['nodes'][number]

/** Creates a product line, or changes one. */
export function LineDialog({ line, close }: DialogOfChange & { line?: ShownLine }) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const before = { name: line?.name ?? '', description: line?.description ?? '' }
  const draft = useDraft(`product line ${line?.id}`, before)
  const { value } = draft
  const enter = (part: Partial<typeof before>) => draft.enter((now) => ({ ...now, ...part }))
  const [name, description] = [value.name.trim(), value.description.trim()]
  const common = { about: 'other', fields: ['name', 'description'], whenDone: useFinished(draft.sent), close } as const
  const fields = (
    <>
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <TextField
        name="name"
        label={field('name')}
        value={value.name}
        most={200}
        change={(text) => enter({ name: text })}
      />
      <LongTextField
        name="description"
        label={field('description')}
        value={value.description}
        most={2000}
        change={(text) => enter({ description: text })}
      />
    </>
  )
  return line ? (
    <ConsoleDialog
      {...common}
      title={t.changeLine.title(line.name)}
      below={t.changeLine.means}
      action={t.changeLine.action}
      document={ChangeProductLineDocument}
      input={{
        productLine: line.id,
        ...(name !== before.name && { name }),
        ...(description !== before.description && { description }),
      }}
    >
      {fields}
    </ConsoleDialog>
  ) : (
    <ConsoleDialog
      {...common}
      title={t.newLine.open}
      below={t.newLine.means}
      action={t.newLine.action}
      document={CreateProductLineDocument}
      input={name === '' ? null : { name, ...(description !== '' && { description }) }}
    >
      {fields}
    </ConsoleDialog>
  )
}

const kinds = ['PRODUCT', 'SUITE', 'MAINTENANCE'] as const satisfies ProductKind[]
const states = ['DRAFT', 'AVAILABLE', 'INACTIVE', 'OBSOLETE'] as const satisfies CatalogState[]

const shownFields = ['productLine', 'name', 'version', 'description', 'kind', 'state', 'licenseModel']

/** Creates a product, or changes one. Its product line and its kind never change. */
export function ProductDialog({ product, close }: DialogOfChange & { product?: CatalogProductFragment }) {
  const t = useTexts(table)
  const { newProduct, changeProduct, choose } = t.dialogs
  const field = useFieldNames()
  const before = {
    productLine: product?.productLine.id ?? '',
    name: product?.name ?? '',
    version: product?.version ?? '',
    description: product?.description ?? '',
    kind: product?.kind ?? 'PRODUCT',
    state: product?.state ?? 'AVAILABLE',
    licenseModel: product?.licenseModel?.id ?? '',
  }
  const draft = useDraft(`product ${product?.id}`, before)
  const { value } = draft
  const enter = (part: Partial<typeof before>) => draft.enter((now) => ({ ...now, ...part }))
  const name = value.name.trim()
  const [version, description] = [value.version.trim(), value.description.trim()]
  const model = value.licenseModel
  const common = { about: 'other', fields: shownFields, whenDone: useFinished(draft.sent), close } as const
  const text = (part: 'name' | 'version', most: number) => (
    <TextField
      name={part}
      label={field(part)}
      value={value[part]}
      most={most}
      change={(entered) => enter({ [part]: entered })}
    />
  )
  const fields = (
    <>
      {draft.kept && <DraftNotice clear={draft.clear} />}
      {!product && (
        <>
          <CatalogField
            name="productLine"
            label={field('productLine')}
            of="productLines"
            chosen={value.productLine}
            none={choose}
            choose={(productLine) => enter({ productLine })}
          />
          <EnumField
            name="kind"
            label={field('kind')}
            of="ProductKind"
            values={kinds}
            value={value.kind}
            change={(kind) => enter({ kind: kind || 'PRODUCT' })}
          />
        </>
      )}
      {text('name', 200)}
      {text('version', 100)}
      <LongTextField
        name="description"
        label={field('description')}
        value={value.description}
        most={2000}
        change={(entered) => enter({ description: entered })}
      />
      <CatalogField
        name="licenseModel"
        label={field('licenseModel')}
        of="licenseModels"
        chosen={model}
        known={product?.licenseModel && { value: product.licenseModel.id, name: product.licenseModel.name }}
        none={before.licenseModel === '' ? t.dialogs.notDecided : undefined}
        choose={(licenseModel) => enter({ licenseModel })}
      />
      <EnumField
        name="state"
        label={field('state')}
        of="CatalogState"
        values={states}
        value={value.state}
        change={(state) => enter({ state: state || 'DRAFT' })}
      />
    </>
  )
  return product ? (
    <ConsoleDialog
      {...common}
      title={changeProduct.title(productName(product))}
      below={changeProduct.means}
      action={changeProduct.action}
      document={ChangeProductDocument}
      input={{
        product: product.id,
        ...(name !== before.name && { name }),
        ...(version !== before.version && { version }),
        ...(description !== before.description && { description }),
        ...(value.state !== before.state && { state: value.state }),
        ...(model !== before.licenseModel && { licenseModel: model }),
      }}
    >
      {fields}
    </ConsoleDialog>
  ) : (
    <ConsoleDialog
      {...common}
      title={newProduct.open}
      below={newProduct.means}
      action={newProduct.action}
      document={CreateProductDocument}
      input={
        name === '' || value.productLine === ''
          ? null
          : {
              productLine: value.productLine,
              name,
              kind: value.kind,
              state: value.state,
              ...(version !== '' && { version }),
              ...(description !== '' && { description }),
              ...(model !== '' && { licenseModel: model }),
            }
      }
    >
      {fields}
    </ConsoleDialog>
  )
}
