import { today } from '../../portal/day/today.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { isDay } from '../../portal/language/format.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { TextField } from '../shell/TextField.tsx'
import { RemoveListPriceDocument, SetListPriceDocument } from './catalog.ts'
import { DayField, useFieldNames } from '../shell/fields.tsx'
import { amountOf } from './prices.ts'
import { texts as table } from './texts.ts'
import { useFinished } from '../shell/useFinished.ts'

/** Sets the list price of a part number in a currency from a day on. */
export function SetPriceDialog({
  part,
  currency,
  close,
}: DialogOfChange & { part: { id: string; code: string }; currency: string }) {
  const t = useTexts(table).dialogs
  const field = useFieldNames()
  const draft = useDraft(`price of ${part.id}`, { amount: '', currency, startsOn: today() })
  const { value } = draft
  const enter = (change: Partial<typeof value>) => draft.enter((now) => ({ ...now, ...change }))
  const amount = amountOf(value.amount)
  const isComplete = amount !== null && value.currency.length === 3 && isDay(value.startsOn)
  return (
    <ConsoleDialog
      title={t.setPrice.title(part.code)}
      below={t.setPrice.means}
      action={t.setPrice.action}
      about="other"
      document={SetListPriceDocument}
      input={
        isComplete
          ? { partNumber: part.id, price: { amount, currency: value.currency }, startsOn: value.startsOn }
          : null
      }
      fields={['price', 'startsOn']}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <TextField
        name="price.amount"
        label={t.amount}
        hint={t.amountMeans}
        value={value.amount}
        most={20}
        change={(text) => enter({ amount: text })}
      />
      <TextField
        name="price.currency"
        label={field('currency')}
        hint={t.currencyMeans}
        value={value.currency}
        most={3}
        change={(text) => enter({ currency: text.toUpperCase() })}
      />
      <DayField
        name="startsOn"
        label={t.firstDay}
        hint={t.firstPriceDay}
        value={value.startsOn}
        change={(startsOn) => enter({ startsOn })}
      />
    </ConsoleDialog>
  )
}

/** Removes a list price whose day has not come. */
export function RemovePriceDialog({ price, name, close }: DialogOfChange & { price: { id: string }; name: string }) {
  const t = useTexts(table).dialogs
  return (
    <ConsoleDialog
      title={t.removePrice.title(name)}
      below={t.removePrice.means}
      action={t.removePrice.action}
      about="other"
      document={RemoveListPriceDocument}
      input={{ listPrice: price.id }}
      whenDone={useFinished()}
      close={close}
    />
  )
}
