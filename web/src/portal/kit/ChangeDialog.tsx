import type { CombinedError } from '@urql/core'
import { Link } from '@tanstack/react-router'
import { Check, LoaderCircle, TriangleAlert } from 'lucide-react'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useClient } from 'urql'
import { renew } from '../contract/client.ts'
import { useLanguage } from '../language/language.tsx'
import { Button } from './Button.tsx'
import type { ChangeErrorFragment } from './change.ts'
import styles from './ChangeDialog.module.css'
import { takeFocus } from './Dialog.tsx'
import type { Subject } from './effects.ts'
import { Errors, Field } from './Field.tsx'
import { FormDialog } from './FormDialog.tsx'
import { EffectList } from './EffectList.tsx'
import { type Answer, type Changed, type ChangeDocument, type ChangeInput, isSame, useProposal } from './proposal.ts'
import { useIsLeft } from './left.ts'
import { sayDone, sayNotDone } from './outcome.ts'
import { isUncertain, reasonOf } from './reason.ts'
import { refusal } from './refusal.ts'

const none: readonly never[] = []

/** What was refused, for the fields of a dialog. */
const Refused = createContext<readonly ChangeErrorFragment[]>(none)

/** What is wrong with a field of the input, below a dialog. */
export function useFieldErrors(field: string): string[] {
  const { texts } = useLanguage()
  return useContext(Refused)
    .filter((error) => error.field === `input.${field}` || error.field?.startsWith(`input.${field}.`))
    .map((error) => refusal(error, texts))
}

/** What was refused, as the contract says it, for a part of a dialog that shows it in its own way. */
export function useRefused(): readonly ChangeErrorFragment[] {
  return useContext(Refused)
}

/** The properties of every dialog of a change that do not depend on the change. */
export type DialogOfChange = { close: () => void }

/** What the server answered to a change, and what it was sent. */
type Made<Data, Input> = { asked: string; input: Input; data?: Data | undefined; error?: CombinedError | undefined }

/**
 * The one way of every change: it shows what will happen, does it, and shows what happened.
 *
 * @param action what the main button says: a verb and an object
 * @param about the kind of the things that change, if they have no id yet
 * @param input the input without dryRun, reason and key; null while the viewer has not given enough
 * @param fields the fields of the input that the dialog shows; they show their errors themselves
 * @param always whether the change can be done even if it would have no effect that is worth telling
 * @param more what else the answer tells, before and after
 * @param whenDone is called once it is done, also if the viewer has left the dialog meanwhile, who then reads what it says
 */
