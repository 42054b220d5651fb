import type { Aggregation, UnitKind, UnitPool } from '../../portal/contract/types.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { TextField } from '../shell/TextField.tsx'
import {
  type CatalogFeaturesQuery,
  type CatalogLevelsQuery,
  type CatalogUnitsQuery,
  ChangeCoverageLevelDocument,
  ChangeFeatureDocument,
  ChangeUnitOfMeasureDocument,
  CreateCoverageLevelDocument,
  CreateFeatureDocument,
  CreateUnitOfMeasureDocument,
} from './catalog.ts'
import { EnumField, LongTextField, NumberField, useFieldNames } from '../shell/fields.tsx'
import { texts as table } from './texts.ts'
import { useFinished } from '../shell/useFinished.ts'

/** A unit as its list has it. */
export type ShownUnit = NonNullable<CatalogUnitsQuery['unitsOfMeasure']>['nodes'][number]

/** A coverage level as its list has it. */
export type ShownLevel = NonNullable<CatalogLevelsQuery['coverageLevels']>['nodes'][number]

/** A feature as its list has it. */
export type ShownFeature = NonNullable<CatalogFeaturesQuery['features']>['nodes'][number]

const unitKinds = ['COUNT', 'CAPACITY', 'VOLUME', 'RATE', 'TIME', 'POINTS', 'MONEY'] as const satisfies UnitKind[]
const pools = ['NAMED', 'CONCURRENT', 'NODE', 'SITE', 'POPULATION', 'NONE'] as const satisfies UnitPool[]
const aggregations = ['LAST', 'PEAK', 'AVERAGE', 'SUM', 'ENTITLED'] as const satisfies Aggregation[]

const words = { singular: '', plural: '', symbol: '', rule: '', decimals: '0' }

type Words = typeof words

/** The words of a unit, which can change. */
function WordsFields({ value, enter }: { value: Words; enter: (part: Partial<Words>) => void }) {
  const field = useFieldNames()
  return (
    <>
      {(['singular', 'plural', 'symbol'] as const).map((part) => (
        <TextField
          key={part}
          name={part}
          label={field(part)}
          value={value[part]}
          most={100}
          change={(text) => enter({ [part]: text })}
        />
      ))}
      <LongTextField
        name="rule"
        label={field('rule')}
        value={value.rule}
        most={500}
        change={(rule) => enter({ rule })}
      />
      <NumberField
        name="decimals"
        label={field('decimals')}
        value={value.decimals}
        change={(decimals) => enter({ decimals })}
      />
    </>
  )
}

/** Creates a unit of measure. */
export function NewUnitDialog({ close }: DialogOfChange) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const draft = useDraft('new unit', {
    ...words,
    code: '',
    kind: 'COUNT' as UnitKind,
    pool: 'NAMED' as UnitPool,
    aggregation: 'LAST' as Aggregation,
    baseUnit: '',
    scale: '',
    currency: '',
  })
  const { value } = draft
  const enter = (part: Partial<typeof value>) => draft.enter((now) => ({ ...now, ...part }))
  const text = (part: 'code' | 'baseUnit' | 'currency', most: number) => (
    <TextField
      name={part}
      label={field(part)}
      value={value[part]}
      most={most}
      change={(entered) => enter({ [part]: part === 'currency' ? entered.toUpperCase() : entered })}
    />
  )
  const needed = [value.code, value.singular, value.plural, value.baseUnit, value.rule]
  return (
    <ConsoleDialog
      title={t.newUnit.open}
      below={t.newUnit.means}
      action={t.newUnit.action}
      about="other"
      document={CreateUnitOfMeasureDocument}
      input={
        needed.some((one) => one.trim() === '')
          ? null
          : {
              code: value.code.trim(),
              singular: value.singular.trim(),
              plural: value.plural.trim(),
              baseUnit: value.baseUnit.trim(),
              rule: value.rule.trim(),
              kind: value.kind,
              pool: value.pool,
              aggregation: value.aggregation,
              decimals: Number(value.decimals),
              ...(value.symbol.trim() !== '' && { symbol: value.symbol.trim() }),
              ...(value.scale !== '' && { scale: value.scale }),
              ...(value.kind === 'MONEY' && value.currency !== '' && { currency: value.currency }),
            }
      }
      fields={[...Object.keys(words), 'code', 'kind', 'pool', 'aggregation', 'baseUnit', 'scale', 'currency']}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      {text('code', 100)}
      <WordsFields value={value} enter={enter} />
      <EnumField
        name="kind"
        label={field('kind')}
        of="UnitKind"
        values={unitKinds}
        value={value.kind}
        change={(kind) => enter({ kind: kind || 'COUNT' })}
      />
      {value.kind === 'MONEY' && text('currency', 3)}
      <EnumField
        name="pool"
        label={field('pool')}
        of="UnitPool"
        values={pools}
        value={value.pool}
        change={(pool) => enter({ pool: pool || 'NAMED' })}
      />
      <EnumField
        name="aggregation"
        label={field('aggregation')}
        of="Aggregation"
        values={aggregations}
        value={value.aggregation}
        change={(aggregation) => enter({ aggregation: aggregation || 'LAST' })}
      />
      {text('baseUnit', 100)}
      <NumberField name="scale" label={field('scale')} value={value.scale} change={(scale) => enter({ scale })} />
    </ConsoleDialog>
  )
}

