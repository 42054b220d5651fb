import type { LineState } from '../entitlement/states.ts'

/** The states of a right in words. The widgets use them too. */
export const lineStatesDe: Readonly<Record<LineState, string>> = {
  WITHDRAWN: 'Zurückgezogen',
  DRAFT: 'Entwurf',
  TEST: 'Test',
  SUSPENDED: 'Ausgesetzt',
  ON_HOLD: 'Angehalten',
  AWAITING_ACTIVATION: 'Nicht aktiviert',
  FUTURE: 'Beginnt noch',
  SUPERSEDED: 'Abgelöst',
  IN_GRACE: 'In Nachfrist',
  EXPIRED: 'Beendet',
  ACTIVE: 'Aktiv',
  OVER_USED: 'Übernutzt',
  STILL_IN_USE: 'Beendet, in Gebrauch',
  ENDS_SOON: 'Endet bald',
  PAUSED: 'Pausiert',
}
