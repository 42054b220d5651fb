import { Link } from '@tanstack/react-router'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'

/** What an address shows that leads nowhere. */
export function Lost() {
  const { texts } = useLanguage()
  return (
    <main>
      <Notice whole title={texts.failure.lost}>
        <Link to="/accounts">{texts.failure.lostNext}</Link>
      </Notice>
    </main>
  )
}
