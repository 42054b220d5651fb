import { CircleCheck, CircleDashed, CircleSlash } from 'lucide-react'
import { useQuery } from 'urql'
import { Failure } from '../../portal/kit/Failure.tsx'
import { useDialog } from '../../portal/kit/DialogHost.tsx'
import { Menu } from '../../portal/kit/Menu.tsx'
import { More } from '../../portal/kit/More.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { usePages } from '../../portal/kit/pages.ts'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { Status } from '../../portal/kit/Status.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { Person } from '../../portal/member/Person.tsx'
import rows from '../../portal/member/rows.module.css'
import { Seen } from '../../portal/member/Seen.tsx'
import { nameOf } from '../../portal/member/words.ts'
import { useViewer } from '../../portal/viewer/viewer.tsx'
import { texts as ofUsers } from '../account/accountTexts.ts'
import { ChangeUserDialog } from '../account/dialogs.ts'
import { DeactivateDialog, EmailDialog, EraseDialog, ReactivateDialog, RoleDialog } from './dialogs.ts'
import styles from './Producer.module.css'
import { type ProducerUserFragment, ProducerUsersDocument } from './producer.ts'
import { texts as table } from './texts.ts'

/** The people of the producer, with their roles and when they last signed in. */
export function ProducerUsers() {
  const t = useTexts(table)
  const { variables, next } = usePages({})
  const [{ data, error, fetching }] = useQuery({ query: ProducerUsersDocument, variables })
  const users = data?.producerUsers
  if (error && !users) {
    return <Failure error={error} />
  }
  if (!users) {
    return <Skeleton rows={6} />
  }
  if (users.totalCount === 0) {
    return <Notice title={t.none}>{t.noneNext}</Notice>
  }
  return (
    <div className={styles.list}>
      <table className={rows.table}>
        <thead>
          <tr>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.columns.role}</th>
            <th scope="col">{t.columns.status}</th>
            <th scope="col">{t.columns.seen}</th>
            <th scope="col">
              <span className={rows.hidden}>{t.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.nodes.map((user) => (
            <Row key={user.id} user={user} />
          ))}
        </tbody>
      </table>
      <More shown={users.nodes.length} all={users.totalCount} waits={fetching} show={next(users)} />
    </div>
  )
}

function Row({ user }: { user: ProducerUserFragment }) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const viewer = useViewer()
  const itself = user.id === viewer.user?.id
  return (
    <tr>
      <Person name={nameOf(user)} email={user.email ?? user.userName} you={itself} />
      <td>{user.producerRole === null ? t.noRole : texts.producerRole[user.producerRole]}</td>
      <td className={rows.state}>
        {user.erasedAt !== null ? (
          <Status tone="plain" icon={CircleDashed}>
            {t.erased}
          </Status>
        ) : user.active ? (
          <Status tone="good" icon={CircleCheck}>
            {t.active}
          </Status>
        ) : (
          <Status tone="wrong" icon={CircleSlash}>
            {t.inactive}
          </Status>
        )}
      </td>
      <td data-label={t.columns.seen}>
        <Seen at={user.lastSignInAt} />
      </td>
      <td className={rows.action}>{viewer.canChange && user.erasedAt === null && <Actions user={user} />}</td>
    </tr>
  )
}

function Actions({ user }: { user: ProducerUserFragment }) {
  const t = useTexts(table)
  const words = useTexts(ofUsers)
  const open = useDialog()
  const viewer = useViewer()
  const why = user.id === viewer.user?.id ? t.notYourself : undefined
  return (
    <Menu
      label={t.actionsOf(nameOf(user))}
      actions={[
        {
          name: words.changeUser,
          run: () => open((close) => <ChangeUserDialog user={{ id: user.id, name: nameOf(user) }} close={close} />),
        },
        { name: t.role, why, run: () => open((close) => <RoleDialog user={user} close={close} />) },
        { name: t.email, why, run: () => open((close) => <EmailDialog user={user} close={close} />) },
        user.active
          ? {
              name: t.deactivate,
              wrong: true,
              why,
              run: () => open((close) => <DeactivateDialog user={user} close={close} />),
            }
          : { name: t.reactivate, run: () => open((close) => <ReactivateDialog user={user} close={close} />) },
        { name: t.erase, wrong: true, why, run: () => open((close) => <EraseDialog user={user} close={close} />) },
      ]}
    />
  )
}
