import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Modal.module.css'

/**
 * A dialog over the page. The focus goes into it, and back to where it was.
 *
 * @param kept whether only its own buttons close it, because something would be lost
 */
export function Modal({
  open,
  close,
  label,
  kept = false,
  place = 'center',
  children,
}: {
  open: boolean
  close: () => void
  label: string
  kept?: boolean
  place?: 'center' | 'top' | 'sheet'
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (open && element !== null && !element.open) {
      element.showModal()
    }
    if (!open && element?.open) {
      element.close()
    }
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-place={place}
      closedby={kept ? 'none' : 'any'}
      aria-label={label}
      onClose={() => open && close()} // the page may have closed it to open another
    >
      {open && children}
    </dialog>
  )
}

/** A ref for the field of a dialog that is to have the focus, also if it comes after the dialog was opened. */
export function takeFocus(field: HTMLElement | null) {
  field?.focus()
}

/** The title of a dialog. */
export function ModalTitle({ children }: { children: string }) {
  return <h2 className={styles.title}>{children}</h2>
}

/** The buttons at the end of a dialog. */
export function ModalButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}
