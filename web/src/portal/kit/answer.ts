import type { CombinedError } from '@urql/core'

/** What a query has answered so far. It keeps the answer to the former question until it has another. */
type State<Data> = {
  data?: Data | undefined
  error?: CombinedError | undefined
  fetching: boolean
  operation?: { variables: { text?: string | null } } | undefined
}

/** The answer to the question for a text; undefined as long as there is only one to another text, or none. */
export function answerTo<Data>(text: string | null, { data, fetching, operation }: State<Data>): Data | undefined {
  return !fetching && operation?.variables.text === text ? data : undefined
}
