import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { endpoint, watchedFetch } from './viewer.ts'

/** Sends every operation, including introspection, to the API of this origin only. */
export const fetcher = createGraphiQLFetcher({
  url: endpoint,
  fetch: watchedFetch,
  enableIncrementalDelivery: false,
  headers: { Accept: 'application/graphql-response+json, application/json;q=0.9' },
})
