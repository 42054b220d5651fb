import { Link } from '@tanstack/react-router'
import { LoaderCircle, TriangleAlert } from 'lucide-react'
import { createContext, type ReactNode, useContext } from 'react'
import { useLanguage } from '../language/language.tsx'
import { Button } from './Button.tsx'
import styles from './ChangeDialog.module.css'
import { takeFocus } from './Dialog.tsx'
import { EffectList } from './EffectList.tsx'
import type { Subject } from './effects.ts'
import { Errors, Field } from './Field.tsx'
import type { Changed, Refusal } from './proposal.ts'
import { reasonOf } from './reason.ts'
import type { ChangeState, ChangeWords } from './useChange.ts'

/** What was refused, and how it is said. */
type Refusals = { errors: readonly Refusal[]; say: (error: Refusal) => string }

/** What was refused, for the fields of a change. */
const Refused = createContext<Refusals>({ errors: [], say: ({ message }) => message })

/** What is wrong with a field of the input, among the fields of a change. */
export function useFieldErrors(field: string): string[] {
  const { errors, say } = useContext(Refused)
  return errors
    .filter((error) => error.field === `input.${field}` || error.field?.startsWith(`input.${field}.`))
    .map(say)
}

/** What was refused, as the contract says it, for a part that shows it in its own way. */
export function useRefused(): readonly Refusal[] {
  return useContext(Refused).errors
}

/** The fields of a change. Until it is known whether it was done, what was sent stays: anything else would be another change. */
export function ChangeFields<Data>({ of, children }: { of: ChangeState<Data>; children: ReactNode }) {
  return (
    <fieldset className={styles.fields} disabled={of.running || of.uncertain}>
      <Refused.Provider value={of}>{children}</Refused.Provider>
    </fieldset>
  )
}

/** In one word, how far a change is. */
export function useProgress<Data>({ running, uncertain, errors, ...of }: ChangeState<Data>): string {
  const { change } = useLanguage().texts
  if (running || uncertain) {
    return running ? change.running : change.uncertain
  }
  if (errors.length > 0) {
    return change.refused
  }
  const lacksReason = of.reasonNeeded && of.reason.trim() === '' && of.change !== null && of.change !== undefined
  return lacksReason ? change.reasonMissing : change.notYet
}

/**
 * What a change would do, what was refused, and the field for the reason.
 *
 * @param about the kind of the things that change, if they have no id yet
 * @param renderEffects shows the effects in place of a list of them
 */
export function ChangeOutlook<Data>({
  of,
  about,
  renderEffects,
  more,
}: {
  of: ChangeState<Data>
  about: Subject
  renderEffects?: ((change: Changed) => ReactNode) | undefined
  more?: ((answer: Data, done: boolean) => ReactNode) | undefined
}) {
  const { texts } = useLanguage()
  const { change, errors, unanswered, incomplete, settled, shown, say } = of
  const ofReason = errors.filter((error) => error.field === 'input.reason')
  const atFields = errors.length - of.unclaimed.length
  return (
    <>
      <h3 className={styles.heading}>
        {texts.change.willHappen}
        {!incomplete && !settled && <LoaderCircle size={14} className={styles.asking} aria-label={texts.loading} />}
      </h3>
      {incomplete && <p className={styles.state}>{texts.change.incomplete}</p>}
      {of.outdated && (
        <p ref={takeFocus} tabIndex={-1} className={styles.warning} role="alert">
          <TriangleAlert size={14} aria-hidden="true" /> {texts.change.meanwhile}
        </p>
      )}
      {!incomplete && change === undefined && !unanswered && <div className={styles.space} />}
      {unanswered && (
        <Errors errors={[reasonOf(unanswered, texts), ...(of.uncertain ? [texts.change.uncertainWhy] : [])]} />
      )}
      {unanswered && !change && <Button onClick={of.askAgain}>{texts.failure.retry}</Button>}
      <Errors errors={of.unclaimed.map(say)} />
      {atFields > 0 && (
        <p className={styles.state}>{ofReason.length > 0 ? texts.change.mendReason : texts.change.mend}</p>
      )}
      {change && errors.length === 0 && (
        <What change={change} about={about} words={of.words} renderEffects={renderEffects} />
      )}
      {shown && more?.(shown, false)}
      {change && errors.length === ofReason.length && (
        <Field
          label={of.reasonNeeded ? texts.change.reasonNeeded : texts.change.reason}
          hint={of.customerReads ? texts.change.reasonRead : texts.change.reasonWhy}
          errors={ofReason.map(say)}
        >
          {(control) => (
            <input
              {...control}
              value={of.reason}
              disabled={of.running || of.uncertain}
              maxLength={500}
              onChange={(event) => of.setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </>
  )
}

/** Effects and warnings of a change. */
export function What({
  change,
  about,
  done = false,
  words,
  renderEffects,
}: {
  change: Changed | null
  about: Subject
  done?: boolean
  words: ChangeWords
  renderEffects?: ((change: Changed) => ReactNode) | undefined
}) {
  const { texts } = useLanguage()
  if (change === null) {
    return null
  }
  return (
    <>
      {change.effects.length === 0 && (
        <p className={styles.state}>{done ? texts.change.nothingHappened : texts.change.nothing}</p>
      )}
      {renderEffects ? (
        renderEffects(change)
      ) : (
        <EffectList effects={change.effects} about={about} done={done} words={words} />
      )}
      {change.warnings.map((warning) => (
        <p key={warning.code + warning.message} className={styles.warning}>
          <TriangleAlert size={14} aria-hidden="true" />{' '}
          {words.warning?.(warning) ?? texts.change.warnings[warning.code] ?? warning.message}
        </p>
      ))}
    </>
  )
}

/** Leads to the record of a change, if the viewer may read it. */
export function Record({ of }: { of: Changed | null }) {
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
