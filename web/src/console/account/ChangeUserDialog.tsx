import { useQuery } from 'urql'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { TextField } from '../shell/TextField.tsx'
import { useFinished } from '../shell/useFinished.ts'
import { ChangeUserDocument, UserToChangeDocument, type UserToChangeQuery } from './account.ts'
import { texts as table } from './accountTexts.ts'
import { changesOf, userFields } from './user.ts'

type OfUser = DialogOfChange & { user: { id: string; name: string } }

type Known = NonNullable<UserToChangeQuery['user']>

/** Changes the names and the telephone number of a person. What is emptied is removed. */
export function ChangeUserDialog({ user, close }: OfUser) {
  const [{ data }] = useQuery({ query: UserToChangeDocument, variables: { id: user.id } })
  return data?.user ? <KnownUserDialog known={data.user} user={user} close={close} /> : null
}

function KnownUserDialog({ known, user, close }: OfUser & { known: Known }) {
  const t = useTexts(table)
  const before = {
    firstName: known.firstName ?? '',
    lastName: known.lastName ?? '',
    displayName: known.displayName ?? '',
    phone: known.phone ?? '',
  }
  const draft = useDraft(`user ${user.id}`, before)
  const changes = changesOf(draft.value, before)
  return (
    <ConsoleDialog
      title={t.changeUserTitle(user.name)}
      below={t.changeUserMeans}
      action={t.changeUserAction}
      about="user"
      document={ChangeUserDocument}
      input={Object.keys(changes).length === 0 ? null : { user: user.id, ...changes }}
      fields={userFields}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      {userFields.map((field) => (
        <TextField
          key={field}
          name={field}
          label={t[field]}
          value={draft.value[field]}
          most={200}
          change={(text) => draft.enter((now) => ({ ...now, [field]: text }))}
        />
      ))}
    </ConsoleDialog>
  )
}
