/** Path at which the session of the browser is exchanged for a token. */
const path = '/playground/token'

/** A token is exchanged again this long before it expires, in milliseconds. */
const margin = 30_000

/** Timeout of the exchange, in milliseconds. */
const patience = 5000

interface Token {
  text: string
  expiresAt: number
}

/*
 * A session may run trusted documents only. The playground sends its operations with a token that it exchanges for the
 * session. The token lives for some minutes, is kept in memory alone, and is worth nothing without the session's cookie.
 */
let token: Token | null = null
let exchanging: Promise<Token | null> | null = null

/** Exchanges the session for a token; null if nobody is signed in, or the server does not answer. */
async function exchange(): Promise<Token | null> {
  const response = await fetch(path, { method: 'POST', signal: AbortSignal.timeout(patience) }).catch(() => null)
  if (!response?.ok) {
    return null
  }
  const { token: text, expiresAt } = (await response.json()) as { token: string; expiresAt: string }
  return { text, expiresAt: Date.parse(expiresAt) }
}

/** A token that is still valid for a while. Requests that need a new one at the same time share it. */
async function valid(): Promise<Token | null> {
  if (token === null || token.expiresAt - margin < Date.now()) {
    exchanging ??= exchange().finally(() => {
      exchanging = null
    })
    token = await exchanging
  }
  return token
}

/**
 * Sends a request to the API with the token of the playground. A token that the server no longer accepts, such as after
 * the viewer has signed in as somebody else in another tab, is exchanged once more. Without a session the request goes out
 * without a token, so that its answer says what is missing.
 */
export async function fetchWithToken(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await send(input, init)
  if (response.status !== 401 || token === null) {
    return response
  }
  token = null
  return (await valid()) === null ? response : send(input, init)
}

async function send(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const current = await valid()
  const headers = new Headers(init?.headers)
  // The editor lets the viewer send an API key of their own.
  if (current !== null && !headers.has('Authorization')) {
    headers.set('Authorization', `Bearer ${current.text}`)
  }
  return fetch(input, { ...init, headers })
}
