import { InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { byId, choosing, possibleTypes } from './schema.mjs'

/**
 * Makes the cache of Apollo Client. grows names the lists of which further pages are added to the pages before, by their
 * types, such as { Query: ['accounts'], Account: ['entitlements'] }. Take edges of them, not nodes.
 */
export function cacheOf(schema, grows = {}) {
  const typePolicies = {
    Viewer: { keyFields: [] }, // there is one
    Query: { fields: {} },
  }
  for (const [name, type] of byId(schema)) {
    // account(id:) finds the row that a list or node(id:) has brought
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
