import { useClient } from 'urql'
import { renew } from '../../portal/contract/client.ts'
import type { ProducerRole } from '../../portal/contract/types.ts'
import { type DialogOfChange, useFieldErrors } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { Field } from '../../portal/kit/Field.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { nameOf } from '../../portal/member/words.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import {
  AddUserDocument,
  ChangeProducerRoleDocument,
  ChangeUserEmailDocument,
  DeactivateUserDocument,
  EraseUserDocument,
  type ProducerUserFragment,
  ReactivateUserDocument,
} from './producer.ts'
import { TextField } from '../shell/TextField.tsx'
import { texts as table } from './texts.ts'

type OfUser = DialogOfChange & { user: ProducerUserFragment }

/** The roles of people. Programs have one more. */
const roles = ['OPERATOR', 'SUPPORT_AGENT'] as const satisfies ProducerRole[]

/** What is to be read anew after a change: everything of the page, because little of it is shown. */
function useRenewed(): () => undefined {
  const client = useClient()
  return () => {
    renew(client)
  }
}

/** The choice of a role. Without a role somebody is a user like any other. */
function RoleField({
  name,
  chosen,
  none,
  change,
}: {
  name: string
  chosen: ProducerRole | null
  none: boolean
  change: (role: ProducerRole | null) => void
}) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  return (
    <Field label={t.columns.role} errors={useFieldErrors(name)}>
      {(control) => (
        <select
          {...control}
          value={chosen ?? ''}
          onChange={(event) => change(roles.find((role) => role === event.currentTarget.value) ?? null)}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {texts.producerRole[role]}: {t.roleMeans[role]}
            </option>
          ))}
          {none && (
            <option value="">
              {t.withoutRole}: {t.withoutRoleMeans}
            </option>
          )}
        </select>
      )}
    </Field>
  )
}

type NewUser = { userName: string; email: string; displayName: string; role: ProducerRole }

const nobody: NewUser = { userName: '', email: '', displayName: '', role: 'SUPPORT_AGENT' }

/** Adds a person of the producer. */
export function AddUserDialog({ close }: DialogOfChange) {
  const t = useTexts(table)
  const renewed = useRenewed()
  const draft = useDraft('producer user', nobody)
  const { userName, email, displayName, role } = draft.value
  const enter = (part: Partial<NewUser>) => draft.enter((now) => ({ ...now, ...part }))
  const name = userName.trim() === '' ? email.trim() : userName.trim()
  return (
    <ConsoleDialog
      title={t.addTitle}
      below={t.addMeans}
      action={t.add}
      about="user"
      document={AddUserDocument}
      input={
        name === ''
          ? null
          : {
              userName: name,
              producerRole: role,
              ...(email.trim() !== '' && { email: email.trim() }),
              ...(displayName.trim() !== '' && { displayName: displayName.trim() }),
            }
      }
      fields={['userName', 'email', 'displayName', 'producerRole']}
      whenDone={() => {
        draft.sent()
        return renewed()
      }}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <TextField
        name="email"
        label={t.address}
        hint={t.addressMeans}
        type="email"
        value={email}
        most={254}
        change={(value) => enter({ email: value })}
      />
      <TextField
        name="userName"
        label={t.userName}
        hint={t.userNameMeans}
        value={userName}
        most={254}
        change={(value) => enter({ userName: value })}
      />
      <TextField
        name="displayName"
        label={t.displayName}
        hint={t.displayNameMeans}
        value={displayName}
        most={200}
        change={(value) => enter({ displayName: value })}
      />
      <RoleField
        name="producerRole"
        chosen={role}
        none={false}
        change={(chosen) => chosen && enter({ role: chosen })}
      />
    </ConsoleDialog>
  )
}

/** Gives a person another role. */
export function RoleDialog({ user, close }: OfUser) {
  const t = useTexts(table)
  const renewed = useRenewed()
  const draft = useDraft(`role ${user.id}`, { role: user.producerRole })
  return (
    <ConsoleDialog
      title={t.roleOf(nameOf(user))}
      below={t.roleChangeMeans}
      action={t.role}
      about="user"
      document={ChangeProducerRoleDocument}
      input={{ user: user.id, role: draft.value.role }}
      fields={['role']}
      whenDone={() => {
        draft.sent()
        return renewed()
      }}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <RoleField name="role" chosen={draft.value.role} none change={(role) => draft.enter(() => ({ role }))} />
    </ConsoleDialog>
  )
}

/** Gives a person another e-mail address. */
export function EmailDialog({ user, close }: OfUser) {
  const t = useTexts(table)
  const renewed = useRenewed()
  const draft = useDraft(`email ${user.id}`, { email: user.email ?? '' })
  const email = draft.value.email.trim()
  return (
    <ConsoleDialog
      title={t.emailOf(nameOf(user))}
      below={t.emailChangeMeans}
      action={t.email}
      about="user"
      document={ChangeUserEmailDocument}
      input={{ user: user.id, email: email === '' ? null : email }}
      fields={['email']}
      whenDone={() => {
        draft.sent()
        return renewed()
      }}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <TextField
        name="email"
        label={t.address}
        hint={t.addressMeans}
        type="email"
        value={draft.value.email}
        most={254}
        change={(value) => draft.enter(() => ({ email: value }))}
      />
    </ConsoleDialog>
  )
}

/** Prevents a person from signing in. */
export function DeactivateDialog({ user, close }: OfUser) {
  const t = useTexts(table)
  const renewed = useRenewed()
  return (
    <ConsoleDialog
      title={t.deactivateWho(nameOf(user))}
      below={t.deactivateMeans}
      action={t.deactivateWho(nameOf(user))}
      about="user"
      document={DeactivateUserDocument}
      input={{ user: user.id }}
      whenDone={renewed}
      close={close}
    />
  )
}

/** Lets a person sign in again. */
export function ReactivateDialog({ user, close }: OfUser) {
  const t = useTexts(table)
  const renewed = useRenewed()
  return (
    <ConsoleDialog
      title={t.reactivateWho(nameOf(user))}
      below={t.reactivateMeans}
      action={t.reactivateWho(nameOf(user))}
      about="user"
      document={ReactivateUserDocument}
      input={{ user: user.id }}
      whenDone={renewed}
      close={close}
    />
  )
}

/** Erases what is known of a person. */
export function EraseDialog({ user, close }: OfUser) {
  const t = useTexts(table)
  const renewed = useRenewed()
  return (
    <ConsoleDialog
      title={t.eraseWho(nameOf(user))}
      below={t.eraseMeans}
      action={t.eraseWho(nameOf(user))}
      about="user"
      document={EraseUserDocument}
      input={{ user: user.id }}
      whenDone={renewed}
      close={close}
    />
  )
}
