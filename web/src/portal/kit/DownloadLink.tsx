import type { ReactNode } from 'react'
import { download } from './download.ts'

/** A link to a file. The browser's own menu can still keep it elsewhere. */
export function DownloadLink({
  address,
  className,
  then,
  children,
}: {
  address: string
  className?: string | undefined
  then?: () => void
  children: ReactNode
}) {
  return (
    <a
      href={address}
      download
      className={className}
      onClick={(event) => {
        event.preventDefault()
        void download(address)
        then?.()
      }}
    >
      {children}
    </a>
  )
}