/** Changes the words of a unit, and how many decimals pages show. */
export function ChangeUnitDialog({ unit, close }: DialogOfChange & { unit: ShownUnit }) {
  const t = useTexts(table).dialogs
  const before: Words = {
    singular: unit.singular,
    plural: unit.plural,
    symbol: unit.symbol ?? '',
    rule: unit.rule,
    decimals: String(unit.decimals),
  }
  const draft = useDraft(`unit ${unit.id}`, before)
  const { value } = draft
  const changed = (['singular', 'plural', 'symbol', 'rule'] as const).flatMap((part) =>
    value[part].trim() === before[part] ? [] : [[part, value[part].trim()]],
  )
  return (
    <ConsoleDialog
      title={t.changeUnit.title(unit.code)}
      below={t.changeUnit.means}
      action={t.changeUnit.action}
      about="other"
      document={ChangeUnitOfMeasureDocument}
      input={{
        unitOfMeasure: unit.id,
        ...(Object.fromEntries(changed) as Partial<Omit<Words, 'decimals'>>),
        ...(value.decimals !== '' && value.decimals !== before.decimals && { decimals: Number(value.decimals) }),
      }}
      fields={Object.keys(words)}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <WordsFields value={value} enter={(part) => draft.enter((now) => ({ ...now, ...part }))} />
    </ConsoleDialog>
  )
}

/** Creates a coverage level, or changes one. Its code never changes. */
export function LevelDialog({ level, close }: DialogOfChange & { level?: ShownLevel }) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const before = { code: level?.code ?? '', name: level?.name ?? '', rank: level ? String(level.rank) : '' }
  const draft = useDraft(`coverage level ${level?.id}`, before)
  const { value } = draft
  const enter = (part: Partial<typeof before>) => draft.enter((now) => ({ ...now, ...part }))
  const [code, name] = [value.code.trim(), value.name.trim()]
  const common = { about: 'other', fields: ['code', 'name', 'rank'], whenDone: useFinished(draft.sent), close } as const
  const fields = (
    <>
      {draft.kept && <DraftNotice clear={draft.clear} />}
      {!level && (
        <TextField
          name="code"
          label={field('code')}
          value={value.code}
          most={100}
          change={(text) => enter({ code: text })}
        />
      )}
      <TextField
        name="name"
        label={field('name')}
        value={value.name}
        most={200}
        change={(text) => enter({ name: text })}
      />
      <NumberField name="rank" label={field('rank')} value={value.rank} change={(rank) => enter({ rank })} />
    </>
  )
  return level ? (
    <ConsoleDialog
      {...common}
      title={t.changeLevel.title(level.name)}
      below={t.changeLevel.means}
      action={t.changeLevel.action}
      document={ChangeCoverageLevelDocument}
      input={{
        coverageLevel: level.id,
        ...(name !== before.name && { name }),
        ...(value.rank !== '' && value.rank !== before.rank && { rank: Number(value.rank) }),
      }}
    >
      {fields}
    </ConsoleDialog>
  ) : (
    <ConsoleDialog
      {...common}
      title={t.newLevel.open}
      below={t.newLevel.means}
      action={t.newLevel.action}
      document={CreateCoverageLevelDocument}
      input={code === '' || name === '' || value.rank === '' ? null : { code, name, rank: Number(value.rank) }}
    >
      {fields}
    </ConsoleDialog>
  )
}

/** Creates a feature, or changes its name. Its code and version never change. */
export function FeatureDialog({ feature, close }: DialogOfChange & { feature?: ShownFeature }) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const before = { code: feature?.code ?? '', version: feature?.version ?? '', name: feature?.name ?? '' }
  const draft = useDraft(`feature ${feature?.id}`, before)
  const { value } = draft
  const [code, version, name] = [value.code.trim(), value.version.trim(), value.name.trim()]
  const common = {
    about: 'other',
    fields: ['code', 'version', 'name'],
    whenDone: useFinished(draft.sent),
    close,
  } as const
  const shown = feature ? (['name'] as const) : (['code', 'version', 'name'] as const)
  const fields = (
    <>
      {draft.kept && <DraftNotice clear={draft.clear} />}
      {shown.map((part) => (
        <TextField
          key={part}
          name={part}
          label={field(part)}
          value={value[part]}
          most={part === 'name' ? 200 : 100}
          change={(text) => draft.enter((now) => ({ ...now, [part]: text }))}
        />
      ))}
    </>
  )
  return feature ? (
    <ConsoleDialog
      {...common}
      title={t.changeFeature.title(feature.code)}
      below={t.changeFeature.means}
      action={t.changeFeature.action}
      document={ChangeFeatureDocument}
      input={{ feature: feature.id, ...(name !== before.name && { name }) }}
    >
      {fields}
    </ConsoleDialog>
  ) : (
    <ConsoleDialog
      {...common}
      title={t.newFeature.open}
      below={t.newFeature.means}
      action={t.newFeature.action}
      document={CreateFeatureDocument}
      input={code === '' ? null : { code, ...(version !== '' && { version }), ...(name !== '' && { name }) }}
    >
      {fields}
    </ConsoleDialog>
  )
}
