import type { Decision } from '../../portal/contract/types.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import type { Unit } from '../../portal/language/units.ts'
import { dayOf } from './inputs.ts'
import { type Entered, type FieldOf, RightChange, useRightTexts } from './RightChange.tsx'
import {
  CancelRenewalsDocument,
  GrantGraceDocument,
  HoldLineItemsDocument,
  ReleaseDecisionDocument,
  SuspendLineItemsDocument,
  WithdrawEntitlementDocument,
} from './rights.ts'
import { TakenBack } from './TakenBack.tsx'
import { useDecisionName } from './words.ts'

/** The unit in which a right is counted. */
type CountedIn = Unit & { code: string }

type OfLine = { id: string; activationId: string; unit: CountedIn }

/** Puts a right on hold, or suspends it, from a day on. */
export function StopDialog({ line, how, close }: DialogOfChange & { line: OfLine; how: 'hold' | 'suspend' }) {
  const t = useRightTexts()
  const common = {
    of: t.actions[how],
    name: line.activationId,
    about: line.id,
    unit: line.unit,
    needsReason: true,
    empty: { from: '', until: '' },
    fields: [
      { kind: 'day', name: 'from', label: t.fields.from, hint: t.hints.fromToday },
      { kind: 'day', name: 'until', label: t.fields.until, hint: t.hints.untilReleased },
    ] satisfies FieldOf<'from' | 'until'>[],
    toInput: ({ from, until }: Entered<'from' | 'until'>) => ({
      lineItems: [line.id],
      ...dayOf('from', from),
      ...dayOf('until', until),
    }),
    close,
  }
  return how === 'hold' ? (
    <RightChange {...common} document={HoldLineItemsDocument} />
  ) : (
    <RightChange {...common} document={SuspendLineItemsDocument} />
  )
}

/** Lets a right that ends serve its devices for some more days. */
export function GraceDialog({ line, close }: DialogOfChange & { line: OfLine }) {
  const t = useRightTexts()
  return (
    <RightChange
      of={t.actions.grace}
      name={line.activationId}
      about={line.id}
      unit={line.unit}
      document={GrantGraceDocument}
      needsReason
      empty={{ until: '' }}
      fields={[{ kind: 'day', name: 'until', label: t.fields.until }]}
      toInput={({ until }) => (until === '' ? null : { lineItems: [line.id], until })}
      close={close}
    />
  )
}

/** Says that a right that renews by itself ends with its term. */
export function CancelRenewalDialog({
  line,
  endsOn,
  close,
}: DialogOfChange & {
  line: OfLine
  /** The day on which it ends then. */
  endsOn: string
}) {
  const { texts } = useLanguage()
  const t = useRightTexts()
  return (
    <RightChange
      of={{ ...t.actions.cancelRenewal, means: t.cancelledEnds(endsOn) }}
      name={line.activationId}
      about={line.id}
      unit={line.unit}
      document={CancelRenewalsDocument}
      needsReason
      empty={{}}
      fields={[]}
      toInput={() => ({ lineItems: [line.id] })}
      leave={texts.change.close}
      close={close}
    />
  )
}

/** Withdraws an entitlement with all its rights and coverages. */
export function WithdrawDialog({
  entitlement,
  unit,
  close,
}: DialogOfChange & { entitlement: { id: string; number: string }; unit?: CountedIn }) {
  const t = useRightTexts()
  return (
    <RightChange
      of={t.actions.withdraw}
      name={entitlement.number}
      about={entitlement.id}
      {...(unit && { unit })}
      document={WithdrawEntitlementDocument}
      needsReason
      empty={{ from: '', acceptLive: '' }}
      fields={[
        { kind: 'day', name: 'from', label: t.fields.from, hint: t.hints.fromToday },
        { kind: 'tick', name: 'acceptLive', label: t.fields.acceptLive },
      ]}
      toInput={({ from, acceptLive }) => ({
        entitlement: entitlement.id,
        ...dayOf('from', from),
        ...(acceptLive !== '' && { acceptLive: true }),
      })}
      more={takenBackWith(entitlement.id)}
      close={close}
    />
  )
}

/** Says before a withdrawal what is taken back with an entitlement. */
function takenBackWith(entitlement: string) {
  return (_: unknown, done: boolean) => !done && <TakenBack entitlement={entitlement} />
}

/** Releases a decision, so that it holds no longer. */
export function ReleaseDialog({
  decision,
  name,
  unit,
  close,
}: DialogOfChange & { decision: { id: string; kind: Decision }; name: string; unit: CountedIn }) {
  const t = useRightTexts()
  const nameOf = useDecisionName()
  return (
    <RightChange
      of={t.actions.release}
      name={name}
      about={decision.id}
      unit={unit}
      page={{ decision: nameOf(decision.kind) }}
      document={ReleaseDecisionDocument}
      needsReason
      empty={{ lastDay: '' }}
      fields={[{ kind: 'day', name: 'lastDay', label: t.fields.lastDay, hint: t.hints.lastDay }]}
      toInput={({ lastDay }) => ({ decision: decision.id, ...dayOf('lastDay', lastDay) })}
      close={close}
    />
  )
}
