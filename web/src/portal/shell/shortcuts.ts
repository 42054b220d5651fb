import { useEffect, useEffectEvent, useRef } from 'react'

/** What a key, or two keys one after the other, does. */
export type Shortcut = { keys: string; name: string; act: () => void }

/** How long the second key may be after the first, in milliseconds. */
const pause = 1500

/** Whether a key goes into a field. A field of a dialog that was just closed may still have the focus for a moment. */
function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest('input, textarea, select, [contenteditable]') : null
  return field?.checkVisibility() ?? false
}

/**
 * Listens to keys while no dialog is open and nobody types.
 *
 * @param shortcuts what keys do; "g h" is G and then H
 * @param always is called for Ctrl or Cmd with K, also if single keys are off
 */
export function useShortcuts(shortcuts: readonly Shortcut[], always: () => void, enabled: boolean) {
  const first = useRef({ key: '', at: 0 })
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      always()
      return
    }
    const free = enabled && !isTyping(event.target) && document.querySelector('dialog[open]') === null
    if (!free || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return
    }
    const before = event.timeStamp - first.current.at < pause ? first.current.key : ''
    const key = event.key.toLowerCase()
    const found = shortcuts.find((s) => s.keys === `${before} ${key}`) ?? shortcuts.find((s) => s.keys === key)
    first.current = { key: found ? '' : key, at: event.timeStamp }
    if (found) {
      event.preventDefault()
      found.act()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

/** Puts the cursor into the search of the screen. Returns whether it has one. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  field?.select()
  return field !== null
}
