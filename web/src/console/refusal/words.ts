import type { Decision } from '../../portal/contract/types.ts'
import type { ChangeEffectFragment } from '../../portal/kit/change.ts'
import { quantityIn } from '../../portal/kit/effects.ts'
import type { Caution, Refusal, ToldValue } from '../../portal/kit/proposal.ts'
import type { ChangeWords } from '../../portal/kit/useChange.ts'
import { type Language, useLanguage } from '../../portal/language/language.tsx'
import { named } from '../../portal/language/named.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { useInstalmentWords } from '../instalments/words.ts'
import { specificOf } from './specific.ts'
import { type RightWords, texts as table } from './texts.ts'

/** A value that a message names, in the viewer's language. */
function toldIn({ value }: ToldValue, language: Language, units: ChangeWords['units']): string {
  const { format } = language
  const { text, day, moment, amount = null, unlimited, unitLabel } = value
  if (day !== undefined) {
    return format.day(day)
  }
  if (moment !== undefined) {
    return format.moment(moment)
  }
  return unlimited === undefined || unitLabel === undefined
    ? text
    : quantityIn({ amount, unlimited, unitLabel }, language, units)
}

/** What finds the values of a refusal or a warning by their names. */
function told(
  { parameters }: Refusal | Caution,
  language: Language,
  units: ChangeWords['units'],
): (name: string) => string {
  return (name) => {
    const parameter = parameters?.find((one) => one.name === name)
    return parameter === undefined ? '' : toldIn(parameter, language, units)
  }
}

/** The last part of the path of a field that is no place in a list, such as pieces in input.lines.3.pieces. */
export function lastName(field: string | null): string {
  return field?.split('.').findLast((part) => !/^\d+$/u.test(part)) ?? ''
}

/** Why a change of rights was refused, and what to do, in the words of the console. */
export function refusalOf(
  error: Refusal,
  t: RightWords,
  language: Language,
  units?: ChangeWords['units'],
): string | undefined {
  if (error.code !== 'BAD_INPUT') {
    return named(t.refusals, error.code)?.(told(error, language, units))
  }
  const words = specificOf(error, t.specific, told(error, language, units))
  if (words !== undefined) {
    return words
  }
  const name = lastName(error.field)
  if (error.field?.startsWith('input.values.')) {
    return t.wrongValue
  }
  if (name === 'input') {
    return t.nothingMeant
  }
  if (error.field?.includes('.instalments')) {
    return t.wrong['instalments']
  }
  // The amount and the currency of a price are about the price.
  const field = name === 'amount' || name === 'currency' ? 'price' : name
  return named(t.wrong, field) ?? t.wrongAnyhow
}

const has = (effects: readonly ChangeEffectFragment[], field: string) =>
  effects.find((effect) => effect.field === field)?.after ?? null

/** What an effect of a change of rights adds. Without an id, as in a dry run, its fields tell. */
export type Added = 'entitlement' | 'lineItem' | 'period' | 'coverage' | 'coverageItem' | 'decision' | null

/** What is added, by all effects of one thing. */
export function addedBy(effects: readonly ChangeEffectFragment[]): Added {
  const [first] = effects
  if (first?.kind !== 'CREATED' || first.field !== null) {
    return null
  }
  const kind = has(effects, 'kind')
  if (has(effects, 'subjectId') !== null) {
    return 'decision'
  }
  if (has(effects, 'startRule') !== null || has(effects, 'term') !== null) {
    return 'period'
  }
  if (kind?.__typename === 'EnumValue' && kind.enum === 'CoverageKind') {
    return 'coverage'
  }
  if (isSet(effects, 'number')) {
    return 'entitlement'
  }
  if (isSet(effects, 'activationId')) {
    return 'lineItem'
  }
  return has(effects, 'lineItem') === null ? null : 'coverageItem'
}

/** Whether a new thing has a field; a dry run does not tell the value if the real run makes it up. */
function isSet(effects: readonly ChangeEffectFragment[], field: string): boolean {
  return effects.some((effect) => effect.field === field && effect.before === null)
}

/** What the page of a right knows besides what a change tells. */
export type RightPage = {
  /** What the decision is called that the change is about. */
  decision?: string | undefined
  /** Whether the change deploys a draft: what it voids is that of the draft, and was not wrong. */
  deploys?: boolean | undefined
  /** The number by which the page calls a period. */
  placeOf?: ((period: string) => number | undefined) | undefined
}

/** Whether it is a period or a coverage that is withdrawn, by its new state or by a new decision. */
function voidedPart(effects: readonly ChangeEffectFragment[]): 'period' | 'coverage' | undefined {
  const decided = has(effects, 'decision') ?? (addedBy(effects) === 'decision' ? has(effects, 'kind') : null)
  const about = has(effects, 'subjectId')?.text ?? effects[0]?.subjectId ?? ''
  if (decided?.__typename !== 'EnumValue' || decided.value !== 'WITHDRAWN') {
    return undefined
  }
  return about.startsWith('per_') ? 'period' : about.startsWith('cov_') ? 'coverage' : undefined
}

