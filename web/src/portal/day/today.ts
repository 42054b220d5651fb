import { newStore } from '../kit/store.ts'

/*
 * Today is the day of the server, by which it answers, wherever the viewer is: for the header, for how far days are away,
 * and for filters. The page has the time of the server in its zone from when it was opened; without it, that of the
 * browser counts.
 */

const opened = document.querySelector<HTMLMetaElement>('meta[name="now"]')?.content
/** How far the clock of the browser is behind that of the server, in milliseconds. */
const behind = opened === undefined ? 0 : Date.parse(opened) - Date.now()
const zone = opened === undefined ? -new Date().getTimezoneOffset() : zoneOf(opened)

/** The minutes by which the zone of a moment in RFC 3339 is before UTC. */
function zoneOf(moment: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/u.exec(moment) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

function now(): string {
  return new Date(Date.now() + behind + zone * 60_000).toISOString().slice(0, 10)
}

const current = newStore(now())

/** Today's day. It stays the same until the viewer does something on another day. */
export const today = current.get

/** Today's day, for what has to change with it. */
export const useToday = current.use

/** Looks whether another day has begun whenever the viewer does something. A page that nobody uses asks nothing. */
export function watchToday(begun: () => void): () => void {
  function look() {
    if (current.get() !== now()) {
      current.set(now())
      begun()
    }
  }
  const events = ['keydown', 'pointerdown', 'focus'] as const
  for (const event of events) {
    addEventListener(event, look)
  }
  return () => {
    for (const event of events) {
      removeEventListener(event, look)
    }
  }
}
