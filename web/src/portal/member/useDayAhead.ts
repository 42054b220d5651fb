import { useDay } from '../day/day.tsx'
import { useToday } from '../day/today.ts'

/**
 * The chosen day, if it is in the future. Of memberships the contract knows when they end, but not when they began, so
 * the people of a past day cannot be told.
 */
export function useDayAhead(): { ahead: string | undefined; isPast: boolean } {
  const { chosen } = useDay()
  const today = useToday()
  return {
    ahead: chosen !== undefined && chosen > today ? chosen : undefined,
    isPast: chosen !== undefined && chosen < today,
  }
}
