import { amountInWords } from '../entitlement/lineTimeline.ts'
import type { Language } from '../language/language.tsx'
import { isVoiding } from '../entitlement/voided.ts'
import { daysIn, daysOfDecisionIn } from './days.ts'
import type { RightEventFragment } from './history.ts'
import type { HistoryTexts } from './texts.ts'

/** An event of a right in words. What is empty has nothing to say. */
export type EventWords = {
  what: string
  /** The days on which it counts. */
  days: string
  /** Who decided it, and why. */
  who: string
  why: string
  order: string
}

type Period = NonNullable<RightEventFragment['period']>
type Coverage = NonNullable<RightEventFragment['coverage']>

/** Says of an event what was recorded, on which days it counts, and who decided or corrected it and why. */
export function eventInWords(event: RightEventFragment, language: Language, t: HistoryTexts): EventWords {
  const { decision, kind } = event
  const words = { what: whatOf(event, language, t), days: '', who: '', why: '', order: orderOf(event) }
  if (kind === 'RELEASED' && decision !== null) {
    return { ...words, who: nameOf(decision.liftedBy), why: decision.liftReason ?? '' }
  }
  if (kind === 'DECIDED' && decision !== null) {
    return {
      ...words,
      days: daysOf(decision, t, daysOfDecisionIn),
      who: nameOf(decision.actor),
      why: decision.reason ?? '',
    }
  }
  const dated = event.period ?? event.coverage
  return {
    ...words,
    ...voidedBy(event),
    // What is void counts on no day, whatever days were recorded.
    days: dated === null || kind === 'VOIDED' ? '' : daysOf(dated, t),
  }
}

/** Who voided what was recorded wrongly, and why. A correction voids what it takes the place of. */
function voidedBy({ kind, period, coverage }: RightEventFragment): { who: string; why: string } {
  const dated = period ?? coverage
  const wrong = kind === 'VOIDED' ? dated : kind === 'CORRECTED' ? dated?.replaces : null
  const voiding = wrong?.decisions.find(isVoiding)
  return { who: nameOf(voiding?.actor ?? null), why: voiding?.reason ?? '' }
}

/** The days of something; nothing if it was lifted from its first day on. */
function daysOf(
  of: Period | Coverage | NonNullable<RightEventFragment['decision']>,
  t: HistoryTexts,
  inWords = daysIn,
): string {
  const never = of.startsOn !== null && of.endsOn !== null && of.endsOn < of.startsOn
  return never ? '' : inWords(of, t.days)
}

function nameOf(actor: { name: string; kind: string } | null): string {
  return actor?.name ?? ''
}

function orderOf({ kind, entitlement, period, coverage }: RightEventFragment): string {
  const order = (period ?? coverage ?? (kind === 'ISSUED' ? entitlement : null))?.orderReference
  return kind === 'VOIDED' ? '' : [order?.number, order?.line].filter(Boolean).join(' / ')
}

function whatOf(event: RightEventFragment, language: Language, t: HistoryTexts): string {
  const { kind, entitlement, period, coverage, decision } = event
  const amount = (of: Pick<Period, 'quantity'>) =>
    event.lineItem === null ? '' : amountInWords(of.quantity, event.lineItem.unit, language.texts, language.format)
  const covers = (of: Coverage) => [language.texts.lines.coverage[of.kind], of.level?.name].filter(Boolean).join(', ')
  switch (kind) {
    case 'ISSUED':
      return t.issued(entitlement?.number ?? '')
    case 'DECIDED':
      return decision === null ? '' : `${t.decided[decision.kind]}${t.about[aboutOf(decision.subjectId)]}`
    case 'RELEASED':
      return decision === null ? '' : `${t.released[decision.kind]}${t.about[aboutOf(decision.subjectId)]}`
    case 'CORRECTED': {
      if (isDeployed(event)) {
        return t.deployed(period !== null ? amount(period) : coverage !== null ? covers(coverage) : '')
      }
      const before = period?.replaces ?? null
      return period === null
        ? t.correctedCoverage(coverage === null ? '' : covers(coverage))
        : t.corrected(amount(period), before === null || amount(before) === amount(period) ? null : amount(before))
    }
    case 'VOIDED':
      return period === null
        ? t.voidedCoverage(coverage === null ? '' : covers(coverage))
        : t.voided(amount(period), daysIn(period, t.days))
    case 'COVERED':
    case 'EXTENDED':
    case 'LINKED':
      return t.coverage[kind](coverage === null ? '' : covers(coverage))
    case 'RENEWED':
      return t.granted[period?.renews?.term === 'TRIAL' ? 'CONVERTED' : kind](period === null ? '' : amount(period))
    default:
      return t.granted[kind](period === null ? '' : amount(period))
  }
}

/** Whether days were recorded anew because a draft was deployed with others: in the moment in which it became live. */
function isDeployed({ recordedAt, period, coverage }: RightEventFragment): boolean {
  const entitlement = period?.lineItem.entitlement ?? coverage?.entitlement
  return entitlement?.decisions.some(({ kind, liftedAt }) => kind === 'DRAFT' && liftedAt === recordedAt) ?? false
}

/** What a decision is about, by the beginning of its id. */
function aboutOf(id: string): keyof HistoryTexts['about'] {
  switch (id.split('_')[0]) {
    case 'ent':
      return 'entitlement'
    case 'per':
      return 'period'
    case 'cov':
      return 'coverage'
    case 'covitem':
      return 'item'
    default:
      return 'line'
  }
}

/** The number of the entitlement of an event, if it is about none of its line items alone. */
export function entitlementOf({ entitlement, period, coverage }: RightEventFragment): string {
  return entitlement?.number ?? period?.lineItem.entitlement.number ?? coverage?.entitlement?.number ?? ''
}
