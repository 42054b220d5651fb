import { Failure, within } from './failure.ts'

/** What `fetchToken` returns: a widget token, with the moment at which it ends. */
export interface WidgetToken {
  token: string
  /** `expiresAt` of mintWidgetToken. Without it, the token is used until the server refuses it. */
  expiresAt?: string | null
}

/** How the widgets of a page get their tokens. */
export interface Configuration {
  /** Asks the backend of the page's own site for a widget token. It returns null if nobody is signed in there. */
  fetchToken: () => Promise<WidgetToken | null> | WidgetToken | null
  /** The address of Muniment. The default is the origin of the script. */
  endpoint?: string
}

type Held = { token: string; until: number } | null

/** What all widgets of a page share, also if several scripts of Muniment are on it. */
interface Shared {
  configuration?: Configuration
  endpoint?: string
  held?: Held
  pending?: Promise<Held> | null
  /** What was asked once for all widgets, by its name. */
  asked: Map<string, Promise<unknown>>
  /** Is told when the page is configured. */
  listeners: Set<() => void>
}

const key = Symbol.for('muniment.widgets.v1')
const shared: Shared = ((globalThis as unknown as Record<symbol, Shared | undefined>)[key] ??= {
  asked: new Map(),
  listeners: new Set(),
})

/** So long before its end a token is replaced, in milliseconds. */
const margin = 30_000

/** Names the address of the script, whose origin is that of Muniment unless the page says another. */
export function loadedFrom(address = ''): void {
  if (/^https?:/u.test(address)) {
    shared.endpoint ??= new URL(address).origin
  }
}

/** Where Muniment is, without a slash at the end. */
export function endpoint(): string {
  return (shared.configuration?.endpoint ?? shared.endpoint ?? location.origin).replace(/\/+$/u, '')
}

/** Says how tokens are fetched. Every widget on the page loads again, so that it can be called after a sign-in too. */
export function configure(configuration: Configuration): void {
  shared.configuration = configuration
  shared.held = shared.pending = null
  shared.asked.clear()
  for (const listener of shared.listeners) {
    listener()
  }
}

/** Calls a function whenever the page is configured. The result ends it. */
export function onConfigured(listener: () => void): () => void {
  shared.listeners.add(listener)
  return () => shared.listeners.delete(listener)
}

/** Asks something once for all widgets. What failed is asked again. */
export function once<T>(name: string, ask: () => Promise<T>): Promise<T> {
  const known = shared.asked.get(name) as Promise<T> | undefined
  if (known) {
    return known
  }
  const asked = ask()
  shared.asked.set(name, asked)
  asked.catch(() => shared.asked.get(name) === asked && shared.asked.delete(name))
  return asked
}

async function fetchHeld(): Promise<Held> {
  const { configuration } = shared
  try {
    const given = await configuration?.fetchToken()
    if (!given) {
      return null
    }
    if (!given.token) {
      throw new TypeError('fetchToken returned no token')
    }
    const left = Date.parse(given.expiresAt ?? '') - Date.now()
    // A clock that is wrong by more than the life of a token says nothing: then the server does.
    return { token: given.token, until: left > 0 ? Date.now() + left - Math.min(margin, left / 2) : Infinity }
  } catch (error) {
    throw new Failure('TOKEN', error)
  }
}

/** The token for a request. All who ask meanwhile wait for the same one. */
export async function token(): Promise<string> {
  if (!shared.configuration) {
    let end
    const told = new Promise<void>((resolve) => {
      end = onConfigured(resolve)
    })
    await within(10_000, 'NOT_CONFIGURED', told).finally(end)
  }
  if (!shared.held || Date.now() > shared.held.until) {
    const pending = (shared.pending ??= within(20_000, 'TOKEN', fetchHeld()))
    try {
      const held = await pending
      if (shared.pending === pending) {
        shared.held = held
      }
    } finally {
      if (shared.pending === pending) {
        shared.pending = null
      }
    }
  }
  if (!shared.held) {
    throw new Failure('SIGN_IN')
  }
  return shared.held.token
}

/** Forgets a token that the server refused, unless another has taken its place. */
export function refused(old: string): void {
  if (shared.held?.token === old) {
    shared.held = null
  }
}
