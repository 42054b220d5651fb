import {
  type Client,
  type CombinedError,
  type Exchange,
  makeOperation,
  mapExchange,
  type Operation,
  type OperationResult,
  type RequestPolicy,
} from '@urql/core'
import { pipe, tap } from 'wonka'

/** How long an answer is taken from the cache without asking the server again, in milliseconds. */
export const freshFor = 60_000

/** Asks anew, in the background, for what a screen takes from the cache although it is old. */
interface Freshness {
  exchange: Exchange
  /** Takes everything as old, and asks anew for what is shown now. */
  renew: (client: Client) => void
  /** The questions that are shown now. */
  shown: () => readonly Operation[]
  /**
   * Asks again for everything that is shown now, and whose last answer was an error.
   *
   * @param error the error of which somebody has asked to try again
   * @returns whether that error was among them
   */
  retryFailed: (error: CombinedError) => boolean
}

/** Makes what keeps the answers of a client fresh. It belongs before the cache. */
export function newFreshness(): Freshness {
  /** When each question was last asked. One that is new may be answered by what the page knew from its beginning. */
  const asked = new Map<number, number>()
  const shown = new Map<number, Operation>()
  const failed = new Map<number, CombinedError>()
  const empty = new Set<number>()
  let clientOfAll: Client | undefined
  let beginning = Date.now()
  /** Forgets what is no longer shown. `mapExchange` does not see the end of an operation. */
  function forget({ kind, key }: Operation) {
    if (kind === 'teardown') {
      shown.delete(key)
      failed.delete(key)
      empty.delete(key)
    }
  }
  /**
   * Asks again if the cache answered with nothing. It does so if an answer and a change that makes it untrue arrive
   * together: it then believes that the answer was of no use, and asks no more.
   */
  function askAgainIfEmpty({ operation, data, error, stale }: OperationResult) {
    if (!shown.has(operation.key) || stale || error || data) {
      empty.delete(operation.key)
    } else if (!empty.has(operation.key)) {
      empty.add(operation.key)
      clientOfAll?.reexecuteOperation(withPolicy(operation, 'network-only'))
    }
  }
  function aged(operation: Operation): Operation | undefined {
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
    return requestPolicy === 'cache-first' && isOld ? withPolicy(operation, 'cache-and-network') : undefined
  }
  return {
    exchange(input) {
      clientOfAll = input.client
      const mapped = mapExchange({
        onOperation: (operation) => aged(operation) ?? operation,
        onResult(result) {
          askAgainIfEmpty(result)
          const { operation, error } = result
          if (error && shown.has(operation.key)) {
            failed.set(operation.key, error)
          } else {
            failed.delete(operation.key)
          }
        },
      })(input)
      return (operations) => mapped(pipe(operations, tap(forget)))
    },
    shown: () => [...shown.values()],
    renew(client) {
      asked.clear()
      beginning = Number.NEGATIVE_INFINITY
      for (const operation of shown.values()) {
        client.reexecuteOperation(withPolicy(operation, 'cache-and-network'))
      }
    },
    retryFailed(error) {
      const found = [...failed.values()].includes(error)
      for (const key of failed.keys()) {
        const operation = shown.get(key)
        if (operation && clientOfAll) {
          const again = withPolicy(operation, 'network-only')
          // The cache may have begun to answer it once more and found nothing, for which the client waits for ever. The
          // first call waits behind that, the second one ends the wait. One request is sent.
          clientOfAll.reexecuteOperation(again)
          clientOfAll.reexecuteOperation(again)
        }
      }
      return found
    },
  }
}

function withPolicy(operation: Operation, requestPolicy: RequestPolicy): Operation {
  return makeOperation(operation.kind, operation, { ...operation.context, requestPolicy })
}
