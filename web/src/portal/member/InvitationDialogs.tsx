import { ChangeDialog, type DialogOfChange } from '../kit/ChangeDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { ResendInvitationDocument, RevokeInvitationDocument } from './changes.ts'
import type { InvitationRowFragment } from './invitations.ts'

/** Sends an invitation again, with a new link. */
export function ResendDialog({ invitation, close }: DialogOfChange & { invitation: InvitationRowFragment }) {
  const { texts } = useLanguage()
  const t = texts.people.invitations
  return (
    <ChangeDialog
      title={t.resendTo(invitation.email)}
      below={t.resendMeans}
      action={t.resend}
      about="invitation"
      document={ResendInvitationDocument}
      input={{ invitation: invitation.id }}
      close={close}
    />
  )
}

/** Takes an invitation back. */
export function RevokeDialog({ invitation, close }: DialogOfChange & { invitation: InvitationRowFragment }) {
  const { texts } = useLanguage()
  const t = texts.people.invitations
  return (
    <ChangeDialog
      title={t.revokeOf(invitation.email)}
      below={t.revokeMeans}
      action={t.revoke}
      about="invitation"
      document={RevokeInvitationDocument}
      input={{ invitation: invitation.id }}
      close={close}
    />
  )
}
