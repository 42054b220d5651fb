import { createContext, useContext } from 'react'
import type { AdministratorsQuery } from './people.ts'

type Administrator = NonNullable<NonNullable<AdministratorsQuery['account']>['memberships']>['nodes'][number]

/** Says why a membership cannot end, if it cannot. */
export type LastAdministrator = { why: (membership: string) => 'LAST' | undefined }

const Current = createContext<LastAdministrator>({ why: () => undefined })

/** Gives the members who must stay to everything below. */
export const LastAdministratorProvider = Current.Provider

/** The members who must stay. */
export function useLastAdministrator(): LastAdministrator {
  return useContext(Current)
}

/**
 * The one member without whom an account would have no administrator, or none without a last day. As in the contract,
 * whoever cannot sign in, or sees only one product line, does not count.
 */
export function lastAdministratorOf(current: readonly Administrator[]): string | undefined {
  const able = current.filter(({ user, productLine }) => user.active && productLine === null)
  const lasting = able.filter(({ endsOn }) => endsOn === null)
  return lasting.length === 1 ? lasting[0]?.id : able.length === 1 ? able[0]?.id : undefined
}
