/** The days of an activation. */
export type Activated = {
  startsOn: string | null
  endsOn: string | null
  activatedAt: string
  returnedOn: string | null
}

/**
 * The day from which an activation counts as use, in the ledger too. It may be before the moment at which the activation
 * was recorded: one that an older system handed over counts from the day on which it started.
 */
export function activatedOn({ startsOn, activatedAt }: Activated): string {
  const made = activatedAt.slice(0, 10)
  return startsOn !== null && startsOn < made ? startsOn : made
}

/** What an activation is on a day, as the amount in use on that day counts it. */
export function activationState(activation: Activated, day: string): 'later' | 'returned' | 'after the end' | 'in use' {
  const { returnedOn, endsOn } = activation
  if (activatedOn(activation) > day) {
    return 'later'
  }
  if (returnedOn !== null && returnedOn <= day) {
    return 'returned'
  }
  return endsOn !== null && endsOn < day ? 'after the end' : 'in use'
}
