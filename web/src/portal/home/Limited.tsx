import { Link } from '@tanstack/react-router'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useAdministrators } from '../member/administrators.ts'
import styles from './Home.module.css'

/** What those see whose access does not include licensing: why there is nothing else, and whom they can ask. */
export function Limited({ account, whole = false }: { account: string; whole?: boolean }) {
  const { texts } = useLanguage()
  const { names, fetching } = useAdministrators(account)
  return (
    <Notice whole={whole} title={texts.entitlements.closed}>
      <p>{names !== undefined ? texts.home.askToOpen(names) : fetching ? '\u00A0' : texts.entitlements.closedNext}</p>
      <Link className={styles.link} to="/accounts/$account/people" params={{ account }}>
        {texts.home.ownAccess}
      </Link>
    </Notice>
  )
}
