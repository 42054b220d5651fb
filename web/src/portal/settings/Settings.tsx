import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { AccountDocument } from '../account/account.ts'
import { LaterSeen } from '../custom/LaterSeen.tsx'
import { DialogHost, useClosedDialogs } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { later } from '../kit/later.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { Display } from './Display.tsx'
import { AccountKeys, OwnKeys } from './Keys.tsx'
import { Playground } from './Playground.tsx'
import { Profile } from './Profile.tsx'
import { Sessions } from './Sessions.tsx'
import styles from './Settings.module.css'
import { OwnSettingsDocument } from './settings.ts'

const Widgets = later(async () => (await import('../widget/Widgets.tsx')).default)

/** The profile, how the page looks, the sessions and the keys. */
export function Settings() {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  const shown = frame.data?.account
  const { canChange, producerRole, viewingAs } = useViewer()
  return (
    <DialogHost>
      <h1 className={styles.title}>{texts.navigation.settings}</h1>
      <p className={styles.sentence}>{texts.settings.sentence}</p>
      <Display />
      <Own canChange={canChange} account={account} />
      {shown?.viewerCanManageMembers && <AccountKeys account={shown} canChange={canChange} />}
      <Playground />
      {producerRole === 'OPERATOR' && viewingAs === null && <Widgets />}
      <LaterSeen account={account} />
    </DialogHost>
  )
}

/** What the server knows of the viewer. It is asked anew after each change. */
function Own({ canChange, account }: { canChange: boolean; account: string }) {
  const closed = useClosedDialogs()
  const [{ data, error }, again] = useQuery({ query: OwnSettingsDocument, requestPolicy: 'cache-and-network' })
  const ready = data?.viewer !== null && data?.viewer !== undefined
  useEffect(() => {
    if (closed > 0) {
      again({ requestPolicy: 'network-only' })
    }
  }, [closed, again])
  useEffect(() => {
    if (ready && location.hash.length > 1) {
      document.getElementById(location.hash.slice(1))?.scrollIntoView()
    }
  }, [ready])
  if (error && !data?.viewer) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!data?.viewer) {
    return <Skeleton rows={8} />
  }
  return (
    <>
      <Profile viewer={data.viewer} account={account} />
      <Sessions sessions={data.viewer.sessions} />
      <OwnKeys keys={data.viewer.apiKeys} canChange={canChange && data.viewer.user !== null} />
    </>
  )
}
