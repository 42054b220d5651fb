import type { CombinedError } from '@urql/core'
import { useCallback, useEffect, useState } from 'react'
import { useClient } from 'urql'
import type { TrustedDocument } from '../contract/trusted.ts'
import type {
  ChangeEffectFragment,
  ChangeErrorFragment,
  ChangeRecordFragment,
  ChangeWarningFragment,
} from './change.ts'

/** A value that the words of a refusal or of a warning name. */
export type ToldValue = {
  name: string
  value: {
    text: string
    day?: string
    moment?: string
    amount?: string | null
    unlimited?: boolean
    unitLabel?: string
  }
}

/** What a document may ask of a refusal and of a warning besides. */
type InFull = { parameters?: readonly ToldValue[] }

/** Why a change was refused. */
export type Refusal = ChangeErrorFragment & InFull

/** What the viewer should know about a change. */
export type Caution = ChangeWarningFragment & InFull

/** What the contract answers to every change. */
export type Changed = {
  effects: ChangeEffectFragment[]
  warnings: Caution[]
  errors: Refusal[]
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
 * Whether a change would still do what was shown. A moment that a change gives to something is that of the change, and an
 * activation id that it makes is guessed by nobody, so that both are others each time.
 */
export function isSame(shown: Changed | null | undefined, now: Changed | null | undefined): boolean {
  return told(shown) === told(now)
}

function told(change: Changed | null | undefined): string {
  const made = new Map<string, string>()
  for (const { subjectId, field, label, after } of change?.effects ?? []) {
    if (subjectId === null && field === 'activationId' && after !== null) {
      made.set(after.text, `activation id ${made.size}`)
    } else if (subjectId === null && after?.__typename === 'EnumValue' && after.enum === 'CoverageKind') {
      // A coverage that is sold along is called by its activation id, which is made, too.
      made.set(label, `coverage ${made.size}`)
    }
  }
  return JSON.stringify(change, (key, value: string | ChangeEffectFragment['after']) =>
    typeof value === 'string'
      ? (made.get(value) ?? value)
      : key === 'after' && value?.__typename === 'MomentValue'
        ? value.__typename
        : value,
  )
}

/**
 * Asks what a change would do, without doing it, and asks again if the input changes.
 *
 * @param input is null while the viewer has not given enough
 */
export function useProposal<Data extends Answer, Input extends ChangeInput>(
  document: ChangeDocument<Data, Input>,
  input: Input | null,
): {
  latest: Proposal<Data> | null
  settled: boolean
  askAgain: () => void
  /** Asks at once, for who has to wait for the answer. */
  askNow: () => Promise<Proposal<Data> | null>
} {
  const client = useClient()
  const [latest, setLatest] = useState<Proposal<Data> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const asked = input === null ? null : JSON.stringify(input)
  const proposalFor = useCallback(
    async (text: string): Promise<Proposal<Data>> => {
      const dry = { ...(JSON.parse(text) as Input), dryRun: true }
      const { data, error } = await client.mutation(document, { input: dry })
      return { asked: text, data, error }
    },
    [client, document],
  )
  useEffect(() => {
    if (asked === null) {
      return
    }
    let outdated = false
    const timer = setTimeout(
      async () => {
        const proposal = await proposalFor(asked)
        if (!outdated) {
          setLatest(proposal)
        }
      },
      latest === null ? 0 : pauseMs,
    )
    return () => {
      outdated = true
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the first answer must not ask again
  }, [proposalFor, asked, attempt])
  async function askNow() {
    const proposal = asked === null ? null : await proposalFor(asked)
    // If the input has changed meanwhile, the answer to the new one may be there already.
    setLatest((before) => (before?.asked === proposal?.asked ? proposal : before))
    return proposal
  }
  return {
    latest: asked === null ? null : latest,
    settled: asked !== null && latest?.asked === asked,
    askAgain: () => setAttempt(attempt + 1),
    askNow,
  }
}
