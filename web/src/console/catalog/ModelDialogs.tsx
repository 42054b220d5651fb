import type { ActivationModel, SurplusRule } from '../../portal/contract/types.ts'
import { today } from '../../portal/day/today.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { isDay } from '../../portal/language/format.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { TextField } from '../shell/TextField.tsx'
import {
  type CatalogModelFragment,
  ChangeLicenseModelDocument,
  CreateLicenseModelDocument,
  ReviseLicenseModelDocument,
} from './catalog.ts'
import { DayField, EnumField, NumberField, useFieldNames } from '../shell/fields.tsx'
import { YesNoField } from './fields.tsx'
import { type EnteredTerms, enteredTerms, noTerms, toTerms } from './terms.ts'
import { texts as table } from './texts.ts'
import { useFinished } from '../shell/useFinished.ts'

type OfModel = DialogOfChange & { model: CatalogModelFragment }

const activations = ['NODE_LOCKED', 'FLOATING', 'CLOUD_SERVED', 'USAGE'] as const satisfies ActivationModel[]
const surplusRules = ['WARN', 'STOP_AFTER_GRACE'] as const satisfies SurplusRule[]

/** The fields of terms, each with what the contract says of it. */
function TermsFields({ terms, enter }: { terms: EnteredTerms; enter: (part: Partial<EnteredTerms>) => void }) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  return (
    <>
      <NumberField
        name="terms.leaseSeconds"
        label={t.leaseHours}
        hint={t.leaseMeans}
        value={terms.leaseHours}
        parts
        change={(leaseHours) => enter({ leaseHours })}
      />
      <NumberField
        name="terms.graceDays"
        label={field('graceDays')}
        value={terms.graceDays}
        change={(graceDays) => enter({ graceDays })}
      />
      <NumberField
        name="terms.rehostLimit"
        label={field('rehostLimit')}
        hint={t.noLimitMeans}
        value={terms.rehostLimit}
        change={(rehostLimit) => enter({ rehostLimit })}
      />
      <YesNoField
        name="terms.overdraftAllowed"
        label={field('overdraftAllowed')}
        value={terms.overdraftAllowed}
        change={(overdraftAllowed) => enter({ overdraftAllowed })}
      />
      <YesNoField
        name="terms.offlineAllowed"
        label={field('offlineAllowed')}
        value={terms.offlineAllowed}
        change={(offlineAllowed) => enter({ offlineAllowed })}
      />
      {terms.offlineAllowed && (
        <NumberField
          name="terms.offlineDays"
          label={field('offlineDays')}
          hint={t.noLimitMeans}
          value={terms.offlineDays}
          change={(offlineDays) => enter({ offlineDays })}
        />
      )}
      <EnumField
        name="terms.surplus"
        label={field('surplus')}
        of="SurplusRule"
        values={surplusRules}
        value={terms.surplus}
        change={(surplus) => enter({ surplus: surplus || 'WARN' })}
      />
    </>
  )
}

/** Creates a license model with the first version of its terms. */
export function NewModelDialog({ close }: DialogOfChange) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const draft = useDraft('new license model', {
    name: '',
    technology: '',
    activationModel: 'NODE_LOCKED' as ActivationModel,
    terms: noTerms,
    startsOn: today(),
  })
  const { value } = draft
  const enter = (part: Partial<typeof value>) => draft.enter((now) => ({ ...now, ...part }))
  const name = value.name.trim()
  const technology = value.technology.trim()
  return (
    <ConsoleDialog
      title={t.newModel.open}
      below={t.newModel.means}
      action={t.newModel.action}
      about="other"
      document={CreateLicenseModelDocument}
      input={
        name === '' || !isDay(value.startsOn)
          ? null
          : {
              name,
              activationModel: value.activationModel,
              terms: toTerms(value.terms),
              startsOn: value.startsOn,
              ...(technology !== '' && { technology }),
            }
      }
      fields={['name', 'technology', 'activationModel', 'terms', 'startsOn']}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <TextField
        name="name"
        label={field('name')}
        value={value.name}
        most={200}
        change={(text) => enter({ name: text })}
      />
      <EnumField
        name="activationModel"
        label={field('activationModel')}
        of="ActivationModel"
        values={activations}
        value={value.activationModel}
        change={(activationModel) => enter({ activationModel: activationModel || 'NODE_LOCKED' })}
      />
      <TextField
        name="technology"
        label={field('technology')}
        value={value.technology}
        most={200}
        change={(text) => enter({ technology: text })}
      />
      <DayField
        name="startsOn"
        label={t.firstDay}
        hint={t.firstTermsDay}
        value={value.startsOn}
        change={(startsOn) => enter({ startsOn })}
      />
      <TermsFields terms={value.terms} enter={(part) => enter({ terms: { ...value.terms, ...part } })} />
    </ConsoleDialog>
  )
}

/** Changes the name or the technology of a license model. */
export function ChangeModelDialog({ model, close }: OfModel) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const before = { name: model.name, technology: model.technology ?? '' }
  const draft = useDraft(`license model ${model.id}`, before)
  const name = draft.value.name.trim()
  const technology = draft.value.technology.trim()
  return (
    <ConsoleDialog
      title={t.changeModel.title(model.name)}
      below={t.changeModel.means}
      action={t.changeModel.action}
      about="other"
      document={ChangeLicenseModelDocument}
      input={{
        licenseModel: model.id,
        ...(name !== before.name && { name }),
        ...(technology !== before.technology && { technology }),
      }}
      fields={['name', 'technology']}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      {(['name', 'technology'] as const).map((part) => (
        <TextField
          key={part}
          name={part}
          label={field(part)}
          value={draft.value[part]}
          most={200}
          change={(text) => draft.enter((now) => ({ ...now, [part]: text }))}
        />
      ))}
    </ConsoleDialog>
  )
}

/** Gives a license model other terms from a day on. They begin as those of its newest version. */
export function NewTermsDialog({ model, close }: OfModel) {
  const t = useTexts(table).dialogs
  const [newest] = model.versions
  const draft = useDraft(`terms of ${model.id}`, {
    terms: newest ? enteredTerms(newest) : noTerms,
    startsOn: today(),
  })
  const { terms, startsOn } = draft.value
  return (
    <ConsoleDialog
      title={t.newTerms.title(model.name)}
      below={t.newTerms.means}
      action={t.newTerms.action}
      about="other"
      document={ReviseLicenseModelDocument}
      input={isDay(startsOn) ? { licenseModel: model.id, terms: toTerms(terms), startsOn } : null}
      fields={['terms', 'startsOn']}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <DayField
        name="startsOn"
        label={t.firstDay}
        hint={t.firstTermsDay}
        value={startsOn}
        change={(day) => draft.enter((now) => ({ ...now, startsOn: day }))}
      />
      <TermsFields
        terms={terms}
        enter={(part) => draft.enter((now) => ({ ...now, terms: { ...now.terms, ...part } }))}
      />
    </ConsoleDialog>
  )
}
