import type { CombinedError } from '@urql/core'
import { useState } from 'react'
import { useClient } from 'urql'
import { renew } from '../contract/client.ts'
import { useLanguage } from '../language/language.tsx'
import type { Unit } from '../language/units.ts'
import type { ChangeEffectFragment } from './change.ts'
import { useIsLeft } from './left.ts'
import { sayDone, sayNotDone } from './outcome.ts'
import {
  type Answer,
  type Caution,
  type Changed,
  type ChangeDocument,
  type ChangeInput,
  isSame,
  type Refusal,
  useProposal,
} from './proposal.ts'
import { isUncertain } from './reason.ts'
import { refusal } from './refusal.ts'

const none: readonly never[] = []

/** What stands for the reason in a dry run, which records nothing, so that the effect can be seen before it is given. */
const noReasonYet = '…'

/** The words that a part of the page has for its changes, besides those that every page has. */
export type ChangeWords = {
  /** The units of what changes, which the contract names by their codes alone in effects. */
  units?: readonly (Unit & { code: string })[]
  refusal?: (error: Refusal) => string | undefined
  warning?: (warning: Caution) => string | undefined
  /** What becomes of a thing, of which these are the effects. */
  thing?: (effects: readonly ChangeEffectFragment[], done: boolean) => string | undefined
  /** What a field is called that the contract does not name, such as a custom one. */
  field?: (field: string) => string | undefined
  /** What the text of a field says, if the contract has no type for it. */
  value?: (field: string, text: string) => string | undefined
  /** Whether a field gets a value that the viewer may not read, so that the effect has none: otherwise it loses it. */
  isGiven?: (field: string) => boolean
  /** Whether an effect is left out, because the sentence about its thing says it already. */
  isLeftOut?: (effect: ChangeEffectFragment, effects: readonly ChangeEffectFragment[]) => boolean
}

/** What the server answered to a change, and what it was sent. */
type Made<Data, Input> = { asked: string; input: Input; data?: Data | undefined; error?: CombinedError | undefined }

/** What a change needs besides what it looks like. */
export type ChangeOf<Data extends Answer, Input extends ChangeInput> = {
  title: string
  document: ChangeDocument<Data, Input>
  /** The input without dryRun, reason and key; null while the viewer has not given enough. */
  input: Input | null
  /** The fields of the input that are shown; they show their errors themselves. */
  fields?: readonly string[] | undefined
  /** Whether the change can be done even if it would have no effect that is worth telling. */
  always?: boolean | undefined
  /** Whether the contract refuses the change without a reason. */
  needsReason?: boolean | undefined
  /** Whether somebody of the producer changes what a customer has records of, so that the customer reads the reason. */
  customerReads?: boolean | undefined
  words?: ChangeWords | undefined
  /** Is called once it is done, also if the viewer has left meanwhile, who then reads what it says. */
  whenDone?: ((answer: Data) => string | undefined) | undefined
}

/** The state of a change: what it would do, whether it can be done, and what it did. */
export type ChangeState<Data> = {
  done: Data | null
  change: Changed | null | undefined
  /** The last answer, if nothing was refused in it. */
  shown: Data | null
  errors: readonly Refusal[]
  /** The errors that no field shows. */
  unclaimed: readonly Refusal[]
  unanswered: CombinedError | undefined
  incomplete: boolean
  settled: boolean
  running: boolean
  /** Whether nobody knows whether it was done, because the answer was lost. */
  uncertain: boolean
  outdated: boolean
  mayRun: boolean
  /** How often it was tried. */
  tries: number
  reason: string
  reasonNeeded: boolean
  customerReads: boolean
  setReason: (reason: string) => void
  say: (error: Refusal) => string
  words: ChangeWords
  run: () => void
  askAgain: () => void
}

const noWords: ChangeWords = {}