/** What becomes of a thing of a change of rights, in one sentence. */
export function sentenceOf(
  effects: readonly ChangeEffectFragment[],
  done: boolean,
  t: RightWords,
  format: Language['format'],
  { decision, placeOf, deploys = false }: RightPage = {},
): string | undefined {
  const { things } = t
  const [first] = effects
  const name = first?.label ?? ''
  const voided = deploys ? voidedPart(effects) : undefined
  if (voided !== undefined) {
    return things.givesWay(voided, done)
  }
  switch (addedBy(effects)) {
    case 'entitlement':
      return things.entitlement(name, done)
    case 'lineItem':
      return things.lineItem(name, done)
    case 'period': {
      if (has(effects, 'replaces') !== null) {
        return things.replacement(done)
      }
      const amended = has(effects, 'amends')
      return amended?.__typename === 'ReferenceValue'
        ? things.amendment(placeOf?.(amended.subjectId), done)
        : things.period(done)
    }
    case 'coverage':
      return things.coverage(done)
    case 'coverageItem':
      return things.covers(name, done)
    case 'decision': {
      const kind = has(effects, 'kind')
      const about = has(effects, 'subjectId')
      if (about?.text.startsWith('per_') && has(effects, 'startsOn') === null) {
        return things.voided(done)
      }
      return kind?.__typename === 'EnumValue' ? named(things.decision, kind.value as Decision)?.(name, done) : undefined
    }
    default:
      return endOfDecision(effects, name, done, t, format, decision) ?? changedSentence(effects, name, done, t)
  }
}

/** The new last day of a decision. */
function newLastDay(effects: readonly ChangeEffectFragment[]): string | undefined {
  const [first] = effects
  const last = has(effects, 'endsOn')
  return first?.kind === 'CHANGED' && first.subjectId?.startsWith('dec_') && last?.__typename === 'DayValue'
    ? last.day
    : undefined
}

/** That a decision ends on a day, which is not the end of the right that it is about. */
function endOfDecision(
  effects: readonly ChangeEffectFragment[],
  name: string,
  done: boolean,
  { things }: RightWords,
  format: Language['format'],
  decision: string | undefined,
): string | undefined {
  const day = newLastDay(effects)
  return day === undefined ? undefined : things.ends(name, decision, format.day(day), done)
}

function changedSentence(
  effects: readonly ChangeEffectFragment[],
  name: string,
  done: boolean,
  { things }: RightWords,
): string | undefined {
  if (effects.length === 1 && effects[0]?.field === null && effects[0].subjectId?.startsWith('ent_')) {
    return things.sent(name, done)
  }
  const decision = effects.find(({ field }) => field === 'decision')
  if (decision?.before?.__typename === 'EnumValue' && decision.before.value === 'DRAFT' && decision.after === null) {
    return things.live(name, done)
  }
  if (effects.some(({ field }) => field === 'liftedAt')) {
    return things.released(name, done)
  }
  return effects.some(({ field, before }) => field === 'activationId' && before !== null)
    ? things.replaced(name, done)
    : undefined
}

/** What a sentence about a thing says already, or what says nothing to people. */
export function isLeftOut({ field, after }: ChangeEffectFragment, effects: readonly ChangeEffectFragment[]): boolean {
  const added = addedBy(effects)
  switch (field) {
    case 'subjectId':
    case 'replaces':
    case 'renews':
    case 'amends':
      return true
    case 'lineItem':
      return added === 'period' || added === 'coverageItem'
    case 'activationId':
      return added === 'lineItem' || after === null
    case 'kind':
      return added === 'decision'
    case 'liftedAt':
      return true
    case 'decision':
    case 'visible':
      return effects.some((one) => one.field === 'decision' && one.before !== null && one.after === null)
    case 'endsOn':
      return newLastDay(effects) !== undefined
    case 'perpetual':
      return (
        newLastDay(effects) !== undefined ||
        (after?.__typename === 'BooleanValue' && (!after.isTrue || has(effects, 'subjectId') !== null))
      )
    default:
      return false
  }
}

/** What becomes of a list price, which the contract calls by its part number. */
export function priceSentence(
  effects: readonly ChangeEffectFragment[],
  done: boolean,
  { things }: RightWords,
): string | undefined {
  const [first] = effects
  return first !== undefined && effects.some(({ field }) => field === 'price')
    ? things.price[first.field === null ? first.kind : 'CHANGED'](first.label, done)
    : undefined
}

/**
 * The words of the console for other changes: those of the catalog, of accounts, of people and of jobs. What is wrong with
 * a field is said in English by the contract, which knows more; in another language at least that it does not fit.
 */
export function useChangeWords(): ChangeWords {
  const language = useLanguage()
  const t = useTexts(table)
  const ofField = ({ field }: Refusal) =>
    language.texts.change.fieldErrors[field?.split('.')[1] ?? ''] === undefined && language.code !== 'en'
      ? t.wrongAnyhow
      : undefined
  return {
    refusal: (error) =>
      error.code === 'BAD_INPUT'
        ? (specificOf(error, t.specific, told(error, language, noUnits)) ?? ofField(error))
        : named(t.refusals, error.code)?.(told(error, language, noUnits)),
    warning: (warning) => named(t.warnings, warning.code)?.(told(warning, language, noUnits)),
    thing: (effects, done) => priceSentence(effects, done, t),
    // A lease is entered in hours, and told in seconds.
    field: (field) => (field === 'leaseSeconds' ? t.leaseHours : undefined),
    value: (field, text) =>
      field === 'leaseSeconds' ? language.format.decimal(String(Number(text) / 3600)) : undefined,
  }
}

const noUnits: readonly never[] = []

/** The words of the console for changes of rights that are counted in these units. */
export function useRightWords(units: NonNullable<ChangeWords['units']> = noUnits, page: RightPage = {}): ChangeWords {
  const language = useLanguage()
  const instalments = useInstalmentWords()
  const t = useTexts(table)
  return {
    units,
    refusal: (error) => refusalOf(error, t, language, units),
    warning: (warning) => named(t.warnings, warning.code)?.(told(warning, language, units)),
    thing: (effects, done) => sentenceOf(effects, done, t, language.format, page),
    value: (field, text) => (field === 'instalments' ? language.format.list(instalments(text)) : undefined),
    isLeftOut: (effect, effects) =>
      isLeftOut(effect, effects) ||
      (page.deploys === true && effect.field === 'decision' && voidedPart(effects) !== undefined),
  }
}
