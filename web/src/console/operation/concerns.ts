import type { RoutineKind } from '../../portal/contract/types.ts'
import type { ServerQuery } from './server.ts'

type State = Pick<
  NonNullable<ServerQuery['serverState']>,
  'routines' | 'jobs' | 'oldestUnsealedAuditEntryAt' | 'now' | 'freeDiskBytes' | 'databaseBytes'
>

/** Something of the server that somebody has to look at. */
export type Concern =
  | { what: 'routine'; routine: RoutineKind }
  | { what: 'jobs'; count: number }
  | { what: 'unsealed'; since: string }
  | { what: 'disk'; free: string }

/** Sealing takes a second or two, so that a record which waits so long has no place in the chain, in milliseconds. */
const sealedWithin = 60_000

/** The free bytes of a disk that are few for any database. A backup and an upgrade need the database a second time. */
const fewBytes = 1_000_000_000

/** What of the server needs attention. */
export function concernsOf(state: State): Concern[] {
  const { routines, jobs, oldestUnsealedAuditEntryAt: oldest, now, freeDiskBytes: free, databaseBytes } = state
  const failed = jobs.find((one) => one.state === 'FAILED')?.count ?? 0
  return [
    ...routines.filter(({ failing }) => failing).map(({ kind }): Concern => ({ what: 'routine', routine: kind })),
    ...(failed > 0 ? [{ what: 'jobs', count: failed } as const] : []),
    ...(oldest !== null && Date.parse(now) - Date.parse(oldest) > sealedWithin
      ? [{ what: 'unsealed', since: oldest } as const]
      : []),
    ...(free !== null && Number(free) < Math.max(fewBytes, Number(databaseBytes))
      ? [{ what: 'disk', free } as const]
      : []),
  ]
}
