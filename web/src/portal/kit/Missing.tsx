import { type ReactNode, useEffect } from 'react'
import { useLanguage } from '../language/language.tsx'
import { lookForRelease, useReleased } from '../contract/release.ts'
import { Button } from './Button.tsx'
import { FormDialog } from './FormDialog.tsx'
import { Notice } from './Notice.tsx'

/** What is known of a part of the page whose script could not be loaded: what is there without it, and how to try again. */
export type Lacking = { meanwhile: ReactNode; waits: boolean; retry: () => void }

/** Why a script could not be loaded, as far as the page knows. */
function useWhy(): { why: string; released: boolean } {
  const { texts } = useLanguage()
  const released = useReleased()
  useEffect(() => void lookForRelease(), [])
  return { why: released ? texts.frame.released : texts.frame.missingWhy, released }
}

/** Tries again, or loads the page anew if only its new release can help. */
function Again({ released, waits, retry }: Omit<Lacking, 'meanwhile'> & { released: boolean }) {
  const { texts } = useLanguage()
  return released ? (
    <Button onClick={() => location.reload()}>{texts.frame.reload}</Button>
  ) : (
    <Button aria-disabled={waits} onClick={retry}>
      {texts.failure.retry}
    </Button>
  )
}

/** Stands in place of a part of the page whose script could not be loaded. */
export function MissingPart({ waits, retry }: Lacking) {
  return <Missing waits={waits} retry={retry} />
}

/** Stands in place of a screen whose script could not be loaded. */
export function MissingScreen({ waits, retry }: Lacking) {
  return <Missing waits={waits} retry={retry} whole />
}

function Missing({ waits, retry, whole = false }: Omit<Lacking, 'meanwhile'> & { whole?: boolean }) {
  const { texts } = useLanguage()
  const { why, released } = useWhy()
  return (
    <Notice whole={whole} title={texts.frame.missing} role="alert">
      <p>{why}</p>
      <Again released={released} waits={waits} retry={retry} />
    </Notice>
  )
}

/** Stands in place of a dialog whose script could not be loaded. The page below stays as it is. */
export function MissingDialog({ meanwhile, waits, retry, close }: Lacking & { close: () => void }) {
  const { texts } = useLanguage()
  const { why, released } = useWhy()
  return (
    <>
      {meanwhile}
      <FormDialog
        title={texts.frame.missing}
        close={close}
        foot={
          <>
            <Button onClick={close}>{texts.change.close}</Button>
            <Again released={released} waits={waits} retry={retry} />
          </>
        }
      >
        <p role="alert">{why}</p>
      </FormDialog>
    </>
  )
}
