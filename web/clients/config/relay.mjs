import relay from 'relay-runtime'
import { byId } from './schema.mjs'

const { Environment, Network, RecordSource, ROOT_TYPE, Store } = relay

/** Creates the store of Relay. send runs an operation: it takes { text } and variables, and returns the response. */
export function environmentOf(schema, send) {
  const roots = new Set(byId(schema).map(([name]) => name))
  const linked = (field, record, args) =>
    // account(id:) and node(id:) find the object in the store if a list has fetched it
    record?.getType() === ROOT_TYPE && (roots.has(field.name) || field.name === 'node') ? args.id : undefined
  return new Environment({
    network: Network.create(send),
    store: new Store(new RecordSource()),
    missingFieldHandlers: [{ kind: 'linked', handle: linked }],
  })
}
