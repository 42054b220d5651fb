import { useEffect, useRef } from 'react'

/** Whether a dialog or a form is no longer shown: it was closed, or the viewer has gone to another screen. */
export function useIsLeft(): () => boolean {
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])
  return () => left.current
}
