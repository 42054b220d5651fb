import { useClient } from 'urql'
import { renew } from '../../portal/contract/client.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { ConsoleDialog } from '../refusal/ConsoleDialog.tsx'
import { DiscardJobDocument, RetryJobDocument } from './jobs.ts'
import { texts as table } from './texts.ts'

type OfJob = DialogOfChange & { job: { id: string }; name: string }

/** Tries a job again. */
export function RetryJobDialog({ job, name, close }: OfJob) {
  const t = useTexts(table).jobs
  const client = useClient()
  return (
    <ConsoleDialog
      title={t.retryWhich(name)}
      below={t.retryMeans}
      action={t.retry}
      about="job"
      document={RetryJobDocument}
      input={{ job: job.id }}
      whenDone={() => {
        renew(client)
        return undefined
      }}
      close={close}
    />
  )
}

/** Gives up a job that waits. */
export function DiscardJobDialog({ job, name, close }: OfJob) {
  const t = useTexts(table).jobs
  const client = useClient()
  return (
    <ConsoleDialog
      title={t.discardWhich(name)}
      below={t.discardMeans}
      action={t.discardWhich(name)}
      about="job"
      document={DiscardJobDocument}
      input={{ job: job.id }}
      whenDone={() => {
        renew(client)
        return undefined
      }}
      close={close}
    />
  )
}
