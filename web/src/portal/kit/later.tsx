import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

/**
 * A component whose script is loaded later, and shown at once if that has happened before. `Suspense` would show
 * nothing for a moment even then.
 *
 * `meanwhile` is shown until the script is there.
 */
export function later<Properties extends object>(load: () => Promise<ComponentType<Properties>>) {
  let loaded: ComponentType<Properties> | null = null
  async function preload() {
    loaded ??= await load()
    return loaded
  }
  function Later({ meanwhile = null, ...properties }: Properties & { meanwhile?: ReactNode }) {
    const [Component, setComponent] = useState(() => loaded)
    useEffect(() => {
      let shown = true
      void preload().then((found) => shown && setComponent(() => found))
      return () => {
        shown = false
      }
    }, [])
    return Component ? <Component {...(properties as unknown as Properties)} /> : meanwhile
  }
  return Object.assign(Later, { preload })
}
