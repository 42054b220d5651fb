import { Menu as AriakitMenu, MenuButton, MenuItem, MenuProvider } from '@ariakit/react'
import { Ellipsis } from 'lucide-react'
import styles from './Menu.module.css'

/** What a menu offers: a verb and an object, or a verb alone if the object is the row. */
export type Action = { name: string; wrong?: boolean; run: () => void }

/** The actions of a row. Nothing is shown if there are none. */
export function Menu({ label, actions }: { label: string; actions: readonly Action[] }) {
  if (actions.length === 0) {
    return null
  }
  return (
    <MenuProvider placement="bottom-end">
      <MenuButton className={styles.button} aria-label={label} title={label}>
        <Ellipsis size={16} aria-hidden="true" />
      </MenuButton>
      <AriakitMenu className={styles.menu} gutter={4} portal unmountOnHide>
        {actions.map(({ name, wrong = false, run }) => (
          <MenuItem key={name} className={styles.item} data-wrong={wrong} onClick={run}>
            {name}
          </MenuItem>
        ))}
      </AriakitMenu>
    </MenuProvider>
  )
}
