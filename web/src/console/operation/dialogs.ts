import { laterDialog } from '../../portal/kit/later.tsx'

/** Tries a job again. */
export const RetryJobDialog = laterDialog(async () => (await import('./JobDialogs.tsx')).RetryJobDialog)

/** Gives up a job that waits. */
export const DiscardJobDialog = laterDialog(async () => (await import('./JobDialogs.tsx')).DiscardJobDialog)
