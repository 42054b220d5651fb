import { useState } from 'react'
import { RequestOwnAccessDocument } from '../account/account.ts'
import type { Service } from '../contract/types.ts'
import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useLanguage } from '../language/language.tsx'

/**
 * Asks the administrators of an account to open a service, licensing if none is named. They see the request, also if the
 * viewer has no address of theirs.
 */
export default function AskDialog({
  account,
  service = 'LICENSING',
  title,
  close,
}: DialogOfChange & { account: string; service?: Service; title?: string }) {
  const { texts } = useLanguage()
  const t = texts.home.asking
  const [note, setNote] = useState('')
  return (
    <ChangeDialog
      title={title ?? t.title}
      below={t.means}
      action={texts.account.asking.ask}
      about="request"
      document={RequestOwnAccessDocument}
      input={{ account, serviceAccess: [service], ...(note.trim() !== '' && { note: note.trim() }) }}
      fields={['note']}
      close={close}
    >
      <Note note={note} change={setNote} />
    </ChangeDialog>
  )
}

function Note({ note, change }: { note: string; change: (note: string) => void }) {
  const { texts } = useLanguage()
  return (
    <Field label={texts.account.asking.note} errors={useFieldErrors('note')}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
