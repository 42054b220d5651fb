import type { Language } from '../language/language.tsx'
import { moneyIn } from '../language/money.ts'
import { named } from '../language/named.ts'
import { type Unit, unitIn } from '../language/units.ts'
import type { ChangeEffectFragment } from './change.ts'
import type { ChangeWords } from './useChange.ts'

/** A value before or after a change. */
type ChangedValue = NonNullable<ChangeEffectFragment['before']>

/** What kind of thing an effect is about, as far as the portal has words for it. */
export type Subject =
  | 'membership'
  | 'invitation'
  | 'request'
  | 'session'
  | 'device'
  | 'key'
  | 'user'
  | 'account'
  | 'domain'
  | 'joining'
  | 'group'
  | 'job'
  | 'other'

/** The beginnings of the contract's ids. */
const subjects: Record<string, Subject> = {
  memb: 'membership',
  inv: 'invitation',
  areq: 'request',
  sess: 'session',
  dev: 'device',
  key: 'key',
  user: 'user',
  acct: 'account',
  dgrp: 'group',
  job: 'job',
}

/** The kind of thing of an effect. A thing without an id is what the change is about. */
function subjectOf(effect: ChangeEffectFragment, otherwise: Subject): Subject {
  return effect.subjectId === null ? otherwise : (subjects[effect.subjectId.split('_')[0] ?? ''] ?? 'other')
}

/** A session has no name but the moment when it began, which the contract writes in English, in UTC. */
function sessionIn(label: string, words: (moment: string) => string, format: Language['format']): string {
  const began = Date.parse(label.replace(',', ''))
  return Number.isNaN(began) ? label : words(format.moment(new Date(began).toISOString()))
}

/** The unit with a code, as far as it is known what it is called. */
function unitOf(code: string, units: ChangeWords['units'] = []): Unit {
  return units.find((unit) => unit.code === code) ?? { code, singular: code, plural: code }
}

/** An amount with its unit, whose name the contract gives without its other forms. */
export function quantityIn(
  { amount, unlimited, unitLabel }: { amount: string | null; unlimited: boolean; unitLabel: string },
  { texts, format }: Pick<Language, 'texts' | 'format'>,
  units?: ChangeWords['units'],
): string {
  const { singular, plural } = unitIn(texts, unitOf(unitLabel, units))
  return unlimited || amount === null
    ? `${texts.line.unlimited} ${plural}`
    : `${format.decimal(amount)} ${Number(amount) === 1 ? singular : plural}`
}

/** A value as the viewer's language writes it; undefined if there is none. */
export function wordsOf(
  value: ChangedValue | null,
  { texts, format }: Language,
  units?: ChangeWords['units'],
): string | undefined {
  if (value === null) {
    return undefined
  }
  const { values } = texts.change
  const { __typename: type } = value
  switch (type) {
    case 'BooleanValue':
      return value.isTrue ? values.yes : values.no
    case 'DayValue':
      return format.day(value.day)
    case 'MomentValue':
      return format.moment(value.moment)
    case 'NumberValue':
      return format.count(value.number)
    case 'QuantityValue':
      return quantityIn(value, { texts, format }, units)
    case 'ReferenceValue':
      return value.subjectId.startsWith('sess_')
        ? sessionIn(value.label, values.session, format)
        : value.subjectId.startsWith('unit_')
          ? unitIn(texts, unitOf(value.label, units)).plural
          : value.label
    case 'EnumValue':
      return named(named(values.names, value.enum) ?? {}, value.value) ?? value.text
    case 'EnumListValue':
      return value.values.length === 0
        ? values.noneOfThem
        : format.list(value.values.map((name) => named(named(values.names, value.enum) ?? {}, name) ?? name))
    default:
      return value.text
  }
}

/** A value of a field as the viewer's language writes it. The contract writes prices as texts, such as 1200 EUR. */
export function fieldValue(
  field: string | null,
  value: ChangedValue | null,
  language: Language,
  units?: ChangeWords['units'],
): string | undefined {
  const [, amount, currency] = (field === 'price' && /^(\d+(?:\.\d+)?) ([A-Z]{3})$/u.exec(value?.text ?? '')) || []
  return amount === undefined || currency === undefined
    ? wordsOf(value, language, units)
    : moneyIn({ amount, currency }, language.format)
}

/** One line of what happens: a sentence, and a value before and after. */
export type EffectLine = {
  kind: 'CREATED' | 'CHANGED' | 'REMOVED'
  sentence: string
  before?: string | undefined
  after?: string | undefined
}

/** What happens to some things that all change in the same way: a line for each, then what is the same for all. */
type EffectGroup = { things: EffectLine[]; same: EffectLine[] }

/** Says what becomes of a thing if a field gets a value, or loses it. */
export type WholeSentence = (label: string, given: boolean) => string

/** Fields that say what another says more clearly. */
function isTold(effect: ChangeEffectFragment, fields: ChangeEffectFragment[]): boolean {
  return effect.field === 'perpetual' && fields.some((other) => other.field === 'endsOn')
}

/**
 * The effects of a change in words.
 *
 * @param about is the kind of the things that have no id
 * @param done whether it has happened already
 */
