/** After how long the server ends a session that is not used. It writes down the use at most every five minutes. */
export const quietLife = 30 * 60_000

/** How long before the end the viewer is warned. */
const warning = 5 * 60_000

/** When a session ends, and whether using it would keep it. */
export type SessionEnding = { at: number; canStay: boolean }

/** The end of a session that comes first, if it is near. All moments are in milliseconds. */
export function endingOf(session: { now: number; usedAt: number; expiresAt: number | null }): SessionEnding | null {
  const { now, usedAt, expiresAt } = session
  const quiet = usedAt + quietLife
  const ending =
    expiresAt !== null && expiresAt <= quiet ? { at: expiresAt, canStay: false } : { at: quiet, canStay: true }
  return ending.at - now <= warning ? ending : null
}
