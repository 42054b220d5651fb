import { CircleAlert, CircleCheck, CircleDashed, CircleOff, CirclePause, Clock, type LucideIcon } from 'lucide-react'
import { Status } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { type LineState as State, toneOf } from './states.ts'

function iconOf(state: State): LucideIcon {
  switch (state) {
    case 'OVER_USED':
    case 'STILL_IN_USE':
      return CircleAlert
    case 'ACTIVE':
      return CircleCheck
    case 'ENDS_SOON':
    case 'IN_GRACE':
      return Clock
    case 'SUSPENDED':
    case 'ON_HOLD':
    case 'PAUSED':
      return CirclePause
    case 'FUTURE':
    case 'AWAITING_ACTIVATION':
      return CircleDashed
    default:
      return CircleOff
  }
}

/**
 * The state of a right in words, with its icon.
 *
 * @param graceUntil the last day of grace of a right that is in grace: it is the title of the state
 * @param inFull says that day in the words instead
 */
export function LineState({
  state,
  graceUntil,
  inFull = false,
}: {
  state: State | null
  graceUntil?: string | undefined
  inFull?: boolean
}) {
  const { texts } = useLanguage()
  if (state === null) {
    return null
  }
  const grace = state === 'IN_GRACE' && graceUntil !== undefined ? texts.lines.inGraceUntil(graceUntil) : undefined
  return (
    <Status tone={toneOf(state)} icon={iconOf(state)} title={inFull ? undefined : grace}>
      {(inFull ? grace : undefined) ?? texts.lines.state[state]}
    </Status>
  )
}
