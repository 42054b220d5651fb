import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.tsx'
import { Button } from './Button.tsx'
import styles from './ChangeDialog.module.css'
import { ChangeFields, ChangeOutlook, Record, useProgress, What } from './ChangeOutlook.tsx'
import type { Subject } from './effects.ts'
import { FormDialog } from './FormDialog.tsx'
import { sayDone } from './outcome.ts'
import type { Answer, ChangeInput } from './proposal.ts'
import { type ChangeOf, useChange } from './useChange.ts'

export { useFieldErrors, useRefused } from './ChangeOutlook.tsx'

/** The properties of every dialog of a change that do not depend on the change. */
export type DialogOfChange = { close: () => void }

/**
 * The dialog of a change: it shows what will happen, does it, and shows what happened.
 *
 * @param action what the main button says: a verb and an object
 * @param about the kind of the things that change, if they have no id yet
 * @param leave what the button says that changes nothing, if it is not "Cancel"
 * @param more what else the answer tells, before and after
 */
export function ChangeDialog<Data extends Answer, Input extends ChangeInput>({
  below,
  action,
  leave: leaveText,
  about,
  children,
  more,
  close,
  ...change
}: DialogOfChange &
  ChangeOf<Data, Input> & {
    below?: ReactNode
    action: string
    leave?: string | undefined
    about: Subject
    children?: ReactNode
    more?: (answer: Data, done: boolean) => ReactNode
  }) {
  const { texts } = useLanguage()
  const { title } = change
  const state = useChange(change)
  const progress = useProgress(state)
  const { done, running, uncertain } = state
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
        <What change={done.change} about={about} words={state.words} done />
        {more?.(done, true)}
      </FormDialog>
    )
  }
  return (
    <FormDialog
      stage={`try ${state.tries}`}
      kept={running || uncertain}
      title={title}
      below={below}
      submit={state.run}
      close={close}
      foot={
        <>
          <output className={styles.state}>{progress}</output>
          <Button onClick={close}>
            {running || uncertain ? texts.change.close : (leaveText ?? texts.change.cancel)}
          </Button>
          <Button main type="submit" disabled={!state.mayRun}>
            {uncertain ? texts.change.again : action}
          </Button>
        </>
      }
    >
      <div className={styles.parts} data-beside={(change.fields?.length ?? 0) > 5}>
        <div className={styles.part}>
          <ChangeFields of={state}>{children}</ChangeFields>
        </div>
        <div className={styles.part}>
          <ChangeOutlook of={state} about={about} more={more} />
        </div>
      </div>
    </FormDialog>
  )
}
