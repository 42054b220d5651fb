import { useQuery } from 'urql'
import { useLanguage } from '../language/language.tsx'
import { AdministratorsToAskDocument, type AdministratorsToAskQuery } from './people.ts'

/** How many of those who can be asked a page names. */
const named = 5

/** Whom to ask in an account: the name and the address of each, whoever was seen last first. */
export function administratorsOf(viewer: AdministratorsToAskQuery['viewer'], account: string): string[] {
  const seen = new Map<string, string>()
  for (const { accounts } of viewer?.services ?? []) {
    for (const { accountId, administrators } of accounts) {
      for (const { name, user } of accountId === account ? administrators : []) {
        seen.set(user?.email ? `${name} (${user.email})` : name, user?.lastSignInAt ?? '')
      }
    }
  }
  return [...seen]
    .toSorted(([, a], [, b]) => b.localeCompare(a))
    .map(([who]) => who)
    .slice(0, named)
}

/** Whom to ask, as one text; undefined if nobody is known, or not yet. */
export function useAdministrators(account: string): { names: string | undefined; fetching: boolean } {
  const { format } = useLanguage()
  const [{ data, fetching }] = useQuery({ query: AdministratorsToAskDocument })
  const known = administratorsOf(data?.viewer ?? null, account)
  return { names: known.length > 0 ? format.list(known) : undefined, fetching }
}
