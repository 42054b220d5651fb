import { type ComponentProps, useState } from 'react'
import choice from '../kit/Choice.module.css'
import { takeFocus } from '../kit/Dialog.tsx'
import { later } from '../kit/later.tsx'
import { useLanguage } from '../language/language.tsx'

const Palette = later(async () => (await import('./Palette.tsx')).Palette)

/** Loads the script of the palette before somebody opens it. */
export const preloadPalette = Palette.preload

/** The palette, or until its script is there, a field that keeps what is typed for it. */
export function EarlyPalette(properties: Omit<ComponentProps<typeof Palette>, 'begun' | 'meanwhile'>) {
  const { texts } = useLanguage()
  const [typed, setTyped] = useState('')
  const field = (
    <input
      className={choice.field}
      ref={takeFocus}
      placeholder={texts.search.placeholder}
      aria-label={texts.search.open}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
  return <Palette {...properties} begun={typed} meanwhile={field} />
}
