import { ChangeDialog, type DialogOfChange } from '../kit/ChangeDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { SuspendMemberDocument } from './changes.ts'
import type { MembershipRowFragment } from './people.ts'
import { nameOf } from './words.ts'

/** Takes the access of a member away until somebody gives it back. */
export default function SuspendDialog({ membership, close }: DialogOfChange & { membership: MembershipRowFragment }) {
  const { texts } = useLanguage()
  return (
    <ChangeDialog
      title={texts.people.suspendWho(nameOf(membership.user))}
      below={texts.people.suspendMeans}
      action={texts.people.actions.suspend}
      about="membership"
      document={SuspendMemberDocument}
      input={{ membership: membership.id }}
      close={close}
    />
  )
}
