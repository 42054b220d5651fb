import { SlidersHorizontal } from 'lucide-react'
import { useId } from 'react'
import { useLanguage } from '../language/language.tsx'
import { columns, type View } from './view.ts'
import styles from './ViewButton.module.css'

/** Lets the viewer choose the columns and the height of the rows. */
export function ViewButton({ view, change }: { view: View; change: (view: View) => void }) {
  const { texts } = useLanguage()
  const t = texts.lines.view
  const id = useId()
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id}>
        <SlidersHorizontal size={14} aria-hidden="true" />
        {t.button}
      </button>
      <div id={id} popover="auto" className={styles.view}>
        <fieldset>
          <legend>{t.columns}</legend>
          {columns.map((column) => (
            <label key={column}>
              <input
                type="checkbox"
                checked={view.columns.includes(column)}
                onChange={(event) => {
                  const shown = new Set(view.columns)
                  if (event.currentTarget.checked) {
                    shown.add(column)
                  } else {
                    shown.delete(column)
                  }
                  change({ ...view, columns: columns.filter((c) => shown.has(c)) })
                }}
              />
              {texts.lines.columns[column]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t.rows}</legend>
          {[false, true].map((dense) => (
            <label key={String(dense)}>
              <input
                type="radio"
                name={id}
                checked={view.dense === dense}
                onChange={() => change({ ...view, dense })}
              />
              {dense ? t.dense : t.roomy}
            </label>
          ))}
        </fieldset>
      </div>
    </>
  )
}
