import { useState } from 'react'
import { useQuery } from 'urql'
import { productName } from '../../portal/entitlement/groups.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { NumberField } from '../shell/fields.tsx'
import { useFinished } from '../shell/useFinished.ts'
import styles from './Catalog.module.css'
import {
  type CatalogProductFragment,
  FeaturesNamedDocument,
  SetProductFeaturesDocument,
  SetSuiteMembersDocument,
} from './catalog.ts'
import { type Chosen, FoundField, ProductField } from './choices.tsx'
import { contentsOf, type Content, featureName, quantityOf } from './contents.ts'
import { ChosenList } from './fields.tsx'
import { texts as table } from './texts.ts'

type OfProduct = DialogOfChange & { product: CatalogProductFragment }

/** Sets the products that a suite contains. */
export function MembersDialog({ product, close }: OfProduct) {
  const t = useTexts(table).dialogs
  const before = contentsOf(
    product.suiteMembers.map(({ product: member, quantity }) => ({
      id: member.id,
      name: productName(member),
      quantity,
    })),
  )
  const draft = useDraft<readonly Content[]>(`members ${product.id}`, before)
  return (
    <ConsoleDialog
      title={t.members.title(productName(product))}
      below={t.members.means}
      action={t.members.action}
      about="other"
      document={SetSuiteMembersDocument}
      input={{
        suite: product.id,
        members: draft.value.map(({ value, quantity }) => ({ product: value, quantity: quantityOf(quantity) })),
      }}
      fields={['members']}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <ProductField
        name="members"
        label={t.addMember}
        chosen={null}
        none={t.choose}
        choose={(chosen) => chosen && draft.enter((now) => added(now, chosen))}
      />
      <Contents of="members" contents={draft.value} change={(contents) => draft.enter(() => contents)} />
    </ConsoleDialog>
  )
}

/** Sets the features that a product has. */
export function FeaturesDialog({ product, close }: OfProduct) {
  const t = useTexts(table).dialogs
  const before = contentsOf(
    product.features.map(({ feature, quantity }) => ({ id: feature.id, name: featureName(feature), quantity })),
  )
  const draft = useDraft<readonly Content[]>(`features ${product.id}`, before)
  const [text, setText] = useState('')
  const [{ data }] = useQuery({ query: FeaturesNamedDocument, variables: { code: text.trim() || null } })
  const found = (data?.features?.nodes ?? []).map((feature) => ({ value: feature.id, name: featureName(feature) }))
  return (
    <ConsoleDialog
      title={t.features.title(productName(product))}
      below={t.features.means}
      action={t.features.action}
      about="other"
      document={SetProductFeaturesDocument}
      input={{
        product: product.id,
        features: draft.value.map(({ value, quantity }) => ({ feature: value, quantity: quantityOf(quantity) })),
      }}
      fields={['features']}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <FoundField
        find={t.findFeature}
        hint={t.codeMeans}
        text={text}
        setText={setText}
        found={found}
        field={{
          name: 'features',
          label: t.addFeature,
          chosen: null,
          none: t.choose,
          choose: (chosen) => chosen && draft.enter((now) => added(now, chosen)),
        }}
      />
      <Contents of="features" contents={draft.value} change={(contents) => draft.enter(() => contents)} />
    </ConsoleDialog>
  )
}

/** The contents with one more of what was not among them. */
function added(contents: readonly Content[], chosen: Chosen): readonly Content[] {
  return contents.some(({ value }) => value === chosen.value) ? contents : [...contents, { ...chosen, quantity: '1' }]
}

/** What is contained, each with how many of it. */
function Contents({
  of,
  contents,
  change,
}: {
  of: 'members' | 'features'
  contents: readonly Content[]
  change: (contents: readonly Content[]) => void
}) {
  const t = useTexts(table).dialogs
  return (
    <>
      {contents.map((content, place) => (
        <div key={content.value} className={styles.content}>
          <NumberField
            name={`${of}.${place}.quantity`}
            label={t.howMany(content.name)}
            value={content.quantity}
            change={(quantity) =>
              change(contents.map((one) => (one.value === content.value ? { ...one, quantity } : one)))
            }
          />
          <ChosenList chosen={[content]} remove={(id) => change(contents.filter(({ value }) => value !== id))} />
        </div>
      ))}
    </>
  )
}
