import { useState } from 'react'

/** What was entered into dialogs that were closed before it was sent. It is gone when the page is. */
const drafts = new Map<string, unknown>()

/**
 * What is entered into a dialog. It stays until it is sent, so that Esc loses nothing.
 *
 * @param key names the dialog and what it is about
 */
export function useDraft<Value>(key: string, empty: Value) {
  const [kept, setKept] = useState(() => drafts.has(key))
  const [value, setValue] = useState(() => (drafts.get(key) as Value | undefined) ?? empty)
  return {
    value,
    /** Whether it was entered before the dialog was opened. */
    kept,
    enter: (next: (now: Value) => Value) =>
      setValue((now) => {
        const entered = next(now)
        drafts.set(key, entered)
        return entered
      }),
    /** Begins anew, now and when the dialog is opened again. */
    clear: () => {
      drafts.delete(key)
      setKept(false)
      setValue(empty)
    },
    /** Forgets what was sent, for when the dialog is opened again. */
    sent: () => void drafts.delete(key),
  }
}
