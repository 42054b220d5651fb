import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language/language.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { ViewingBanner } from './ViewingBanner.tsx'
import { UserMenu } from './UserMenu.tsx'
import styles from '../account/Start.module.css'

/**
 * What an address shows that leads nowhere, or to an account that the viewer may not see. It may be that they do not see
 * it because they see what another sees, which they can end here.
 */
export function NotFound() {
  const { texts } = useLanguage()
  const { name } = useViewer()
  return (
    <>
      <ViewingBanner />
      <main className={styles.start}>
        <title>{texts.failure.lost}</title>
        <h1>{texts.failure.lost}</h1>
        <p>{texts.failure.lostWhy(name)}</p>
        <p>
          <Link to="/accounts">{texts.failure.lostNext}</Link>
        </p>
        <UserMenu />
      </main>
    </>
  )
}
