import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect, useState } from 'react'

/**
 * Names the page by its heading, and after each change of screen puts the focus on the content and says where the
 * viewer has arrived.
 *
 * @param content the element with the heading
 * @param rest what follows the heading in the title: the account and the product
 * @param home what the first screen is called, whose heading is the account
 * @returns what screen readers are to say
 */
export function useArrival(content: RefObject<HTMLElement | null>, rest: readonly string[], home: string): string {
  const router = useRouter()
  const [said, setSaid] = useState('')
  const after = rest.join(' · ')
  useEffect(() => {
    const element = content.current
    if (element === null) {
      return
    }
    let arrived = false
    function name() {
      const heading = element?.querySelector('h1')?.textContent?.trim() ?? ''
      if (heading === '') {
        return
      }
      const here = after.startsWith(heading) ? home : heading
      document.title = `${here} · ${after}`
      if (arrived) {
        arrived = false
        setSaid(here)
      }
    }
    const observer = new MutationObserver(name)
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    const stop = router.subscribe('onResolved', (event) => {
      if (event.pathChanged && event.fromLocation) {
        arrived = true
        if (document.querySelector('dialog[open]') === null) {
          element.focus({ preventScroll: true })
        }
        name()
      }
    })
    name()
    return () => {
      observer.disconnect()
      stop()
    }
  }, [content, after, home, router])
  return said
}
