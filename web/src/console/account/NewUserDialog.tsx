import { useClient } from 'urql'
import { renew } from '../../portal/contract/client.ts'
import type { Language } from '../../portal/contract/types.ts'
import { type DialogOfChange, useFieldErrors } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { Field } from '../../portal/kit/Field.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { AddUserDocument } from '../producer/producer.ts'
import { texts as producer } from '../producer/texts.ts'
import { TextField } from '../shell/TextField.tsx'
import { texts as table } from './accountTexts.ts'

const languages = ['EN', 'DE'] as const satisfies Language[]

type Entered = { email: string; userName: string; firstName: string; lastName: string; language: Language }

const nobody: Entered = { email: '', userName: '', firstName: '', lastName: '', language: 'EN' }

/** Adds a user who is nobody of the producer, and has no access until somebody gives it. */
export function NewUserDialog({ close }: DialogOfChange) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const words = useTexts(producer)
  const client = useClient()
  const draft = useDraft('new user', nobody)
  const { email, userName, firstName, lastName, language } = draft.value
  const enter = (part: Partial<Entered>) => draft.enter((now) => ({ ...now, ...part }))
  const name = userName.trim() === '' ? email.trim() : userName.trim()
  return (
    <ConsoleDialog
      title={t.userTitle}
      below={t.userMeans}
      action={t.userAction}
      about="user"
      document={AddUserDocument}
      input={
        name === ''
          ? null
          : {
              userName: name,
              notificationLanguage: language,
              ...(email.trim() !== '' && { email: email.trim() }),
              ...(firstName.trim() !== '' && { firstName: firstName.trim() }),
              ...(lastName.trim() !== '' && { lastName: lastName.trim() }),
            }
      }
      fields={['userName', 'email', 'firstName', 'lastName', 'notificationLanguage']}
      whenDone={() => {
        draft.sent()
        renew(client)
        return undefined
      }}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <TextField
        name="email"
        label={words.address}
        hint={words.addressMeans}
        type="email"
        value={email}
        most={254}
        change={(value) => enter({ email: value })}
      />
      <TextField
        name="userName"
        label={words.userName}
        hint={words.userNameMeans}
        value={userName}
        most={254}
        change={(value) => enter({ userName: value })}
      />
      <TextField
        name="firstName"
        label={t.firstName}
        value={firstName}
        most={200}
        change={(value) => enter({ firstName: value })}
      />
      <TextField
        name="lastName"
        label={t.lastName}
        value={lastName}
        most={200}
        change={(value) => enter({ lastName: value })}
      />
      <Field label={t.language} errors={useFieldErrors('notificationLanguage')}>
        {(control) => (
          <select
            {...control}
            value={language}
            onChange={(event) =>
              enter({ language: languages.find((one) => one === event.currentTarget.value) ?? language })
            }
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {texts.change.values.names.Language?.[one] ?? one}
              </option>
            ))}
          </select>
        )}
      </Field>
    </ConsoleDialog>
  )
}
