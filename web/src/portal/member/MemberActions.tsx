import { useDialog } from '../kit/DialogHost.tsx'
import { laterDialog } from '../kit/later.tsx'
import { Menu } from '../kit/Menu.tsx'
import { useLanguage } from '../language/language.tsx'
import type { MembershipRowFragment } from './people.ts'
import { useLastAdministrator } from './lastAdministrator.ts'
import { nameOf } from './words.ts'

const AccessDialog = laterDialog(async () => (await import('./AccessDialog.tsx')).default)
const ReinstateDialog = laterDialog(async () => (await import('./ReinstateDialog.tsx')).default)
const RemoveDialog = laterDialog(async () => (await import('./RemoveDialog.tsx')).default)
const SuspendDialog = laterDialog(async () => (await import('./SuspendDialog.tsx')).default)

/** What the viewer may do with a member. */
export function MemberActions({ membership }: { membership: MembershipRowFragment }) {
  const { texts } = useLanguage()
  const open = useDialog()
  const t = texts.people.actions
  const why = useLastAdministrator().why(membership.id) && texts.people.lastMeans
  if (!membership.viewerCanChange) {
    return null
  }
  return (
    <Menu
      label={t.label(nameOf(membership.user))}
      actions={[
        { name: t.access, run: () => open((close) => <AccessDialog membership={membership} close={close} />) },
        membership.suspendedAt === null
          ? {
              name: t.suspend,
              why,
              run: () => open((close) => <SuspendDialog membership={membership} close={close} />),
            }
          : {
              name: t.reinstate,
              run: () => open((close) => <ReinstateDialog membership={membership} close={close} />),
            },
        {
          name: t.remove,
          wrong: true,
          why,
          run: () => open((close) => <RemoveDialog membership={membership} close={close} />),
        },
      ]}
    />
  )
}
