import { FileUp } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../kit/Button.tsx'
import { refusal, useRefused } from '../kit/ChangeDialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './AddressField.module.css'
import { addressesOf, addressesOfCsv, mostAtOnce } from './addresses.ts'

/** Addresses that are typed, pasted or read from a CSV file, and what is wrong with any of them. */
export function AddressField({
  text,
  emails,
  change,
}: {
  text: string
  emails: readonly string[]
  change: (text: string) => void
}) {
  const { texts } = useLanguage()
  const t = texts.people.inviting
  const file = useId()
  const { addresses, strange } = addressesOf(text)
  const refused = useRefused().filter((error) => error.field === 'input.emails' || error.field?.startsWith('input.emails.'))
  const wrong = refused.map((error) => {
    const address = emails[Number(error.field?.split('.')[2])]
    return { address, sentence: address === undefined ? refusal(error, texts) : `${address}: ${refusal(error, texts)}` }
  })
  const wrongAddresses = new Set(wrong.map(({ address }) => address))
  async function read(chosen: File | undefined) {
    if (chosen) {
      const found = addressesOfCsv(await chosen.text())
      change([...addresses, ...found.addresses, ...strange, ...found.strange].join('\n'))
    }
  }
  return (
    <>
      <Field label={t.addresses} hint={t.addressesHint} errors={wrong.map(({ sentence }) => sentence)}>
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
        <output>
          {addresses.length > 0 && t.found(addresses.length)}
          {strange.length > 0 && ` ${t.strange(strange)}`}
          {addresses.length > mostAtOnce && ` ${t.tooMany(mostAtOnce)}`}
        </output>
        {wrongAddresses.size > 0 && emails.some((email) => !wrongAddresses.has(email)) && (
          <Button onClick={() => change(addresses.filter((address) => !wrongAddresses.has(address)).join('\n'))}>
            {t.leaveOut(wrongAddresses.size)}
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
    </>
  )
}
