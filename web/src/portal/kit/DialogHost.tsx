import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'

/** Opens a dialog, which gets what closes it. */
type Open = (dialog: (close: () => void) => ReactNode) => void

const Host = createContext<{ open: Open; closed: number }>({ open: () => undefined, closed: 0 })

/** After how long the focus is looked for: at once, and when the list has been read anew. In milliseconds. */
const lookAgain = [100, 600, 1500]

/** The row that opened a dialog may be gone, and with it the place to which the focus went back. */
function holdFocus() {
  if (document.activeElement === document.body) {
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
  }
}

/** Shows the dialogs of a page, so that one stays open if the row that opened it goes away. */
export function DialogHost({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<((close: () => void) => ReactNode) | null>(null)
  const [closed, setClosed] = useState(0)
  const open = useCallback<Open>((shown) => setDialog(() => shown), [])
  const close = useCallback(() => {
    setDialog(null)
    setClosed((count) => count + 1)
    for (const wait of lookAgain) {
      setTimeout(holdFocus, wait)
    }
  }, [])
  const host = useMemo(() => ({ open, closed }), [open, closed])
  return (
    <Host.Provider value={host}>
      {children}
      {dialog?.(close)}
    </Host.Provider>
  )
}

/** What opens a dialog of the page. */
export function useDialog(): Open {
  return useContext(Host).open
}

/** How many dialogs were closed: a list begins again with its first page, because the rows may have changed. */
export function useClosedDialogs(): number {
  return useContext(Host).closed
}
