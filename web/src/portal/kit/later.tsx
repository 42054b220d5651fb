import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { type Lacking, MissingDialog, MissingPart } from './Missing.tsx'

/**
 * A component whose script is loaded later, and shown at once if that has happened before. `Suspense` would show
 * nothing for a moment even then. If the script cannot be loaded, only this component says so, and tries again.
 *
 * `meanwhile` is shown until the script is there.
 *
 * @param Missing is shown if the script cannot be loaded
 */
export function later<Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
  Missing: ComponentType<NoInfer<Properties> & Lacking> = MissingPart,
) {
  let loaded: ComponentType<Properties> | null = null
  async function find() {
    loaded ??= await load()
    return loaded
  }
  /** Loads the script before it is needed. What fails is tried again, and said, when the component is shown. */
  async function preload() {
    await find().catch(() => undefined)
  }
  function Later({ meanwhile = null, ...rest }: Properties & { meanwhile?: ReactNode }) {
    const properties = rest as unknown as Properties
    const [Component, setComponent] = useState(() => loaded)
    const [attempt, setAttempt] = useState({ failed: false, waits: true })
    const { failed, waits } = attempt
    useEffect(() => {
      if (!waits) {
        return
      }
      let shown = true
      find().then(
        (found) => shown && setComponent(() => found),
        () => shown && setAttempt({ failed: true, waits: false }),
      )
      return () => {
        shown = false
      }
    }, [waits])
    useEffect(() => {
      const retry = () => setAttempt((now) => ({ ...now, waits: true }))
      addEventListener('online', retry)
      return () => removeEventListener('online', retry)
    }, [])
    if (Component) {
      return <Component {...properties} />
    }
    return failed ? (
      <Missing {...properties} meanwhile={meanwhile} waits={waits} retry={() => setAttempt({ failed, waits: true })} />
    ) : (
      meanwhile
    )
  }
  return Object.assign(Later, { preload })
}

/** A dialog whose script is loaded when it is opened. If it cannot be loaded, a dialog says so. */
export function laterDialog<Properties extends { close: () => void }>(load: () => Promise<ComponentType<Properties>>) {
  return later(load, MissingDialog)
}
