import { FormDialog } from '../kit/FormDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { usePreferences } from '../settings/preferences.ts'
import type { Shortcut } from './shortcuts.ts'
import { Keys } from './Keys.tsx'
import styles from './ShortcutSheet.module.css'

/** Lists the shortcuts of the page. */
export function ShortcutSheet({
  shortcuts,
  open,
  close,
}: {
  shortcuts: readonly Shortcut[]
  open: boolean
  close: () => void
}) {
  const { texts } = useLanguage()
  const on = usePreferences().shortcuts
  return (
    <FormDialog
      open={open}
      title={texts.shortcuts.title}
      below={on ? undefined : texts.frame.shortcutsOff}
      close={close}
    >
      <dl className={styles.list}>
        <div>
          <dt>{texts.search.open}</dt>
          <dd>
            <Keys keys={texts.search.keys} />
          </dd>
        </div>
        {shortcuts.map(({ keys, name }) => (
          <div key={keys}>
            <dt>{name}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{texts.frame.closeDialog}</dt>
          <dd>
            <Keys keys="Esc" />
          </dd>
        </div>
      </dl>
    </FormDialog>
  )
}
