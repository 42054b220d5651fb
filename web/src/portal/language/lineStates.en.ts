import type { LineState } from '../entitlement/states.ts'

/** The states of a right in words. The widgets use them too. */
export const lineStatesEn: Readonly<Record<LineState, string>> = {
  WITHDRAWN: 'Withdrawn',
  DRAFT: 'Draft',
  TEST: 'Test',
  SUSPENDED: 'Suspended',
  ON_HOLD: 'On hold',
  AWAITING_ACTIVATION: 'Not activated yet',
  FUTURE: 'Not begun',
  SUPERSEDED: 'Superseded',
  IN_GRACE: 'In grace',
  EXPIRED: 'Ended',
  ACTIVE: 'Active',
  OVER_USED: 'Over-used',
  STILL_IN_USE: 'Ended, in use',
  ENDS_SOON: 'Ends soon',
  PAUSED: 'Pauses',
}