export function describeEffects(
  effects: readonly ChangeEffectFragment[],
  about: Subject,
  language: Language,
  done = false,
  words: ChangeWords = {},
): EffectGroup[] {
  const things = new Map<string, ChangeEffectFragment[]>()
  let added = 0
  for (const effect of effects) {
    // What is added in a dry run has no id yet, and may be called like something else.
    added += effect.subjectId === null && effect.kind === 'CREATED' && effect.field === null ? 1 : 0
    const key = effect.subjectId ?? `${about} ${effect.label} ${added}`
    things.set(key, [...(things.get(key) ?? []), effect])
  }
  const alike = new Map<string, ChangeEffectFragment[][]>()
  for (const group of things.values()) {
    const first = group[0]
    if (first) {
      const fields = group.map(({ kind, field, before, after }) => [kind, field, before?.text, after?.text])
      const key = JSON.stringify([subjectOf(first, about), fields])
      alike.set(key, [...(alike.get(key) ?? []), group])
    }
  }
  const told = new Map<string, EffectGroup>()
  for (const [key, groups] of alike) {
    const shown = groups.filter((group) => saysSomething(group, done, words))
    const [first] = shown[0] ?? []
    if (first) {
      const group = inWords(shown, about, language, done, words)
      const [thing, another] = group.things
      // The periods of a right are called like the right, but two people may only happen to have the same name.
      const merges = thing?.kind === 'CHANGED' && another === undefined && subjectOf(first, about) === 'other'
      put(told, merges ? thing.sentence : key, group)
    }
  }
  return [...told.values()]
}

/** Whether there is anything to say of a thing: if all its fields are left out, only a sentence of its own. */
function saysSomething(group: ChangeEffectFragment[], done: boolean, { thing, isLeftOut }: ChangeWords): boolean {
  return (
    group.some((effect) => effect.field === null || !isLeftOut?.(effect, group)) || thing?.(group, done) !== undefined
  )
}

/** Adds what is said of a thing to what is said under the same key already, each field once. */
function put(told: Map<string, EffectGroup>, key: string, group: EffectGroup) {
  const before = told.get(key)
  const known = new Set(before?.same.map((field) => JSON.stringify(field)))
  const more = group.same.filter((field) => !known.has(JSON.stringify(field)))
  told.set(key, before ? { things: before.things, same: [...before.same, ...more] } : group)
}

/** A field that is the whole of what happens to a thing, such as that it is suspended. */
function inOneSentence(
  effect: ChangeEffectFragment,
  sentence: WholeSentence,
  language: Language,
  { isGiven }: ChangeWords,
): EffectLine {
  const given = effect.after !== null || (isGiven?.(effect.field ?? '') ?? false)
  const after = effect.field === 'expiresAt' ? wordsOf(effect.after, language) : undefined
  return { kind: given ? 'CHANGED' : 'CREATED', sentence: sentence(effect.label, given), after }
}

function inWords(
  groups: ChangeEffectFragment[][],
  about: Subject,
  language: Language,
  done: boolean,
  changeWords: ChangeWords,
): EffectGroup {
  const { thing, field: nameOf, value: valueOf, isLeftOut, units } = changeWords
  const inWordsOf = (field: string | null, value: ChangedValue | null) =>
    (value && valueOf?.(field ?? '', value.text)) ?? fieldValue(field, value, language, units)
  const { change } = language.texts
  const { field: names } = change
  const words = done ? change.effectDone : change.effect
  const all = groups[0] ?? []
  const fields = all.filter((effect) => effect.field !== null && !isTold(effect, all) && !isLeftOut?.(effect, all))
  const [only] = fields
  const alone = fields.length === 1 && all.length === 1 && only
  const whole = alone
    ? named(done ? change.onlyDone : change.only, `${subjectOf(alone, about)} ${alone.field}`)
    : undefined
  if (whole !== undefined) {
    const things = groups.flatMap(([effect]) => (effect ? [effect] : []))
    return { things: things.map((effect) => inOneSentence(effect, whole, language, changeWords)), same: [] }
  }
  const counts = new Map<string, { group: ChangeEffectFragment[]; effect: ChangeEffectFragment; count: number }>()
  for (const group of groups) {
    const [effect] = group
    if (effect) {
      const known = counts.get(effect.label)
      counts.set(effect.label, { group, effect, count: (known?.count ?? 0) + 1 })
    }
  }
  return {
    things: [...counts.values()].map(({ group, effect, count }) => {
      const kind = effect.field === null ? effect.kind : 'CHANGED'
      return { kind, sentence: thing?.(group, done) ?? words[kind][subjectOf(effect, about)](effect.label, count) }
    }),
    same: fields.map((effect) => ({
      kind: effect.before === null ? 'CREATED' : effect.after === null ? 'REMOVED' : 'CHANGED',
      sentence:
        nameOf?.(effect.field ?? '') ??
        named(names, `${subjectOf(effect, about)} ${effect.field}`) ??
        named(names, effect.field ?? '') ??
        effect.field ??
        '',
      before: inWordsOf(effect.field, effect.before),
      after: inWordsOf(effect.field, effect.after),
    })),
  }
}
