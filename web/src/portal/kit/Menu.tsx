import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { laterDialog } from './later.tsx'
import styles from './Menu.module.css'

/** What a menu offers: a verb and an object. With a reason why not, it is shown and cannot be chosen. */
export type Action = { name: string; wrong?: boolean; why?: string | undefined; run: () => void }

type MenuProperties = { label: string; actions: readonly Action[]; close: () => void }

const OpenMenu = laterDialog<MenuProperties>(async () => (await import('./OpenMenu.tsx')).default)

/**
 * The actions of a row. A list has many menus, and few are opened, so each is a plain button until then. Nothing is
 * shown if there are no actions.
 */
export function Menu({ label, actions }: { label: string; actions: readonly Action[] }) {
  const [opened, setOpened] = useState(false)
  if (actions.length === 0) {
    return null
  }
  const button = (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded="false"
      title={label}
      onPointerEnter={() => void OpenMenu.preload()}
      onFocus={() => void OpenMenu.preload()}
      onClick={() => setOpened(true)}
    >
      <Ellipsis size={16} aria-hidden="true" />
    </button>
  )
  return opened ? (
    <OpenMenu meanwhile={button} label={label} actions={actions} close={() => setOpened(false)} />
  ) : (
    button
  )
}
