import { Link, Outlet, useParams } from '@tanstack/react-router'
import { History, House, ScrollText, Settings as SettingsIcon, Users } from 'lucide-react'
import { useQuery } from 'urql'
import { AccountDocument, HeldLineItemsDocument } from '../account/account.ts'
import { AccountPicker } from '../account/AccountPicker.tsx'
import { DayBanner, DayButton, useDay } from '../day/day.tsx'
import { Failure } from '../kit/Failure.tsx'
import { useLanguage } from '../language/language.tsx'
import { Lost } from './Lost.tsx'
import styles from './Shell.module.css'

/** The frame of every screen of an account: account, navigation, search and day. */
export function Shell() {
  const { texts, format } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const { chosen } = useDay()
  const [{ data, error, fetching }, again] = useQuery({ query: AccountDocument, variables: { account } })
  const licensing = data?.account?.viewerServices.includes('LICENSING') ?? false
  const [held] = useQuery({
    query: HeldLineItemsDocument,
    variables: {
      held: { account, includeSubAccounts: true, status: ['ACTIVE', 'IN_GRACE'], ...(chosen && { on: chosen }) },
    },
    pause: !licensing,
  })
  if (error && !data) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (data && data.account === null && !fetching) {
    return <Lost />
  }
  const items = [
    { to: '/accounts/$account', icon: House, name: texts.navigation.home, exact: true },
    {
      to: '/accounts/$account/entitlements',
      icon: ScrollText,
      name: texts.navigation.entitlements,
      count: held.data?.lineItems?.totalCount,
    },
    ...(data?.account?.viewerCanSeeMembers
      ? ([{ to: '/accounts/$account/people', icon: Users, name: texts.navigation.people }] as const)
      : []),
    ...(data?.account?.viewerCanManageMembers
      ? ([{ to: '/accounts/$account/activity', icon: History, name: texts.navigation.activity }] as const)
      : []),
    { to: '/accounts/$account/settings', icon: SettingsIcon, name: texts.navigation.settings },
  ] as const
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {texts.navigation.skip}
      </a>
      <aside className={styles.side}>
        <Link to="/accounts" className={styles.product}>
          <span className={styles.mark} aria-hidden="true">
            M
          </span>
          {texts.product}
        </Link>
        <div className={styles.account}>
          <AccountPicker
            current={{
              name: data?.account?.name ?? '…',
              below: data?.account ? texts.account.subAccounts(data.account.children?.totalCount ?? 0) : '…',
            }}
          />
        </div>
        <nav className={styles.navigation} aria-label={texts.navigation.label}>
          {items.map(({ to, icon: Icon, name, ...rest }) => (
            <Link
              key={to}
              to={to}
              params={{ account }}
              className={styles.item}
              activeOptions={{ exact: 'exact' in rest, includeSearch: false }}
            >
              <Icon size={16} aria-hidden="true" />
              {name}
              {'count' in rest && rest.count !== undefined && <span className={styles.count}>{format.count(rest.count)}</span>}
            </Link>
          ))}
        </nav>
      </aside>
      <main id="content" className={styles.content} tabIndex={-1}>
        <div className={styles.top}>
          <DayButton />
        </div>
        <DayBanner />
        <Outlet />
      </main>
    </div>
  )
}
