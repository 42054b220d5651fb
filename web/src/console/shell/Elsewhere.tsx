import { Link } from '@tanstack/react-router'
import start from '../../portal/account/Start.module.css'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { Notifications } from '../../portal/shell/Notifications.tsx'
import { UserMenu } from '../../portal/shell/UserMenu.tsx'
import { ViewingBanner } from '../../portal/shell/ViewingBanner.tsx'
import { useViewer } from '../../portal/viewer/viewer.tsx'
import { texts as table } from './texts.ts'

/** What those see who have no business in the console: a customer, or one of the producer who views as a customer. */
export function Elsewhere() {
  const t = useTexts(table)
  const { viewingAs } = useViewer()
  const { title, next } = viewingAs ? t.viewing : t.customer
  return (
    <>
      <ViewingBanner />
      <main className={start.start}>
        <title>{title}</title>
        <h1>{title}</h1>
        <p>{viewingAs ? t.viewing.why(viewingAs.name) : t.customer.why}</p>
        <p>
          <Link to="/accounts">{next}</Link>
        </p>
        <UserMenu />
      </main>
      <Notifications />
    </>
  )
}
