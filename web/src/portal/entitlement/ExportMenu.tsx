import { Download } from 'lucide-react'
import { useId, useRef } from 'react'
import { useDay } from '../day/day.tsx'
import { DownloadLink } from '../kit/DownloadLink.tsx'
import { useLanguage } from '../language/language.tsx'
import { exportAddress, formats } from './exportAddress.ts'
import styles from './ExportMenu.module.css'
import { type LinesSearch, linesFilter, linesOrder } from './search.ts'

/** Offers the whole list, as it is filtered and ordered, as a file. */
export function ExportMenu({ search, account }: { search: LinesSearch; account: string }) {
  const { texts, code } = useLanguage()
  const { day, chosen } = useDay()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const t = texts.lines.export
  const filter = linesFilter(account, search, day, chosen)
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id}>
        <Download size={14} aria-hidden="true" />
        {t.button}
      </button>
      <div ref={menu} id={id} popover="auto" className={styles.menu}>
        <p>{t.what}</p>
        {formats.map((format) => (
          <DownloadLink
            key={format}
            address={exportAddress(format, code, filter, linesOrder(search.order), chosen)}
            then={() => menu.current?.hidePopover()}
          >
            {t[format]}
          </DownloadLink>
        ))}
      </div>
    </>
  )
}
