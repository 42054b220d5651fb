import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { CoverageKind, StartRule, Term, TermUnit } from '../../portal/contract/types.ts'
import { productName } from '../../portal/entitlement/groups.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { unitIn } from '../../portal/language/units.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import styles from '../operation/Operation.module.css'
import { TextField } from '../shell/TextField.tsx'
import {
  CatalogChoicesDocument,
  ChangePartNumberDocument,
  CreatePartNumberDocument,
  type CreatePartNumberMutation,
  type PartNumberDetailsFragment,
} from './catalog.ts'
import { CatalogField, type Chosen, ProductField, SuccessorField } from './choices.tsx'
import { EnumField, LongTextField, NumberField, useFieldNames } from '../shell/fields.tsx'
import { ChosenList } from './fields.tsx'
import { type EnteredPart, enteredOf, noPart, toChange, toCreate } from './partNumber.ts'
import { StillMissing } from './StillMissing.tsx'
import { texts as table } from './texts.ts'
import { useFinished } from '../shell/useFinished.ts'

const terms = ['PERPETUAL', 'SUBSCRIPTION', 'TRIAL'] as const satisfies Term[]
const startRules = ['FIXED', 'FIRST_ACTIVATION', 'EACH_ACTIVATION'] as const satisfies StartRule[]
const termUnits = ['DAYS', 'WEEKS', 'MONTHS', 'YEARS'] as const satisfies TermUnit[]
const coverageKinds = ['MAINTENANCE', 'SUPPORT', 'SUBSCRIPTION'] as const satisfies CoverageKind[]

const shownFields = [
  'code',
  'description',
  'product',
  'licenseModel',
  'unit',
  'term',
  'startRule',
  'termLength',
  'termUnit',
  'packSize',
  'overdraft',
  'coverageKind',
  'coverageLength',
  'coverageLengthUnit',
  'coverageLevel',
  'successor',
  'cancelDays',
  'upgradesFrom',
]

/** What was entered, and the names of what was chosen by its id. */
type Draft = { entered: EnteredPart; names: Readonly<Record<string, string>> }

const nothing: Draft = { entered: noPart, names: {} }

/** What the dialog knows of a part number that exists. */
function knownOf(part: PartNumberDetailsFragment): Draft {
  const { product, successor, upgradesFrom } = part
  return {
    entered: enteredOf(part),
    names: Object.fromEntries([
      ...(product ? [[product.id, productName(product)]] : []),
      ...(successor ? [[successor.id, successor.code]] : []),
      ...upgradesFrom.map((one) => [one.id, productName(one)]),
    ]) as Record<string, string>,
  }
}

type Properties = {
  draft: Draft
  part?: PartNumberDetailsFragment
  enter: (change: Partial<EnteredPart>, chosen?: Chosen | null) => void
}

/** What the part number stands for: product, terms and unit. */
function GrantFields({ draft: { entered, names }, part, enter }: Properties) {
  const { texts } = useLanguage()
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const lasts = entered.term === 'SUBSCRIPTION' || entered.term === 'TRIAL'
  return (
    <>
      <ProductField
        name="product"
        label={field('product')}
        chosen={chosenOf(entered.product, names)}
        none={t.notDecided}
        choose={(chosen) => enter({ product: chosen?.value ?? '' }, chosen)}
      />
      <CatalogField
        name="licenseModel"
        label={field('licenseModel')}
        of="licenseModels"
        chosen={entered.licenseModel}
        known={part?.licenseModel && { value: part.licenseModel.id, name: part.licenseModel.name }}
        none={t.ofTheProduct}
        choose={(licenseModel) => enter({ licenseModel })}
      />
      <CatalogField
        name="unit"
        label={field('unit')}
        of="unitsOfMeasure"
        chosen={entered.unit}
        known={part?.unit && { value: part.unit.id, name: unitIn(texts, part.unit).plural }}
        none={t.notDecided}
        choose={(unit) => enter({ unit })}
      />
      <NumberField
        name="packSize"
        label={field('packSize')}
        hint={t.packMeans}
        value={entered.packSize}
        change={(packSize) => enter({ packSize })}
      />
      <EnumField
        name="term"
        label={field('term')}
        of="Term"
        values={terms}
        value={entered.term}
        none={t.notDecided}
        change={(term) => enter({ term })}
      />
      {lasts && (
        <>
          <NumberField
            name="termLength"
            label={field('termLength')}
            hint={t.lengthMeans}
            value={entered.termLength}
            change={(termLength) => enter({ termLength })}
          />
          <EnumField
            name="termUnit"
            label={field('termUnit')}
            of="TermUnit"
            values={termUnits}
            value={entered.termUnit}
            change={(termUnit) => enter({ termUnit: termUnit || 'YEARS' })}
          />
        </>
      )}
      <EnumField
        name="startRule"
        label={field('startRule')}
        of="StartRule"
        values={startRules}
        value={entered.startRule}
        none={t.notDecided}
        change={(startRule) => enter({ startRule })}
      />
      <NumberField
        name="overdraft"
        label={field('overdraft')}
        hint={t.overdraftMeans}
        value={entered.overdraft}
        change={(overdraft) => enter({ overdraft })}
      />
    </>
  )
}

