import type { ChangeWords } from '../kit/useChange.ts'

/**
 * The words of the change by which a session begins to view as a customer. Its effect names no account, because the
 * viewer may not read the customer's account as their own; so the change itself says that the session gets one.
 */
export const beginsToView: ChangeWords = { isGiven: (field) => field === 'viewingAs' }
