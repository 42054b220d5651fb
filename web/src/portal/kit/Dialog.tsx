import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './Dialog.module.css'

/**
 * A dialog over the page. The focus goes into it, and back to where it was.
 *
 * @param label names the dialog to screen readers; a FormDialog is named by its title
 * @param close is called when the viewer has closed it, so that it is no longer shown
 * @param atOnce whether it opens before the next key, which is typed into it
 * @param kept whether only its own buttons close it, because something would be lost
 */
export function Dialog({
  open = true,
  close,
  label,
  labelledBy,
  atOnce = false,
  kept = false,
  place = 'center',
  children,
}: {
  open?: boolean
  close: () => void
  label?: string
  labelledBy?: string
  atOnce?: boolean
  kept?: boolean
  place?: 'center' | 'top' | 'sheet'
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const pressedBeside = useRef(false) // a selection that begins inside may end beside it
  useLayoutEffect(() => {
    const element = dialog.current
    if (!open) {
      return
    }
    if (atOnce) {
      element?.showModal()
      return () => element?.close()
    }
    // A menu that was just closed gives the focus back to its button, to which the dialog then gives it back.
    const timer = setTimeout(() => element?.showModal(), 0)
    return () => {
      clearTimeout(timer)
      element?.close()
    }
  }, [open, atOnce])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the key is Esc
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-place={place}
      closedby={kept ? 'none' : 'any'}
      aria-label={label}
      aria-labelledby={labelledBy}
      onCancel={(event) => kept && event.preventDefault()}
      onPointerDown={(event) => {
        pressedBeside.current = isBeside(event)
      }}
      onClick={(event) => !kept && pressedBeside.current && isBeside(event) && event.currentTarget.close()}
      onClose={(event) => {
        if (open && kept) {
          reopen(event.currentTarget) // a browser closes it if Esc is pressed twice
        } else if (open) {
          close() // otherwise the page has closed it to open another
        }
      }}
    >
      {open && children}
    </dialog>
  )
}

function reopen(dialog: HTMLDialogElement) {
  if (!dialog.open) {
    dialog.showModal()
  }
}

/** Whether a click is beside a dialog. Not every browser closes a dialog by itself then. */
function isBeside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom)
}

/** A ref for the field of a dialog that is to have the focus, also if it comes after the dialog was opened. */
export function takeFocus(field: HTMLElement | null) {
  field?.focus()
  if (field instanceof HTMLInputElement) {
    field.setSelectionRange(field.value.length, field.value.length) // behind what was typed already
  }
}
