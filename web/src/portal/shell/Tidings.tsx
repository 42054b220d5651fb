import { RefreshCw, WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLanguage } from '../language/language.tsx'
import { isReleased, watchReleases } from './release.ts'
import styles from './Tidings.module.css'

function watchConnection(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** Says that the connection is lost, or that the server has a new release of the page. */
export function Tidings() {
  const { texts } = useLanguage()
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine)
  const [released, setReleased] = useState(isReleased)
  useEffect(() => watchReleases(() => setReleased(true)), [])
  return (
    <output className={styles.tidings}>
      {!online && (
        <span>
          <WifiOff size={14} aria-hidden="true" />
          {texts.frame.offline}
        </span>
      )}
      {released && (
        <span>
          <RefreshCw size={14} aria-hidden="true" />
          {texts.frame.released}
          <button type="button" onClick={() => location.reload()}>
            {texts.frame.reload}
          </button>
        </span>
      )}
    </output>
  )
}
