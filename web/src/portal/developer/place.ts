import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** The id of the element of a field, a value or a code. Their names alone may be ids of something else on the page. */
export const anchorOf = (name: string) => `contract-${name}`

function show(name: string) {
  const place = name === '' ? null : document.getElementById(anchorOf(name))
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
}

/** Shows the field, the value or the code that the end of the address names, also if the same link is used again. */
export function useShown(name: string) {
  const router = useRouter()
  useEffect(() => {
    show(name)
    return router.subscribe('onRendered', () => show(name))
  }, [router, name])
}
