import type { Messages } from '../language/en.ts'
import { localDay } from '../language/format.ts'
import { named } from '../language/named.ts'

/** An entry of the records, as far as it says what was done. */
export type Entry = {
  id: string
  recordedAt: string
  action: string
  label: string | null
  subjectId: string | null
  byProducer: boolean
  changes?: readonly { field: string; after: { text: string; value?: string } | null }[]
  actor: { name: string; kind: 'USER' | 'PROGRAM' | 'SYSTEM'; user: { id: string; displayName: string | null } | null }
}

/** What somebody did at once: one entry, or several of one change. */
export type RecordedAction<E extends Entry> = { first: E; entries: E[] }

/** Puts entries of one change together. They were recorded at the same moment, by the same actor. */
export function groupByAction<E extends Entry>(entries: readonly E[]): RecordedAction<E>[] {
  const actions: RecordedAction<E>[] = []
  for (const entry of entries) {
    const last = actions.at(-1)
    if (
      last &&
      last.first.recordedAt === entry.recordedAt &&
      last.first.action === entry.action &&
      last.first.actor.name === entry.actor.name
    ) {
      last.entries.push(entry)
    } else {
      actions.push({ first: entry, entries: [entry] })
    }
  }
  return actions
}

/** Actions under the days on which they were done, where the viewer is. */
export function daysOf<E extends Entry>(
  actions: readonly RecordedAction<E>[],
): { day: string; actions: RecordedAction<E>[] }[] {
  const days: { day: string; actions: RecordedAction<E>[] }[] = []
  for (const action of actions) {
    const day = localDay(new Date(action.first.recordedAt))
    if (days.at(-1)?.day === day) {
      days.at(-1)?.actions.push(action)
    } else {
      days.push({ day, actions: [action] })
    }
  }
  return days
}

/** The names of the things that an action changed, each once, without the actor's own. */
export function labelsOf(action: RecordedAction<Entry>): string[] {
  const labels = action.entries
    .map((entry) => entry.label)
    .filter((label) => label !== null && label !== action.first.actor.name)
  return [...new Set(labels as string[])]
}

/** What somebody did. A request that was decided was granted or declined, which its action does not say. */
export function actionName({ first, entries }: RecordedAction<Entry>, texts: Messages): string {
  const states = entries.flatMap(({ changes = [] }) => changes.filter(({ field }) => field === 'state'))
  const decided =
    first.action === 'decideAccessRequest' &&
    states.map(({ after }) => named(texts.records.decided, after?.value ?? ''))[0]
  return decided || (named(texts.action, first.action) ?? first.action)
}

/** How the records name who did something. */
export function actorName({ actor }: Entry, texts: Messages): string {
  return actor.user?.displayName ?? named(texts.records.systems, actor.name) ?? actor.name
}
