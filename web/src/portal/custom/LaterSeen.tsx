import { later } from '../kit/later.tsx'
import type { SeenOf } from './Seen.tsx'

/** The values of custom fields, loaded after the page that they are on. */
export const LaterSeen = later<SeenOf>(async () => (await import('./Seen.tsx')).Seen)
