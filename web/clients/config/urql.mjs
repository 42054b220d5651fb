import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { introspectionFromSchema } from 'graphql'
import { byId, embedded } from './schema.mjs'

/**
 * Creates the cache of urql. grows names, by type, the lists whose next page is appended to the pages before, such as
 * { Query: ['accounts'], Account: ['entitlements'] }.
 */
export function cacheOf(schema, grows = {}) {
  const keys = { Viewer: () => 'viewer' } // there is only one
  for (const { name } of embedded(schema)) keys[name] = () => null
  const resolvers = { Query: {} }
  for (const [name, type] of byId(schema)) {
    // account(id:) finds the object in the cache if a list or node(id:) has fetched it
    resolvers.Query[name] = (_, { id }) => ({ __typename: type, id })
  }
  for (const [type, lists] of Object.entries(grows)) {
    resolvers[type] ??= {}
    for (const list of lists) resolvers[type][list] = relayPagination()
  }
  return cacheExchange({ schema: introspectionFromSchema(schema, { descriptions: false }), keys, resolvers })
}
