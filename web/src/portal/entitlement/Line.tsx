import { useParams } from '@tanstack/react-router'
import { Identifier } from '../kit/Identifier.tsx'

/** One line item: its facts, its periods and coverage, and what is activated. */
export function Line() {
  const { line } = useParams({ from: '/accounts/$account/entitlements/$line' })
  return <Identifier value={line} />
}
