import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { AdministratorsToAskDocument } from '../member/people.ts'
import styles from './Home.module.css'

/** What those see whose access does not include licensing: why there is nothing else, and whom they can ask. */
export function Limited({ account }: { account: string }) {
  const { texts, format } = useLanguage()
  const [{ data, fetching }] = useQuery({ query: AdministratorsToAskDocument })
  const known = (data?.viewer?.services ?? [])
    .flatMap(({ accounts }) => accounts)
    .filter(({ accountId }) => accountId === account)
    .flatMap(({ administrators }) => administrators.map(({ name }) => name))
  const names = [...new Set(known)].slice(0, 5)
  return (
    <Notice title={texts.entitlements.closed}>
      <p>{names.length > 0 ? texts.home.askToOpen(format.list(names)) : fetching ? ' ' : texts.entitlements.closedNext}</p>
      <Link className={styles.link} to="/accounts/$account/people" params={{ account }}>
        {texts.home.ownAccess}
      </Link>
    </Notice>
  )
}
