import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'

/**
 * A component whose script is loaded later, and shown at once if that has happened before. `Suspense` would show
 * nothing for a moment even then. If the script does not come, the page says so and can try again; in place of what can
 * be closed, in a dialog.
 *
 * `meanwhile` is shown until the script is there.
 */
export function later<Properties extends object>(load: () => Promise<ComponentType<Properties>>) {
  let loaded: ComponentType<Properties> | null = null
  async function loadOnce() {
    loaded ??= await load()
    return loaded
  }
  function Later({ meanwhile = null, ...properties }: Properties & { meanwhile?: ReactNode }) {
    const [Component, setComponent] = useState(() => loaded)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (failed) {
        return undefined
      }
      let shown = true
      loadOnce().then(
        (found) => shown && setComponent(() => found),
        () => shown && setFailed(true),
      )
      return () => {
        shown = false
      }
    }, [failed])
    if (Component) {
      return <Component {...(properties as unknown as Properties)} />
    }
    const { close } = properties as { close?: () => void }
    return failed ? <Missing close={close} retry={() => setFailed(false)} /> : meanwhile
  }
  return Object.assign(Later, {
    /** Loads the script before it is needed. Whether that fails is said when it is needed. */
    preload: () => void loadOnce().catch(() => undefined),
  })
}

/** What is shown in place of a part of the page that could not be loaded. */
function Missing({ close, retry }: { close: (() => void) | undefined; retry: () => void }) {
  const { texts } = useLanguage()
  const notice = (
    <Notice title={texts.failure.title} role="alert">
      <Button onClick={retry}>{texts.failure.retry}</Button>
    </Notice>
  )
  return close ? (
    <Dialog close={close} label={texts.failure.title}>
      {notice}
    </Dialog>
  ) : (
    notice
  )
}
