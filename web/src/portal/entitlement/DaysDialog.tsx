import { Button } from '../kit/Button.tsx'
import { FormDialog } from '../kit/FormDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './DaysDialog.module.css'
import { type DayRange, readRange, writeRange } from './search.ts'

/** The field of the last day, which says what is wrong with a range. */
function lastAdministratorOf(form: HTMLFormElement): HTMLInputElement {
  return form.elements.namedItem('to') as HTMLInputElement
}

/** Asks for a range of days, of which one side may be open. */
export function DaysDialog({
  open,
  title,
  range,
  choose,
  close,
}: {
  open: boolean
  title: string
  range: { from: string | null; to: string | null } | null
  choose: (range: DayRange) => void
  close: () => void
}) {
  const { texts } = useLanguage()
  const t = texts.lines.days
  return (
    <FormDialog
      open={open}
      title={title}
      submit={({ currentTarget }) => {
        const values = new FormData(currentTarget)
        const written = writeRange(String(values.get('from')), String(values.get('to')))
        if (readRange(written) === null) {
          lastAdministratorOf(currentTarget).setCustomValidity(t.wrong)
          lastAdministratorOf(currentTarget).reportValidity()
          return
        }
        close()
        choose(written)
      }}
      close={close}
      foot={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button main type="submit">
            {t.show}
          </Button>
        </>
      }
    >
      <div
        className={styles.days}
        onInput={({ target }) =>
          target instanceof HTMLInputElement && target.form && lastAdministratorOf(target.form).setCustomValidity('')
        }
      >
        <label>
          {t.from}
          <input name="from" type="date" defaultValue={range?.from ?? ''} />
        </label>
        <label>
          {t.to}
          <input name="to" type="date" defaultValue={range?.to ?? ''} />
        </label>
      </div>
    </FormDialog>
  )
}
