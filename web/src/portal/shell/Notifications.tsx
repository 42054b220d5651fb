import { Link } from '@tanstack/react-router'
import { Check, Download, LogOut, RefreshCw, TriangleAlert, WifiOff, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { signInAddress, tryToGoOn, useSessionEnding } from '../contract/session.ts'
import { useDownload } from '../kit/download.ts'
import { type Toast, toastTime, unsay, useToasts } from '../kit/toast.ts'
import { useLanguage } from '../language/language.tsx'
import { useReleased, watchReleases } from '../contract/release.ts'
import styles from './Notifications.module.css'

function watchConnection(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/**
 * What the page says above everything else: that the connection is lost, that the session is about to end, that there is
 * a new release, that a file is being made, and what was just done. Screen readers say it too.
 */
export function Notifications() {
  const { texts, format } = useLanguage()
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine)
  const released = useReleased()
  useEffect(watchReleases, [])
  const ending = useSessionEnding()
  const toasts = useToasts()
  const asked = useDownload()
  const fetching = asked !== null && asked.problem === undefined
  const until = ending && format.time(new Date(ending.at).toISOString())
  const warning = ending && until && (ending.canStay ? texts.session.quiet(until) : texts.session.ending(until))
  const said = [
    ...(online ? [] : [texts.frame.offline]),
    ...(warning ? [warning] : []),
    ...(fetching ? [texts.frame.fetching] : []),
    ...(released ? [texts.frame.released] : []),
    ...toasts.map((toast) => toast.text),
  ]
  const box = useRef<HTMLDivElement>(null)
  const all = said.join(' ')
  useEffect(() => {
    // Shown anew each time, so that it is above a dialog that was opened since.
    box.current?.hidePopover()
    if (all !== '') {
      box.current?.showPopover()
    }
  }, [all])
  return (
    <>
      <output className={styles.said}>{all}</output>
      <div ref={box} popover="manual" className={styles.tidings}>
        {!online && <Notification icon={<WifiOff size={16} aria-hidden="true" />} text={texts.frame.offline} />}
        {warning && (
          <Notification icon={<LogOut size={16} aria-hidden="true" />} text={warning}>
            {ending?.canStay ? (
              <button type="button" onClick={() => void tryToGoOn()}>
                {texts.session.stay}
              </button>
            ) : (
              <a href={signInAddress()} target="_blank" rel="noopener">
                {texts.session.signIn}
              </a>
            )}
          </Notification>
        )}
        {released && (
          <Notification icon={<RefreshCw size={16} aria-hidden="true" />} text={texts.frame.released}>
            <button type="button" onClick={() => location.reload()}>
              {texts.frame.reload}
            </button>
          </Notification>
        )}
        {fetching && <Notification icon={<Download size={16} aria-hidden="true" />} text={texts.frame.fetching} />}
        {toasts.map((toast) => (
          <ToastRow key={toast.id} toast={toast} />
        ))}
      </div>
    </>
  )
}

function Notification({ icon, text, children }: { icon: ReactNode; text: string; children?: ReactNode }) {
  return (
    <p className={styles.tiding}>
      {icon}
      <span>{text}</span>
      {children}
    </p>
  )
}

/** What was just done. It goes away by itself, unless the viewer is about to use it, or must not miss it. */
function ToastRow({ toast: { id, text, record, stays } }: { toast: Toast }) {
  const { texts } = useLanguage()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || stays) {
      return
    }
    const timer = setTimeout(() => unsay(id), toastTime)
    return () => clearTimeout(timer)
  }, [id, held, stays])
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Notification
        icon={
          stays ? (
            <TriangleAlert size={16} aria-hidden="true" />
          ) : (
            <Check size={16} aria-hidden="true" className={styles.done} />
          )
        }
        text={text}
      >
        {record && (
          <Link
            to="/accounts/$account/activity"
            params={{ account: record.account }}
            hash={record.entry}
            onClick={() => unsay(id)}
          >
            {texts.change.record}
          </Link>
        )}
        <button type="button" className={styles.close} aria-label={texts.change.close} onClick={() => unsay(id)}>
          <X size={16} aria-hidden="true" />
        </button>
      </Notification>
    </div>
  )
}
