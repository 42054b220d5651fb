import { useState } from 'react'
import { useQuery } from 'urql'
import { productName } from '../../portal/entitlement/groups.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { unitIn } from '../../portal/language/units.ts'
import { TextField } from '../shell/TextField.tsx'
import { CatalogChoicesDocument, PartNumbersNamedDocument, ProductsNamedDocument } from './catalog.ts'
import { SelectField } from '../shell/fields.tsx'
import { texts as table } from './texts.ts'

/** Something to choose, and what it is called. */
export type Chosen = { value: string; name: string }

/** The found ones, and before them the one that is chosen already, which may not be among them. */
function withChosen(found: readonly Chosen[], chosen: Chosen | null): readonly Chosen[] {
  return chosen === null || found.some(({ value }) => value === chosen.value) ? found : [chosen, ...found]
}

type Choosing = {
  name: string
  label: string
  chosen: Chosen | null
  none: string
  choose: (chosen: Chosen | null) => void
}

/** A choice of one thing of many: a field for what to look for, and below it what was found. */
export function FoundField({
  find,
  hint,
  text,
  setText,
  found,
  field: { name, label, chosen, none, choose },
}: {
  find: string
  hint: string
  text: string
  setText: (text: string) => void
  found: readonly Chosen[]
  field: Choosing
}) {
  const t = useTexts(table).dialogs
  const all = withChosen(found, chosen)
  return (
    <>
      <TextField name="" label={find} hint={hint} value={text} most={100} change={setText} />
      <SelectField
        name={name}
        label={label}
        value={chosen?.value ?? ''}
        choices={[{ value: '', name: text.trim() !== '' && found.length === 0 ? t.noneFound : none }, ...all]}
        change={(value) => choose(all.find((one) => one.value === value) ?? null)}
      />
    </>
  )
}

/** A choice of a product, which is found by words of its name. */
export function ProductField({ find, ...field }: Choosing & { find?: string }) {
  const t = useTexts(table).dialogs
  const [text, setText] = useState('')
  const words = text.trim() || null
  const [{ data }] = useQuery({ query: ProductsNamedDocument, variables: { text: words } })
  const found = (data?.products?.nodes ?? []).map((product) => ({ value: product.id, name: productName(product) }))
  return (
    <FoundField
      find={find ?? t.findProduct}
      hint={t.findMeans}
      text={text}
      setText={setText}
      found={found}
      field={field}
    />
  )
}

/** A choice of a part number, which is found by the beginning of its code. */
export function SuccessorField(field: Choosing) {
  const t = useTexts(table).dialogs
  const [text, setText] = useState('')
  const code = text.trim() || null
  const [{ data }] = useQuery({ query: PartNumbersNamedDocument, variables: { code } })
  const found = (data?.partNumbers?.nodes ?? []).map((part) => ({ value: part.id, name: part.code }))
  return (
    <FoundField find={t.findSuccessor} hint={t.codeMeans} text={text} setText={setText} found={found} field={field} />
  )
}

type OfChoices = {
  name: string
  label: string
  of: 'licenseModels' | 'unitsOfMeasure' | 'coverageLevels' | 'productLines'
  chosen: string
  /** What is chosen before, which may have been retired since. */
  known?: Chosen | null | undefined
  none?: string | undefined
  choose: (value: string) => void
}

/** A choice of what the catalog has few of, and offers. */
export function CatalogField({ name, label, of, chosen, known = null, none, choose }: OfChoices) {
  const { texts } = useLanguage()
  const [{ data }] = useQuery({ query: CatalogChoicesDocument })
  const all = data?.[of]?.nodes ?? []
  const found = all.map((one) => ({
    value: one.id,
    name: one.__typename === 'UnitOfMeasure' ? unitIn(texts, one).plural : one.name,
  }))
  const choices = withChosen(found, known)
  return (
    <SelectField
      name={name}
      label={label}
      value={chosen}
      choices={none === undefined ? choices : [{ value: '', name: none }, ...choices]}
      change={choose}
    />
  )
}
