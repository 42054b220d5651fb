import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component whose script is loaded later, and shown at once if that has happened before. `Suspense` would show
 * nothing for a moment even then.
 */
export function later<Properties extends object>(load: () => Promise<ComponentType<Properties>>) {
  let loaded: ComponentType<Properties> | null = null
  async function preload() {
    loaded ??= await load()
    return loaded
  }
  function Later(properties: Properties) {
    const [Component, setComponent] = useState(() => loaded)
    useEffect(() => {
      let shown = true
      void preload().then((found) => shown && setComponent(() => found))
      return () => {
        shown = false
      }
    }, [])
    return Component && <Component {...properties} />
  }
  return Object.assign(Later, { preload })
}