/** The one way of every change: it asks what will happen, does it once, and tells what happened. */
export function useChange<Data extends Answer, Input extends ChangeInput>({
  title,
  document,
  input,
  fields = none,
  always = false,
  needsReason = false,
  customerReads = false,
  words = noWords,
  whenDone,
}: ChangeOf<Data, Input>): ChangeState<Data> {
  const { texts } = useLanguage()
  const client = useClient()
  // One key for all that is sent from here, so that it is done once however often it is sent.
  const [key] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState('')
  const [askedFor, setAskedFor] = useState(false)
  const reasonNeeded = needsReason || askedFor
  const given = reason.trim() === '' ? {} : { reason: reason.trim() }
  // A reason that is not needed changes nothing of what will happen, so the server is not asked again for it.
  const proposed =
    input === null ? null : needsReason ? { ...input, reason: noReasonYet } : askedFor ? { ...input, ...given } : input
  const { latest, settled, askAgain, askNow } = useProposal(document, proposed)
  const [running, setRunning] = useState(false)
  const [made, setMade] = useState<Made<Data, Input> | null>(null)
  const [tries, setTries] = useState(0)
  const [outdated, setOutdated] = useState<string | null>(null)
  const isLeft = useIsLeft()
  const say = (error: Refusal) => words.refusal?.(error) ?? refusal(error, texts)
  const asked = JSON.stringify(proposed)
  const done = made?.data?.change && made.data.change.errors.length === 0 ? made.data : null
  // Without an answer of the change, only the server knows whether it was done.
  const uncertain = made?.error !== undefined && !made.data?.change && isUncertain(made.error) ? made : null
  const failed = made !== null && done === null && made.asked === asked ? made : null
  const shown = failed?.data?.change ? failed : latest
  const change: Changed | null | undefined = done ? done.change : shown?.data?.change
  const errors: readonly Refusal[] = change?.errors ?? none
  const claims = ({ field }: Refusal) =>
    [...fields, 'reason'].some((name) => field === `input.${name}` || field?.startsWith(`input.${name}.`))
  if (!reasonNeeded && errors.some((error) => error.field === 'input.reason')) {
    setAskedFor(true)
  }
  if (outdated !== null && outdated !== asked) {
    setOutdated(null)
  }
  const ready = settled && !running && change !== null && change !== undefined && errors.length === 0
  const nothing = change !== null && change !== undefined && errors.length === 0 && change.effects.length === 0
  const lacksReason = needsReason && given.reason === undefined
  const mayRun = uncertain ? !running : ready && (!nothing || always) && !lacksReason
  async function run() {
    if (input === null || !mayRun) {
      return
    }
    setRunning(true)
    // A request whose answer was lost is sent as it was, with its key, so that it is not carried out twice.
    await (uncertain
      ? carryOut(uncertain)
      : carryOutAsShown({ asked, input: { ...input, idempotencyKey: key, ...given } }))
    setRunning(false)
  }
  /** Others may have changed something since it was shown what will happen. Then that is shown first. */
  async function carryOutAsShown(sent: Made<Data, Input>) {
    setMade(null)
    const now = await askNow()
    if (now === null || isSame(change, now.data?.change)) {
      await carryOut(sent)
    } else if (isLeft()) {
      sayNotDone(title, now, false, texts, say)
    } else if (now.data?.change) {
      setOutdated(now.asked)
    } else {
      setTries((count) => count + 1)
    }
  }
  async function carryOut(sent: Made<Data, Input>) {
    const { data, error } = await client.mutation(document, { input: sent.input })
    const isDone = data?.change?.errors.length === 0
    const told = isDone ? whenDone?.(data) : undefined
    setMade({ asked: sent.asked, input: sent.input, data, error })
    setTries((count) => count + 1)
    if (error && !data?.change && isUncertain(error)) {
      renew(client) // it may have been done
    }
    if (isLeft() && isDone) {
      sayDone(title, data.change, texts, told)
    } else if (isLeft()) {
      sayNotDone(title, { data, error }, true, texts, say)
    }
  }
  return {
    done,
    change,
    shown: errors.length === 0 ? (shown?.data ?? null) : null,
    errors,
    unclaimed: errors.filter((error) => !claims(error)),
    unanswered: (uncertain ?? failed ?? shown)?.error,
    incomplete: input === null,
    settled,
    running,
    uncertain: uncertain !== null,
    outdated: outdated !== null && outdated === asked && !running,
    mayRun,
    tries,
    reason,
    reasonNeeded,
    customerReads,
    setReason,
    say,
    words,
    run: () => void run(),
    askAgain,
  }
}
