import { searchText } from '../../portal/contract/address.ts'
import type { FindingSeverity, JobState } from '../../portal/contract/types.ts'

/** The severities of findings, the most severe one first. */
export const severities: readonly FindingSeverity[] = ['ERROR', 'WARNING', 'INFO']

/** What the address says of the findings of a run: a rule, a severity and words. */
export type FindingsSearch = { rule?: string; severity?: FindingSeverity; text?: string }

/** Reads the address of the findings of a run. */
export function findingsSearch({ rule, severity, text }: Record<string, unknown>): FindingsSearch {
  const level = severities.find((one) => one === severity)
  const words = searchText(text)
  return {
    ...(typeof rule === 'string' && /^[a-z][a-z0-9_]{0,63}$/u.test(rule) && { rule }),
    ...(level && { severity: level }),
    ...(words !== undefined && { text: words }),
  }
}

/** Which jobs the screen of jobs can show, the usual ones first. */
export const jobsShown = ['failed', 'waiting', 'all'] as const

/** The states of the jobs that each of them shows; every state if there is none. */
export const jobStates: Record<(typeof jobsShown)[number], JobState[] | null> = {
  failed: ['FAILED', 'RETRYING'],
  waiting: ['WAITING', 'RUNNING'],
  all: null,
}

/** What the address says of the jobs: which ones, and whether only mails. */
export type JobsSearch = { show?: 'waiting' | 'all'; kind?: 'MAIL' }

/** Reads the address of the jobs. */
export function jobsSearch({ show, kind }: Record<string, unknown>): JobsSearch {
  return {
    ...((show === 'waiting' || show === 'all') && { show }),
    ...(kind === 'MAIL' && { kind }),
  }
}
