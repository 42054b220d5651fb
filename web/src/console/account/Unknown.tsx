import { Link } from '@tanstack/react-router'
import { Notice } from '../../portal/kit/Notice.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { texts as shell } from '../shell/texts.ts'

/** What an address of the console shows that names nothing. */
export function Unknown() {
  const { texts } = useLanguage()
  const t = useTexts(shell)
  return (
    <Notice whole title={texts.failure.lost}>
      <Link to="/console">{t.screens.find}</Link>
    </Notice>
  )
}
