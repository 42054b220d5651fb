import { useNavigate } from '@tanstack/react-router'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { type DevicesSearch, narrowsDevices } from './search.ts'
import { texts as own } from './texts.ts'

/** Says why there are no rows, and leads back to some. */
export function Empty({
  search,
  none,
  noneNext,
  empty,
}: {
  search: DevicesSearch
  none: string
  noneNext: string
  empty: string
}) {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const navigate = useNavigate({ from: '/accounts/$account/devices' })
  const narrows = narrowsDevices(search)
  return (
    <Notice title={narrows || search.status !== 'all' ? empty : none}>
      {!narrows && <p>{noneNext}</p>}
      {search.status !== 'all' && (
        <Button onClick={() => void navigate({ search: (now) => ({ ...now, status: 'all' }) })}>{t.everyStatus}</Button>
      )}
      {narrows && (
        <Button onClick={() => void navigate({ search: ({ tab }) => ({ ...(tab && { tab }) }) })}>
          {texts.filters.clear}
        </Button>
      )}
    </Notice>
  )
}
