import { noteUse, replaced, signedInAgain, viewerHeader } from './session.ts'

/**
 * Sends a request of the page to its server, for the viewer for whom the page was loaded. If the session has ended, it
 * waits until the viewer has signed in again, and if somebody else has, for ever.
 */
export async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers)
  for (const [name, value] of Object.entries(viewerHeader())) {
    headers.set(name, value)
  }
  const answer = await fetch(input, { ...init, headers })
  switch (answer.status) {
    case 401:
      await signedInAgain()
      return ask(input, init)
    case 409:
      return replaced()
  }
  noteUse()
  return answer
}
