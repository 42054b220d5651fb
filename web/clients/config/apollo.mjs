import { InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { byId, choosing, possibleTypes } from './schema.mjs'

/**
 * Creates the cache of Apollo Client. grows names, by type, the lists whose next page is appended to the pages before,
 * such as { Query: ['accounts'], Account: ['entitlements'] }. Select edges in these lists, and not nodes.
 */
export function cacheOf(schema, grows = {}) {
  const typePolicies = {
    Viewer: { keyFields: [] }, // there is only one
    Query: { fields: {} },
  }
  for (const [name, type] of byId(schema)) {
    // account(id:) finds the object in the cache if a list or node(id:) has fetched it
    const read = (_, { args, toReference }) => toReference({ __typename: type, id: args.id })
    typePolicies.Query.fields[name] = { read }
  }
  for (const [type, lists] of Object.entries(grows)) {
    typePolicies[type] ??= {}
    typePolicies[type].fields ??= {}
    for (const list of lists) typePolicies[type].fields[list] = relayStylePagination(choosing(schema, type, list))
  }
  return new InMemoryCache({ possibleTypes: possibleTypes(schema), typePolicies })
}
