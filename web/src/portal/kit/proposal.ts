import type { CombinedError } from '@urql/core'
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import type { TrustedDocument } from '../contract/trusted.ts'
import type { ChangeEffectFragment, ChangeErrorFragment, ChangeRecordFragment, ChangeWarningFragment } from './change.ts'

/** What the contract answers to every change. */
export type Changed = {
  effects: ChangeEffectFragment[]
  warnings: ChangeWarningFragment[]
  errors: ChangeErrorFragment[]
  auditEntry?: ChangeRecordFragment | null
}

/** The answer to a document whose change is called `change`. */
export type Answer = { change: Changed | null }

/** What every change takes besides its own input. */
export type ChangeInput = { dryRun?: boolean | null; idempotencyKey?: string | null; reason?: string | null }

/** A document of a change. */
export type ChangeDocument<Data extends Answer, Input extends ChangeInput> = TrustedDocument<Data, { input: Input }>

/** How long the viewer has to stop typing before the server is asked again. */
const pauseMs = 250

/** What a change would do, once the server has answered for exactly this input. */
type Proposal<Data> = { asked: string; data?: Data | undefined; error?: CombinedError | undefined }

/**
 * Asks what a change would do, without doing it, and asks again if the input changes.
 *
 * @param input is null while the viewer has not given enough
 */
export function useProposal<Data extends Answer, Input extends ChangeInput>(
  document: ChangeDocument<Data, Input>,
  input: Input | null,
): { latest: Proposal<Data> | null; settled: boolean; askAgain: () => void } {
  const client = useClient()
  const [latest, setLatest] = useState<Proposal<Data> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const asked = input === null ? null : JSON.stringify(input)
  useEffect(() => {
    if (asked === null) {
      return
    }
    let outdated = false
    const timer = setTimeout(async () => {
      const dry = { ...(JSON.parse(asked) as Input), dryRun: true }
      const { data, error } = await client.mutation(document, { input: dry })
      if (!outdated) {
        setLatest({ asked, data, error })
      }
    }, latest === null ? 0 : pauseMs)
    return () => {
      outdated = true
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the first answer must not ask again
  }, [client, document, asked, attempt])
  return { latest: asked === null ? null : latest, settled: asked !== null && latest?.asked === asked, askAgain: () => setAttempt(attempt + 1) }
}
