import { ChangeDialog, type DialogOfChange } from '../kit/ChangeDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { ReinstateMemberDocument } from './changes.ts'
import type { MembershipRowFragment } from './people.ts'
import { nameOf } from './words.ts'

/** Gives a suspended member the access back. */
export default function ReinstateDialog({ membership, close }: DialogOfChange & { membership: MembershipRowFragment }) {
  const { texts } = useLanguage()
  return (
    <ChangeDialog
      title={texts.people.reinstateWho(nameOf(membership.user))}
      below={texts.people.reinstateMeans}
      action={texts.people.actions.reinstate}
      about="membership"
      document={ReinstateMemberDocument}
      input={{ membership: membership.id }}
      close={close}
    />
  )
}
