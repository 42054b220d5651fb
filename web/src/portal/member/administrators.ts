import { useQuery } from 'urql'
import { AdministratorsToAskDocument } from './people.ts'

/** More names than these do not help. */
const most = 5

/** The administrators of an account, whom somebody with less access can ask for more. */
export function useAdministratorsToAsk(account: string): { names: string[]; fetching: boolean } {
  const [{ data, fetching }] = useQuery({ query: AdministratorsToAskDocument })
  const names = (data?.viewer?.services ?? [])
    .flatMap(({ accounts }) => accounts)
    .filter(({ accountId }) => accountId === account)
    .flatMap(({ administrators }) => administrators.map(({ name }) => name))
  return { names: [...new Set(names)].slice(0, most), fetching }
}
