import { Archive, CircleCheck, CircleDashed, CircleOff, FlaskConical, type LucideIcon } from 'lucide-react'
import type { DeviceStatus } from '../contract/types.ts'
import { Status, type Tone } from '../kit/Status.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { texts as own } from './texts.ts'

const states: Record<DeviceStatus, [Tone, LucideIcon]> = {
  ACTIVE: ['good', CircleCheck],
  OBSOLETE: ['plain', Archive],
  TEST: ['plain', FlaskConical],
  RETURNED: ['plain', CircleOff],
}

/**
 * The state of a device or a license server in a word.
 *
 * @param idle whether it uses or holds nothing now; then it is known, and not in use
 */
export function DeviceState({ status, idle = false }: { status: DeviceStatus; idle?: boolean }) {
  const t = useTexts(own)
  const [tone, icon] = states[status]
  if (status === 'ACTIVE' && idle) {
    return (
      <Status tone="plain" icon={CircleDashed}>
        {t.known}
      </Status>
    )
  }
  return (
    <Status tone={tone} icon={icon}>
      {t.status[status]}
    </Status>
  )
}
