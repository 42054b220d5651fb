import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Dialog } from './Dialog.tsx'
import styles from './FormDialog.module.css'

/**
 * A dialog with a title, what it is about, a content that scrolls, and its buttons below.
 *
 * @param stage names what the dialog shows; if it changes, the title gets the focus
 */
export function FormDialog({
  open = true,
  kept = false,
  stage = '',
  title,
  below,
  children,
  foot,
  submit,
  close,
}: {
  open?: boolean
  kept?: boolean
  stage?: string
  title: string
  below?: ReactNode
  children?: ReactNode
  foot?: ReactNode
  submit?: (form: FormEvent<HTMLFormElement>) => void
  close: () => void
}) {
  const heading = useId()
  return (
    <Dialog open={open} kept={kept} labelledBy={heading} close={close}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit?.(event)
        }}
      >
        <div className={styles.body}>
          <Title id={heading} stage={stage}>
            {title}
          </Title>
          {below !== undefined && <p className={styles.below}>{below}</p>}
          {children}
        </div>
        {foot !== undefined && <div className={styles.foot}>{foot}</div>}
      </form>
    </Dialog>
  )
}

/** The title, which has the focus first: a screen reader then reads the dialog from its beginning. */
function Title({ id, stage, children }: { id: string; stage: string; children: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  const before = useRef(stage)
  useEffect(() => {
    if (before.current !== stage) {
      before.current = stage
      title.current?.focus()
    }
  }, [stage])
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog has to say where its focus begins
    <h2 ref={title} id={id} className={styles.title} tabIndex={-1} autoFocus>
      {children}
    </h2>
  )
}
