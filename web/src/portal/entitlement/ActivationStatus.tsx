import { CircleCheck, CircleOff } from 'lucide-react'
import { Status } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { type Activated, activationState } from './activationState.ts'

/** What an activation is on a day, in a word. */
export function ActivationStatus({ activation, day }: { activation: Activated; day: string }) {
  const { texts } = useLanguage()
  const t = texts.lines.activations
  const { returnedOn, endsOn } = activation
  switch (activationState(activation, day)) {
    case 'later':
      return (
        <Status tone="plain" icon={CircleOff}>
          {t.later}
        </Status>
      )
    case 'returned':
      return (
        <Status tone="plain" icon={CircleOff}>
          {t.returned(returnedOn ?? day)}
        </Status>
      )
    case 'after the end':
      return (
        <Status tone="wrong" icon={CircleOff}>
          {t.afterEnd(endsOn ?? day)}
        </Status>
      )
    default:
      return (
        <Status tone="good" icon={CircleCheck}>
          {t.inUse}
        </Status>
      )
  }
}
