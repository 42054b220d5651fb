import { type RefObject, useId } from 'react'
import { Button } from '../kit/Button.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './DaysDialog.module.css'
import { type DayRange, readRange, writeRange } from './search.ts'

/** Asks for a range of days, of which one side may be open. */
export function DaysDialog({
  dialog,
  title,
  range,
  choose,
}: {
  dialog: RefObject<HTMLDialogElement | null>
  title: string
  range: { from: string | null; to: string | null } | null
  choose: (range: DayRange) => void
}) {
  const { texts } = useLanguage()
  const t = texts.lines.days
  const id = useId()
  return (
    <dialog ref={dialog} className={styles.dialog} closedby="any" aria-labelledby={`${id}-title`}>
      <form
        key={`${range?.from} ${range?.to}`}
        onSubmit={(event) => {
          event.preventDefault()
          const values = new FormData(event.currentTarget)
          const written = writeRange(String(values.get('from')), String(values.get('to')))
          const last = event.currentTarget.elements.namedItem('to') as HTMLInputElement
          if (readRange(written) === null) {
            last.setCustomValidity(t.wrong)
            last.reportValidity()
            return
          }
          dialog.current?.close()
          choose(written)
        }}
        onInput={(event) => (event.currentTarget.elements.namedItem('to') as HTMLInputElement).setCustomValidity('')}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        <div className={styles.days}>
          <label>
            {t.from}
            <input name="from" type="date" defaultValue={range?.from ?? ''} />
          </label>
          <label>
            {t.to}
            <input name="to" type="date" defaultValue={range?.to ?? ''} />
          </label>
        </div>
        <div className={styles.buttons}>
          <Button onClick={() => dialog.current?.close()}>{t.cancel}</Button>
          <Button main type="submit">
            {t.show}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
