import { useLanguage } from '../../portal/language/language.tsx'
import { moneyIn } from '../../portal/language/money.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { toldIn } from './instalments.ts'
import { texts as table } from './texts.ts'

/** More instalments than these are told by their number, and their first and last days. */
const listed = 6

/** What says the instalments of an effect in the viewer's language, each one or, if they are many, in short. */
export function useInstalmentWords(): (text: string) => string[] {
  const t = useTexts(table)
  const { format } = useLanguage()
  return (text) => {
    const rows = toldIn(text)
    if (rows === null) {
      return [text]
    }
    const [first, last] = [rows[0]?.dueOn ?? '', rows.at(-1)?.dueOn ?? '']
    return rows.length > listed
      ? [t.range(rows.length, first, last)]
      : rows.map((row) => t.one(row.dueOn, moneyIn(row, format)))
  }
}
