import { type Client, type Exchange, makeOperation, mapExchange, type Operation } from '@urql/core'

/** How long an answer is taken from the cache without asking the server again, in milliseconds. */
export const freshFor = 60_000

/** Asks anew, in the background, for what a screen takes from the cache although it is old. */
interface Freshness {
  exchange: Exchange
  /** Takes everything as old, and asks anew for what is shown now. */
  renew: (client: Client) => void
}

/** Makes what keeps the answers of a client fresh. It belongs before the cache. */
export function newFreshness(): Freshness {
  /** When each question was last asked. One that is new may be answered by what the page knew from its beginning. */
  const asked = new Map<number, number>()
  const shown = new Map<number, Operation>()
  let beginning = Date.now()
  function aged(operation: Operation): Operation | undefined {
    if (operation.kind === 'teardown') {
      shown.delete(operation.key)
    }
    if (operation.kind !== 'query') {
      return undefined
    }
    shown.set(operation.key, operation)
    const now = Date.now()
    const { requestPolicy } = operation.context
    const isOld = now - (asked.get(operation.key) ?? beginning) > freshFor
    if (requestPolicy === 'cache-first' && !isOld && asked.has(operation.key)) {
      return undefined
    }
    asked.set(operation.key, now)
    return requestPolicy === 'cache-first' && isOld ? withNetwork(operation) : undefined
  }
  return {
    exchange: mapExchange({ onOperation: (operation) => aged(operation) ?? operation }),
    renew(client) {
      asked.clear()
      beginning = Number.NEGATIVE_INFINITY
      for (const operation of shown.values()) {
        client.reexecuteOperation(withNetwork(operation))
      }
    },
  }
}

function withNetwork(operation: Operation): Operation {
  return makeOperation(operation.kind, operation, { ...operation.context, requestPolicy: 'cache-and-network' })
}