export function ChangeDialog<Data extends Answer, Input extends ChangeInput>({
  title,
  below,
  action,
  about,
  document,
  input,
  fields = none,
  always = false,
  children,
  more,
  whenDone,
  close,
}: DialogOfChange & {
  title: string
  below?: ReactNode
  action: string
  about: Subject
  document: ChangeDocument<Data, Input>
  input: Input | null
  fields?: readonly string[]
  always?: boolean
  children?: ReactNode
  more?: (answer: Data, done: boolean) => ReactNode
  whenDone?: (answer: Data) => string | undefined
}) {
  const { texts } = useLanguage()
  const client = useClient()
  const [reason, setReason] = useState('')
  const [reasonNeeded, setReasonNeeded] = useState(false)
  const given = reason.trim() === '' ? {} : { reason: reason.trim() }
  // A reason that is not needed changes nothing of what will happen, so the server is not asked again for it.
  const proposed = input !== null && reasonNeeded ? { ...input, ...given } : input
  const { latest, settled, askAgain, askNow } = useProposal(document, proposed)
  const [running, setRunning] = useState(false)
  const [made, setMade] = useState<Made<Data, Input> | null>(null)
  const [tries, setTries] = useState(0)
  const [outdated, setOutdated] = useState<string | null>(null)
  const isLeft = useIsLeft()
  const asked = JSON.stringify(proposed)
  const done = made?.data?.change && made.data.change.errors.length === 0 ? made.data : null
  // Without an answer of the change, only the server knows whether it was done.
  const uncertain = made?.error !== undefined && !made.data?.change && isUncertain(made.error) ? made : null
  const failed = made !== null && done === null && made.asked === asked ? made : null
  const shown = failed?.data?.change ? failed : latest
  const unanswered = (uncertain ?? failed ?? shown)?.error
  const change: Changed | null | undefined = done ? done.change : shown?.data?.change
  const errors: readonly ChangeErrorFragment[] = change?.errors ?? none
  const claims = (error: ChangeErrorFragment) =>
    [...fields, 'reason'].some((field) => error.field?.split('.')[1] === field)
  const ofReason = errors.filter((error) => error.field === 'input.reason')
  if (ofReason.length > 0 && !reasonNeeded) {
    setReasonNeeded(true)
  }
  if (outdated !== null && outdated !== asked) {
    setOutdated(null)
  }
  const ready = settled && !running && change !== null && change !== undefined && errors.length === 0
  const nothing = change !== null && change !== undefined && errors.length === 0 && change.effects.length === 0
  const mayRun = uncertain ? !running : ready && (!nothing || always)
  async function run() {
    if (input === null || !mayRun) {
      return
    }
    setRunning(true)
    // A request whose answer was lost is sent as it was, with its key, so that it is not carried out twice.
    await (uncertain
      ? carryOut(uncertain)
      : carryOutAsShown({ asked, input: { ...input, idempotencyKey: crypto.randomUUID(), ...given } }))
    setRunning(false)
  }
  /** Others may have changed something since it was shown what will happen. Then that is shown first. */
  async function carryOutAsShown(sent: Made<Data, Input>) {
    setMade(null)
    const now = await askNow()
    if (now === null || isSame(change, now.data?.change)) {
      await carryOut(sent)
    } else if (isLeft()) {
      sayNotDone(title, now, false, texts)
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
      sayNotDone(title, { data, error }, true, texts)
    }
  }
  const state = running
    ? texts.change.running
    : uncertain
      ? texts.change.uncertain
      : errors.length > 0
        ? texts.change.refused
        : texts.change.notYet
  if (done) {
    const leave = () => {
      sayDone(title, done.change, texts)
      close()
    }
    return (
      <FormDialog
        stage="done"
        title={title}
        below={below}
        submit={leave}
        close={leave}
        foot={
          <>
            <Record of={done.change} />
            <Button main type="submit">
              {texts.change.close}
            </Button>
          </>
        }
      >
        <h3 className={styles.heading}>
          <Check size={16} aria-hidden="true" className={styles.done} /> {texts.change.happened}
        </h3>
        <What change={done.change} about={about} done />
        {more?.(done, true)}
      </FormDialog>
    )
  }
  return (
    <FormDialog
      stage={`try ${tries}`}
      kept={running || uncertain !== null}
      title={title}
      below={below}
      submit={() => void run()}
      close={close}
      foot={
        <>
          <output className={styles.state}>{state}</output>
          <Button onClick={close}>{running || uncertain ? texts.change.close : texts.change.cancel}</Button>
          <Button main type="submit" disabled={!mayRun}>
            {uncertain ? texts.change.again : action}
          </Button>
        </>
      }
    >
      {/* Until it is known whether it was done, what was sent stays: anything else would be another change. */}
      <fieldset className={styles.fields} disabled={running || uncertain !== null}>
        <Refused.Provider value={errors}>{children}</Refused.Provider>
      </fieldset>
      <h3 className={styles.heading}>
        {texts.change.willHappen}
        {input !== null && !settled && <LoaderCircle size={14} className={styles.asking} aria-label={texts.loading} />}
      </h3>
      {input === null && <p className={styles.state}>{texts.change.incomplete}</p>}
      {outdated === asked && !running && (
        <p ref={takeFocus} tabIndex={-1} className={styles.warning} role="alert">
          <TriangleAlert size={14} aria-hidden="true" /> {texts.change.meanwhile}
        </p>
      )}
      {input !== null && shown === null && <div className={styles.space} />}
      {unanswered && (
        <Errors errors={[reasonOf(unanswered, texts), ...(uncertain ? [texts.change.uncertainWhy] : [])]} />
      )}
      {unanswered && !shown?.data?.change && <Button onClick={askAgain}>{texts.failure.retry}</Button>}
      <Errors errors={errors.filter((error) => !claims(error)).map((error) => refusal(error, texts))} />
      {errors.some(claims) && (
        <p className={styles.state}>{ofReason.length > 0 ? texts.change.mendReason : texts.change.mend}</p>
      )}
      {change && errors.length === 0 && <What change={change} about={about} />}
      {shown?.data && errors.length === 0 && more?.(shown.data, false)}
      {change && errors.length === ofReason.length && (
        <Field
          label={reasonNeeded ? texts.change.reasonNeeded : texts.change.reason}
          hint={texts.change.reasonWhy}
          errors={ofReason.map((error) => refusal(error, texts))}
        >
          {(control) => (
            <input
              {...control}
              value={reason}
              disabled={running || uncertain !== null}
              maxLength={500}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </FormDialog>
  )
}

/** Effects and warnings of a change. */
function What({ change, about, done = false }: { change: Changed | null; about: Subject; done?: boolean }) {
  const { texts } = useLanguage()
  if (change === null) {
    return null
  }
  return (
    <>
      {change.effects.length === 0 && (
        <p className={styles.state}>{done ? texts.change.nothingHappened : texts.change.nothing}</p>
      )}
      <EffectList effects={change.effects} about={about} done={done} />
      {change.warnings.map(({ code, message }) => (
        <p key={code + message} className={styles.warning}>
          <TriangleAlert size={14} aria-hidden="true" /> {texts.change.warnings[code] ?? message}
        </p>
      ))}
    </>
  )
}

/** Leads to the record of a change, if the viewer may read it. */
function Record({ of }: { of: Changed | null }) {
  const { texts } = useLanguage()
  const entry = of?.auditEntry
  if (!entry?.account) {
    return <span />
  }
  return (
    <Link
      className={styles.record}
      to="/accounts/$account/activity"
      params={{ account: entry.account.id }}
      hash={entry.id}
    >
      {texts.change.record}
    </Link>
  )
}
