import { Link } from '@tanstack/react-router'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useAdministratorsToAsk } from '../member/administrators.ts'
import styles from './Home.module.css'

/** What those see whose access does not include licensing: why there is nothing else, and whom they can ask. */
export function Limited({ account }: { account: string }) {
  const { texts, format } = useLanguage()
  const { names, fetching } = useAdministratorsToAsk(account)
  return (
    <Notice title={texts.entitlements.closed}>
      <p>{names.length > 0 ? texts.home.askToOpen(format.list(names)) : fetching ? ' ' : texts.entitlements.closedNext}</p>
      <Link className={styles.link} to="/accounts/$account/people" params={{ account }}>
        {texts.home.ownAccess}
      </Link>
    </Notice>
  )
}
