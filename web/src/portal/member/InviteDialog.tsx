import type { Role, Service } from '../contract/types.ts'
import { ChangeDialog, type DialogOfChange, useFieldErrors } from '../kit/ChangeDialog.tsx'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { DraftNotice } from '../kit/DraftNotice.tsx'
import { useLanguage } from '../language/language.tsx'
import { type Reach, ReachFields, RoleFields } from './AccessFields.tsx'
import { AddressField } from './AddressField.tsx'
import { addressesOf, linesOf, mostAtOnce } from './addresses.ts'
import { InviteMembersDocument } from './changes.ts'

type Invite = Reach & { text: string; greeting: string; roles: Role[]; services: Service[] }

const usual: Invite = {
  text: '',
  greeting: '',
  roles: ['READER'],
  services: ['LICENSING'],
  productLine: '',
  includeSubAccounts: false,
  endsOn: '',
}

/** Invites many people with the same access. */
export default function InviteDialog({ account, name, close }: DialogOfChange & { account: string; name: string }) {
  const { texts } = useLanguage()
  const t = texts.people.inviting
  const draft = useDraft(`invite ${account}`, usual)
  const invite = draft.value
  const change = (part: Partial<Invite>) => draft.enter((now) => ({ ...now, ...part }))
  const emails = addressesOf(linesOf(invite.text)).slice(0, mostAtOnce)
  return (
    <ChangeDialog
      title={texts.people.invite}
      below={t.to(name)}
      action={t.action(emails.length)}
      about="invitation"
      document={InviteMembersDocument}
      input={
        emails.length === 0
          ? null
          : {
              account,
              emails,
              roles: invite.roles,
              serviceAccess: invite.services,
              ...(invite.greeting.trim() !== '' && { greeting: invite.greeting.trim() }),
              ...(invite.productLine !== '' && { productLine: invite.productLine }),
              ...(invite.includeSubAccounts && { includeSubAccounts: true }),
              ...(invite.endsOn !== '' && { endsOn: invite.endsOn }),
            }
      }
      fields={['emails', 'greeting', 'roles', 'serviceAccess', 'productLine', 'endsOn', 'includeSubAccounts']}
      whenDone={draft.sent}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      <AddressField text={invite.text} emails={emails} change={(text) => change({ text })} />
      <RoleFields roles={invite.roles} services={invite.services} choose={change} />
      <ReachFields reach={invite} choose={change} />
      <Greeting text={invite.greeting} change={(greeting) => change({ greeting })} />
    </ChangeDialog>
  )
}

function Greeting({ text, change }: { text: string; change: (text: string) => void }) {
  const { texts } = useLanguage()
  const t = texts.people.inviting
  return (
    <Field label={t.greeting} hint={t.greetingMeans} errors={useFieldErrors('greeting')}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={500}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
