import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'

/** The id of the element of a field, a value or a code. Their names alone may be ids of something else on the page. */
export const anchorOf = (name: string) => `contract-${name}`

/** Shows what the end of the address names. Returns whether it names anything. */
function show(name: string): boolean {
  const place = name === '' ? null : document.getElementById(anchorOf(name))
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
  return place !== null
}

/**
 * Shows the field, the value or the code that the end of the address names, also if the same link is used again. After
 * a link within the page that names none, the focus goes to the heading, because nothing else tells screen readers that
 * something else is shown.
 */
export function useShown(name: string, heading?: RefObject<HTMLElement | null>) {
  const router = useRouter()
  useEffect(() => {
    show(name)
    return router.subscribe('onRendered', ({ fromLocation }) => {
      if (!show(name) && fromLocation !== undefined && document.activeElement === document.body) {
        heading?.current?.focus({ preventScroll: true })
      }
    })
  }, [router, name, heading])
}
