import type {
  ChangePartNumberInput,
  CoverageKind,
  CreatePartNumberInput,
  PartNumberDetail,
  StartRule,
  Term,
  TermUnit,
} from '../../portal/contract/types.ts'
import type { PartNumberDetailsFragment } from './catalog.ts'

/** What people enter of a part number, as texts. An empty one stands for what is not known, or is not wanted. */
export type EnteredPart = {
  code: string
  description: string
  product: string
  licenseModel: string
  unit: string
  term: Term | ''
  startRule: StartRule | ''
  termLength: string
  termUnit: TermUnit
  packSize: string
  overdraft: string
  coverageKind: CoverageKind | ''
  coverageLength: string
  coverageLengthUnit: TermUnit
  coverageLevel: string
  successor: string
  cancelDays: string
  upgradesFrom: readonly string[]
}

/** A part number of which nothing is known yet. One piece grants one, and nothing beyond it, unless something else is said. */
export const noPart: EnteredPart = {
  code: '',
  description: '',
  product: '',
  licenseModel: '',
  unit: '',
  term: '',
  startRule: '',
  termLength: '',
  termUnit: 'YEARS',
  packSize: '1',
  overdraft: '0',
  coverageKind: '',
  coverageLength: '',
  coverageLengthUnit: 'YEARS',
  coverageLevel: '',
  successor: '',
  cancelDays: '',
  upgradesFrom: [],
}

const digits = (value: number | null) => (value === null ? '' : String(value))

/** What is known of a part number, as people would have entered it. */
export function enteredOf(part: PartNumberDetailsFragment): EnteredPart {
  return {
    code: part.code,
    description: part.description ?? '',
    product: part.product?.id ?? '',
    licenseModel: part.licenseModel?.id ?? '',
    unit: part.unit?.id ?? '',
    term: part.term ?? '',
    startRule: part.startRule ?? '',
    termLength: digits(part.termLength),
    termUnit: part.termUnit ?? 'YEARS',
    packSize: digits(part.packSize),
    overdraft: digits(part.overdraft),
    coverageKind: part.coverageKind ?? '',
    coverageLength: digits(part.coverageLength),
    coverageLengthUnit: part.coverageLengthUnit ?? 'YEARS',
    coverageLevel: part.coverageLevel?.id ?? '',
    successor: part.successor?.id ?? '',
    cancelDays: digits(part.cancelDays),
    upgradesFrom: part.upgradesFrom.map(({ id }) => id),
  }
}

/**
 * What is entered without what goes with something that is not: a perpetual term has no length, only a subscription renews
 * by itself, and where no coverage is sold along, it has neither length nor level.
 */
function fitting(entered: EnteredPart): EnteredPart {
  const lasts = entered.term === 'SUBSCRIPTION' || entered.term === 'TRIAL'
  const covered = entered.coverageKind !== ''
  return {
    ...entered,
    code: entered.code.trim(),
    description: entered.description.trim(),
    termLength: lasts ? entered.termLength : '',
    cancelDays: entered.term === 'SUBSCRIPTION' ? entered.cancelDays : '',
    coverageLength: covered ? entered.coverageLength : '',
    coverageLevel: covered ? entered.coverageLevel : '',
  }
}

const names = [
  'product',
  'licenseModel',
  'unit',
  'term',
  'startRule',
  'coverageKind',
  'coverageLevel',
  'successor',
] as const

const numbers = ['packSize', 'overdraft', 'cancelDays'] as const

const lengths = [
  ['termLength', 'termUnit'],
  ['coverageLength', 'coverageLengthUnit'],
] as const

const sameList = (one: readonly string[], other: readonly string[]) => one.join(' ') === other.join(' ')

/** The fields that are given and differ from those before. Lengths go with the unit in which they are counted. */
function given(now: EnteredPart, before: EnteredPart): Partial<Omit<CreatePartNumberInput, 'code'>> {
  return Object.fromEntries([
    ...names.flatMap((name) => (now[name] !== '' && now[name] !== before[name] ? [[name, now[name]]] : [])),
    ...numbers.flatMap((name) => (now[name] !== '' && now[name] !== before[name] ? [[name, Number(now[name])]] : [])),
    ...lengths.flatMap(([length, unit]) =>
      now[length] !== '' && (now[length] !== before[length] || now[unit] !== before[unit])
        ? [
            [length, Number(now[length])],
            [unit, now[unit]],
          ]
        : [],
    ),
    ...(sameList(now.upgradesFrom, before.upgradesFrom) ? [] : [['upgradesFrom', now.upgradesFrom]]),
  ]) as Partial<CreatePartNumberInput>
}

/** The input of a new part number. Only its code is needed: what is missing are gaps, which can be filled later. */
export function toCreate(entered: EnteredPart): CreatePartNumberInput | null {
  const now = fitting(entered)
  return now.code === ''
    ? null
    : { code: now.code, ...(now.description !== '' && { description: now.description }), ...given(now, noPart) }
}

const removable = [
  ['licenseModel', 'LICENSE_MODEL'],
  ['termLength', 'TERM_LENGTH'],
  ['coverageKind', 'COVERAGE'],
  ['coverageLength', 'COVERAGE_LENGTH'],
  ['coverageLevel', 'COVERAGE_LEVEL'],
  ['successor', 'SUCCESSOR'],
  ['cancelDays', 'CANCEL_DAYS'],
] as const satisfies [keyof EnteredPart, PartNumberDetail][]

/** The input that makes of a part number what was entered. What was emptied is removed, as far as that is possible. */
export function toChange(id: string, was: EnteredPart, entered: EnteredPart): ChangePartNumberInput {
  const before = fitting(was)
  const now = fitting(entered)
  const emptied = removable.flatMap(([name, detail]) => (now[name] === '' && was[name] !== '' ? [detail] : []))
  // With the coverage go its length and its level.
  const removes = emptied.includes('COVERAGE')
    ? emptied.filter((detail) => detail !== 'COVERAGE_LENGTH' && detail !== 'COVERAGE_LEVEL')
    : emptied
  return {
    partNumber: id,
    ...(now.description !== before.description && { description: now.description }),
    ...given(now, before),
    ...(removes.length > 0 && { removes }),
  }
}
