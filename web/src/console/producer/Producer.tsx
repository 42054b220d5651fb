import { useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Button } from '../../portal/kit/Button.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { Tabs } from '../../portal/kit/Tabs.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { Keys } from '../../portal/settings/Keys.tsx'
import { useViewer } from '../../portal/viewer/viewer.tsx'
import { texts as shell } from '../shell/texts.ts'
import { AddUserDialog, CreateProducerKeyDialog, producerOwns } from './dialogs.ts'
import styles from './Producer.module.css'
import { ProducerKeysDocument, ProducerUsersDocument } from './producer.ts'
import { ProducerUsers } from './ProducerUsers.tsx'
import { producerTabs } from './search.ts'
import { texts as table } from './texts.ts'

/** The people of the producer and the keys of its programs. Only operators see them. */
export function Producer() {
  const t = useTexts(table)
  const { screens } = useTexts(shell)
  const { producerRole } = useViewer()
  return producerRole === 'OPERATOR' ? (
    <DialogHost>
      <Parts />
    </DialogHost>
  ) : (
    <>
      <h1 className={styles.title}>{screens.people}</h1>
      <Notice title={t.closed}>{t.closedNext}</Notice>
    </>
  )
}

function Parts() {
  const t = useTexts(table)
  const { screens } = useTexts(shell)
  const navigate = useNavigate()
  const { tab = 'people' } = useSearch({ from: '/console/people' })
  const { canChange } = useViewer()
  const open = useDialog()
  const [{ data }] = useQuery({ query: ProducerUsersDocument, variables: { first: 50, after: null } })
  const count = data?.producerUsers?.totalCount
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{screens.people}</h1>
          <p className={styles.sentence}>{count === undefined ? ' ' : t.sentence(count)}</p>
        </div>
        {canChange && tab === 'people' && (
          <Button main onClick={() => open((close) => <AddUserDialog close={close} />)}>
            {t.add}
          </Button>
        )}
      </div>
      <Tabs
        label={t.parts}
        tabs={producerTabs.map((id) => ({ id, name: t.tabs[id], count: id === 'people' ? count : undefined }))}
        chosen={tab}
        choose={(id) =>
          void navigate({
            to: '.',
            search: (now) => ({ ...now, tab: id === 'people' ? undefined : id }) as typeof now,
          })
        }
      >
        {tab === 'keys' ? <ProducerKeys canChange={canChange} /> : <ProducerUsers />}
      </Tabs>
    </>
  )
}

function ProducerKeys({ canChange }: { canChange: boolean }) {
  const t = useTexts(table).keys
  const open = useDialog()
  const [{ data, error }] = useQuery({ query: ProducerKeysDocument })
  if (error && !data?.producerApiKeys) {
    return <Failure error={error} />
  }
  return data?.producerApiKeys ? (
    <Keys
      id="producer-keys"
      title={t.title}
      about={t.about}
      none={t.none}
      keys={data.producerApiKeys.nodes}
      owner={producerOwns}
      create={canChange && (() => open((close) => <CreateProducerKeyDialog close={close} />))}
    />
  ) : (
    <Skeleton rows={3} />
  )
}
