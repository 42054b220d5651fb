import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import styles from './Dialog.module.css'

/**
 * A dialog with a title, what it is about, and its buttons. It is open while it is shown.
 *
 * @param stage names what the dialog shows; if it changes, the title gets the focus
 * @param close is called when the dialog was closed, so that it is no longer shown
 */
export function Dialog({
  stage,
  title,
  below,
  children,
  foot,
  submit,
  close,
}: {
  stage: string
  title: string
  below?: ReactNode
  children: ReactNode
  foot: ReactNode
  submit: () => void
  close: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const heading = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    // A menu that was just closed gives the focus back to its button, to which the dialog then gives it back.
    const timer = setTimeout(() => element?.showModal(), 0)
    return () => {
      clearTimeout(timer)
      element?.close()
    }
  }, [])
  const before = useRef(stage)
  useEffect(() => {
    if (before.current !== stage) {
      before.current = stage
      head.current?.focus()
    }
  }, [stage])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading} onClose={close}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={styles.body}>
          <h2 ref={head} id={heading} className={styles.title} tabIndex={-1} autoFocus>
            {title}
          </h2>
          {below !== undefined && <p className={styles.below}>{below}</p>}
          {children}
        </div>
        <div className={styles.foot}>{foot}</div>
      </form>
    </dialog>
  )
}
