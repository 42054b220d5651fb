import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { useRefused } from '../kit/ChangeDialog.tsx'
import { refusal } from '../kit/refusal.ts'
import { Field } from '../kit/Field.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './dialogs.module.css'
import { Addresses, type AddressResult } from './Addresses.tsx'
import { type Line, linesOf, mostAtOnce, readCsv } from './addresses.ts'

/** Addresses that are typed, pasted or read from a CSV file, and what becomes of each of them. */
export function AddressField({
  text,
  emails,
  change,
}: {
  text: string
  emails: readonly string[]
  change: (text: string) => void
}) {
  const { texts, format } = useLanguage()
  const t = texts.people.inviting
  const file = useId()
  const [unused, setUnused] = useState<string[]>()
  const lines = linesOf(text)
  const refused = useRefused().filter(
    (error) => error.field === 'input.emails' || error.field?.startsWith('input.emails.'),
  )
  const wrong = new Map(refused.map((error) => [emails[Number(error.field?.split('.')[2])], refusal(error, texts)]))
  const whole = wrong.get(undefined)
  // The server says what is no address first; who is a member or invited, it says of addresses only.
  const isSure = refused.length === 0
  function resultOf({ text: line, is }: Line): AddressResult {
    const why = wrong.get(line)
    if (is === 'address' && why !== undefined) {
      return { is: 'wrong', why }
    }
    const late = is === 'address' && !emails.includes(line)
    if (is === 'address' && !late) {
      return { is: isSure ? 'invited' : 'unsure' }
    }
    return { is: 'left out', why: late ? t.late(mostAtOnce) : is === 'again' ? t.leftOut.again : t.leftOut.none }
  }
  const rows = lines.map((line) => ({ text: line.text, result: resultOf(line) }))
  const bad = rows.filter(({ result }) => result.is === 'wrong').length
  async function read(chosen: File | undefined) {
    if (chosen) {
      const csv = readCsv(await chosen.text())
      setUnused(csv.unused)
      change([text.trim(), csv.text].filter(Boolean).join('\n'))
    }
  }
  return (
    <>
      <Field label={t.addresses} hint={t.addressesHint} errors={whole === undefined ? [] : [whole]}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            value={text}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className={styles.below}>
        <output>{lines.length > 0 && t.found(emails.length, rows.length - emails.length)}</output>
        {bad > 0 && emails.length > bad && (
          <Button
            onClick={() =>
              change(rows.flatMap(({ text: address, result }) => (result.is === 'unsure' ? [address] : [])).join('\n'))
            }
          >
            {t.leaveOut(bad)}
          </Button>
        )}
        <label className={styles.file} htmlFor={file}>
          <FileUp size={14} aria-hidden="true" /> {t.csv}
          <input
            id={file}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => {
              const input = event.currentTarget
              void read(input.files?.[0]).then(() => {
                input.value = ''
              })
            }}
          />
        </label>
      </div>
      {unused !== undefined && text !== '' && <output>{t.csvUsed(format.list(unused))}</output>}
      {(lines.length > 1 || bad > 0 || rows.some(({ result }) => result.is === 'left out')) && (
        <Addresses rows={rows} />
      )}
    </>
  )
}