/** The coverage that is sold along. */
function CoverageFields({ draft: { entered }, part, enter }: Properties) {
  const t = useTexts(table).dialogs
  const { nothing: none } = useTexts(table)
  const field = useFieldNames()
  return (
    <>
      <EnumField
        name="coverageKind"
        label={field('coverageKind')}
        of="CoverageKind"
        values={coverageKinds}
        value={entered.coverageKind}
        none={none}
        change={(coverageKind) => enter({ coverageKind })}
      />
      {entered.coverageKind !== '' && (
        <>
          <NumberField
            name="coverageLength"
            label={field('coverageLength')}
            hint={t.wholeRight}
            value={entered.coverageLength}
            change={(coverageLength) => enter({ coverageLength })}
          />
          <EnumField
            name="coverageLengthUnit"
            label={field('coverageLengthUnit')}
            of="TermUnit"
            values={termUnits}
            value={entered.coverageLengthUnit}
            change={(unit) => enter({ coverageLengthUnit: unit || 'YEARS' })}
          />
          <CatalogField
            name="coverageLevel"
            label={field('coverageLevel')}
            of="coverageLevels"
            chosen={entered.coverageLevel}
            known={part?.coverageLevel && { value: part.coverageLevel.id, name: part.coverageLevel.name }}
            none={none}
            choose={(coverageLevel) => enter({ coverageLevel })}
          />
        </>
      )}
    </>
  )
}

/** What becomes of the right later: its successor, and what it upgrades. */
function LaterFields({ draft: { entered, names }, enter }: Properties) {
  const t = useTexts(table)
  const field = useFieldNames()
  return (
    <>
      <SuccessorField
        name="successor"
        label={field('successor')}
        chosen={chosenOf(entered.successor, names)}
        none={t.part.itself}
        choose={(chosen) => enter({ successor: chosen?.value ?? '' }, chosen)}
      />
      {entered.term === 'SUBSCRIPTION' && (
        <NumberField
          name="cancelDays"
          label={field('cancelDays')}
          hint={t.dialogs.cancelDaysMean}
          value={entered.cancelDays}
          change={(cancelDays) => enter({ cancelDays })}
        />
      )}
      <ProductField
        name="upgradesFrom"
        label={field('upgradesFrom')}
        find={t.dialogs.findUpgrades}
        chosen={null}
        none={t.dialogs.choose}
        choose={(chosen) => {
          if (chosen !== null && !entered.upgradesFrom.includes(chosen.value)) {
            enter({ upgradesFrom: [...entered.upgradesFrom, chosen.value] }, chosen)
          }
        }}
      />
      <ChosenList
        chosen={entered.upgradesFrom.map((id) => ({ value: id, name: names[id] ?? id }))}
        remove={(id) => enter({ upgradesFrom: entered.upgradesFrom.filter((one) => one !== id) })}
      />
    </>
  )
}

function chosenOf(id: string, names: Draft['names']): Chosen | null {
  return id === '' ? null : { value: id, name: names[id] ?? id }
}

/** What was entered with a change of it, and the name of what was chosen with it. */
function entering(change: Partial<EnteredPart>, chosen?: Chosen | null) {
  return ({ entered, names }: Draft): Draft => ({
    entered: { ...entered, ...change },
    names: chosen ? { ...names, [chosen.value]: chosen.name } : names,
  })
}

function PartFields(properties: Properties) {
  const field = useFieldNames()
  const { draft, enter } = properties
  return (
    <>
      <LongTextField
        name="description"
        label={field('description')}
        value={draft.entered.description}
        most={2000}
        change={(description) => enter({ description })}
      />
      <GrantFields {...properties} />
      <CoverageFields {...properties} />
      <LaterFields {...properties} />
      <StillMissing entered={draft.entered} />
    </>
  )
}

/** Creates a part number, and leads to its page. It may have gaps. */
export function NewPartDialog({ close }: DialogOfChange) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const draft = useDraft('new part number', nothing)
  const enter: Properties['enter'] = (change, chosen) => draft.enter(entering(change, chosen))
  return (
    <ConsoleDialog
      title={t.newPart.open}
      below={t.newPart.means}
      action={t.newPart.action}
      about="other"
      document={CreatePartNumberDocument}
      input={toCreate(draft.value.entered)}
      fields={shownFields}
      units={useUnits()}
      more={leadTo}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <TextField
        name="code"
        label={field('code')}
        value={draft.value.entered.code}
        most={100}
        change={(code) => enter({ code })}
      />
      <PartFields draft={draft.value} enter={enter} />
    </ConsoleDialog>
  )
}

/** The units of the catalog, which the effects of a change name by their codes. */
function useUnits() {
  return useQuery({ query: CatalogChoicesDocument })[0].data?.unitsOfMeasure?.nodes
}

/** Leads to the page of the part number, once it is created. */
function leadTo({ change }: CreatePartNumberMutation, done: boolean) {
  return done && change?.partNumber && <Created part={change.partNumber} />
}

function Created({ part }: { part: { id: string; code: string } }) {
  const t = useTexts(table).dialogs
  return (
    <p>
      <Link className={styles.link} to="/console/catalog/$part" params={{ part: part.id }}>
        {t.openPart(part.code)}
      </Link>
    </p>
  )
}

/** Changes a part number. Only what was changed is sent, and what was emptied is removed. */
export function ChangePartDialog({ part, close }: DialogOfChange & { part: PartNumberDetailsFragment }) {
  const t = useTexts(table).dialogs
  const before = knownOf(part)
  const draft = useDraft(`part number ${part.id}`, before)
  return (
    <ConsoleDialog
      title={t.changePart.title(part.code)}
      below={t.changePart.means}
      action={t.changePart.action}
      about="other"
      document={ChangePartNumberDocument}
      input={toChange(part.id, before.entered, draft.value.entered)}
      fields={shownFields}
      units={useUnits()}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <PartFields draft={draft.value} part={part} enter={(change, chosen) => draft.enter(entering(change, chosen))} />
    </ConsoleDialog>
  )
}
