import type { IssueEntitlementInput, IssueLineInput, IssueState, Language } from '../../portal/contract/types.ts'
import type { ChangeEffectFragment } from '../../portal/kit/change.ts'
import { atPrice, toInstalments } from '../instalments/instalments.ts'
import { again, type Offer, offersOf } from '../price/listPrice.ts'
import { isDay } from '../../portal/language/format.ts'
import { addedBy } from '../refusal/words.ts'
import type { PartToIssueFragment } from './issuing.ts'

/** Somebody who is chosen, with the name. */
export type Named = { id: string; name: string }

/** What is entered for a line of an order, as texts. */
export type EnteredLine = {
  /** Tells the lines apart, also if one between them is removed. */
  key: number
  part: PartToIssueFragment | null
  pieces: string
  startsOn: string
  /** The day on which a right begins by itself that waits for an activation. */
  startsLatestOn: string
  amount: string
  currency: string
  /** Whether the price was taken from the list, and follows it. */
  isListPrice: boolean
  /** How the price is paid: see `../instalments`. */
  instalments: string
  orderLine: string
  activationId: string
}

/** What is entered for an order, as texts. */
export type EnteredOrder = {
  account: Named | null
  partner: Named | null
  state: IssueState
  orderReference: string
  number: string
  description: string
  shipToEmail: string
  language: Language
  lines: readonly EnteredLine[]
}

/** A line of which only the first day is known, which is today. */
export function emptyLine(key: number, startsOn: string, currency = ''): EnteredLine {
  return {
    key,
    part: null,
    pieces: '1',
    startsOn,
    startsLatestOn: '',
    amount: '',
    currency,
    isListPrice: false,
    instalments: '',
    orderLine: '',
    activationId: '',
  }
}

/** An order of which nothing is known but perhaps the customer. */
export function emptyOrder(today: string, language: Language, account: Named | null = null): EnteredOrder {
  return {
    account,
    partner: null,
    state: 'LIVE',
    orderReference: '',
    number: '',
    description: '',
    shipToEmail: '',
    language,
    lines: [emptyLine(0, today)],
  }
}

/** Whether a right under a part number has its first day from the order, and not from an activation. */
export function startsOnDay(part: PartToIssueFragment | null): boolean {
  return part === null || part.term === 'PERPETUAL' || part.startRule !== 'FIRST_ACTIVATION'
}

/** The day on which a line begins, as far as it is known: a right that waits for an activation begins today at the earliest. */
export function firstDay({ part, startsOn, startsLatestOn }: EnteredLine, today: string): string {
  const day = startsOnDay(part) ? startsOn : startsLatestOn
  return isDay(day) ? day : today
}

/** What a line costs by the list prices that are valid on its first day: a price is that of one unit of a piece. */
export function listPricesOf(line: EnteredLine, today: string): Offer[] {
  const { part, pieces } = line
  return !part?.packSize || !/^\d{1,9}$/u.test(pieces)
    ? []
    : offersOf(part.listPrices, String(BigInt(pieces) * BigInt(part.packSize)), firstDay(line, today), line)
}

/**
 * A line after a part of it was entered. A price that was taken from the list follows it until another one is entered, and
 * instalments follow the price unless they were entered themselves.
 */
export function afterEntering(line: EnteredLine, part: Partial<EnteredLine>, today: string): EnteredLine {
  const now = { ...line, ...part }
  if (!('isListPrice' in part) && now.isListPrice) {
    if ('amount' in part || 'currency' in part) {
      now.isListPrice = false
    } else {
      Object.assign(now, again(listPricesOf(now, today), now))
    }
  }
  return 'instalments' in part ? now : { ...now, instalments: atPrice(now.instalments, now) }
}

/** The texts that are given, by their names. */
function given<Name extends string>(texts: Record<Name, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(
    Object.entries<string>(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  ) as Partial<Record<Name, string>>
}

function toLine({ part, pieces, startsOn, startsLatestOn, ...line }: EnteredLine): IssueLineInput {
  const { amount, currency, orderLine, activationId } = line
  const instalments = toInstalments(line.instalments) ?? []
  return {
    partNumber: part?.id ?? '',
    // What is no number is sent all the same, so that the refusal stands at its field.
    ...(pieces !== '' && { pieces: Number(pieces) }),
    ...(startsOn !== '' && startsOnDay(part) && { startsOn }),
    ...(startsLatestOn !== '' && !startsOnDay(part) && { startsLatestOn }),
    ...(amount.trim() !== '' && { price: { amount: amount.trim().replace(',', '.'), currency } }),
    ...(instalments.length > 0 && { instalments }),
    ...given({ orderLine, activationId }),
  }
}

/** The input that issues what was entered; null as long as the customer, a part number, or a part of an instalment is missing. */
export function toIssue(entered: EnteredOrder): IssueEntitlementInput | null {
  const { account, partner, state, language, lines, orderReference, number, description, shipToEmail } = entered
  if (account === null || lines.length === 0 || lines.some(isUnfinished)) {
    return null
  }
  return {
    account: account.id,
    state,
    ...(partner && { channelPartner: partner.id }),
    ...given({ orderReference, number, description, shipToEmail }),
    ...(shipToEmail.trim() !== '' && { language }),
    lines: lines.map(toLine),
  }
}

/** Whether a line has no part number, or an instalment without a day or an amount. */
function isUnfinished({ part, instalments }: EnteredLine): boolean {
  return part === null || toInstalments(instalments) === null
}

type Value = ChangeEffectFragment['after']

/** The days of something that is granted. */
type Days = { startsOn: Value; endsOn: Value }

/** A line item that an order becomes. */
export type PlannedLine = Days & {
  startsLatestOn: Value
  activationId: string
  product: Value
  term: Value
  evergreen: Value
  cancelUntil: Value
  quantity: Value
  price: Value
  instalments: Value
  coverage: (Days & { kind: Value }) | null
}

/** What an order becomes. */
export type Planned = { number: string; lines: PlannedLine[] }

/** What an order becomes, by the effects of issuing it. */
export function plannedBy(effects: readonly ChangeEffectFragment[]): Planned {
  const planned: Planned = { number: '', lines: [] }
  const things: ChangeEffectFragment[][] = []
  for (const effect of effects) {
    if (effect.kind === 'CREATED' && effect.field === null) {
      things.push([effect])
    } else {
      things.at(-1)?.push(effect)
    }
  }
  for (const thing of things) {
    const after = (field: string): Value => thing.find((effect) => effect.field === field)?.after ?? null
    const days = { startsOn: after('startsOn'), endsOn: after('endsOn') }
    const line = planned.lines.at(-1)
    switch (addedBy(thing)) {
      case 'entitlement':
        planned.number = thing[0]?.label ?? ''
        break
      case 'lineItem':
        planned.lines.push({
          activationId: thing[0]?.label ?? '',
          product: after('product'),
          term: null,
          evergreen: null,
          cancelUntil: null,
          quantity: null,
          price: null,
          instalments: null,
          startsOn: null,
          startsLatestOn: null,
          endsOn: null,
          coverage: null,
        })
        break
      case 'period':
        Object.assign(line ?? {}, days, {
          startsLatestOn: after('startsLatestOn'),
          term: after('term'),
          evergreen: after('evergreen'),
          cancelUntil: after('cancelUntil'),
          quantity: after('quantity'),
          price: after('price'),
          instalments: after('instalments'),
        })
        break
      case 'coverage':
        Object.assign(line ?? {}, { coverage: { ...days, kind: after('kind') } })
        break
      default:
    }
  }
  return planned
}
