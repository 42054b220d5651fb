import { Menu, MenuButton, MenuItem, MenuProvider, useMenuStore } from '@ariakit/react'
import { Ellipsis } from 'lucide-react'
import { useLayoutEffect } from 'react'
import type { Action } from './Menu.tsx'
import styles from './Menu.module.css'

/** A menu that was opened at least once. It begins open, with the focus on its first action. */
export default function OpenMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  const menu = useMenuStore({ placement: 'bottom-end', defaultOpen: true })
  useLayoutEffect(() => {
    menu.setInitialFocus('first')
    menu.setAutoFocusOnShow(true)
  }, [menu])
  return (
    <MenuProvider store={menu}>
      <MenuButton className={styles.button} aria-label={label} title={label}>
        <Ellipsis size={16} aria-hidden="true" />
      </MenuButton>
      <Menu className={styles.menu} gutter={4} portal preserveTabOrder={false} unmountOnHide>
        {actions.map(({ name, wrong = false, why, run }) => (
          <MenuItem
            key={name}
            className={styles.item}
            data-wrong={wrong}
            disabled={why !== undefined}
            accessibleWhenDisabled
            onClick={run}
          >
            {name}
            {why !== undefined && <span className={styles.why}>{why}</span>}
          </MenuItem>
        ))}
      </Menu>
    </MenuProvider>
  )
}
