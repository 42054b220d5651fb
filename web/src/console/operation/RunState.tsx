import {
  CircleAlert,
  CircleCheck,
  CircleOff,
  CirclePause,
  Clock,
  Info,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import type { FindingSeverity, ImportRunState } from '../../portal/contract/types.ts'
import { Status, type Tone } from '../../portal/kit/Status.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { texts as table } from './texts.ts'

const states: Record<ImportRunState, [Tone, LucideIcon]> = {
  RUNNING: ['soon', Clock],
  FINISHED: ['good', CircleCheck],
  REFUSED: ['wrong', CircleOff],
  FAILED: ['wrong', CircleAlert],
  INTERRUPTED: ['soon', CirclePause],
}

/** How a run of an import ended. */
export function RunState({ state }: { state: ImportRunState }) {
  const t = useTexts(table).imports
  const [tone, icon] = states[state]
  return (
    <Status tone={tone} icon={icon}>
      {t.state[state]}
    </Status>
  )
}

const severities: Record<FindingSeverity, [Tone, LucideIcon]> = {
  ERROR: ['wrong', CircleAlert],
  WARNING: ['soon', TriangleAlert],
  INFO: ['plain', Info],
}

/** How severe a finding is. */
export function Severity({ severity }: { severity: FindingSeverity }) {
  const t = useTexts(table).imports
  const [tone, icon] = severities[severity]
  return (
    <Status tone={tone} icon={icon}>
      {t.severity[severity]}
    </Status>
  )
}
