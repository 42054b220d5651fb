import { createGraphiQLFetcher } from '@graphiql/toolkit'

/** Path of the API on the origin that served this page. */
export const endpoint = '/graphql'

/** Sends every operation, the introspection included, to the API of this origin and nowhere else. */
export const fetcher = createGraphiQLFetcher({
  url: endpoint,
  enableIncrementalDelivery: false,
  headers: { Accept: 'application/graphql-response+json, application/json;q=0.9' },
})
