import { CombinedError } from '@urql/core'
import { ask } from '../contract/ask.ts'
import { newStore } from './store.ts'

/*
 * Files of the server. The page fetches them itself, because a browser that is led to one says nothing if the server
 * refuses it, and cannot wait for a new sign-in.
 */

/** What becomes of the file that was asked for last. */
export type Download = { address: string; problem?: CombinedError }

const current = newStore<Download | null>(null)

/** The file that is being fetched, or that could not be; null if there is none. */
export const useDownload = current.use

/** Says nothing more of a file that could not be fetched. */
export function forgetDownload() {
  current.set(null)
}

/** Fetches a file for the viewer of the page, and gives it to the browser to be kept; see ask. */
export async function download(address: string) {
  const asked: Download = { address }
  current.set(asked)
  let problem: CombinedError | undefined
  try {
    const answer = await ask(address)
    if (answer.ok) {
      keep(await answer.blob(), nameOf(answer))
    } else {
      problem = await problemOf(answer)
    }
  } catch (error) {
    problem = new CombinedError({ networkError: error instanceof Error ? error : new Error(String(error)) })
  }
  if (current.get() === asked) {
    current.set(problem ? { address, problem } : null)
  }
}

/** A refusal of the server. */
type Refusal = { errors?: { message: string; extensions?: Record<string, unknown> }[] }

/** The reasons in a refusal, as those of a query. */
async function problemOf(answer: Response): Promise<CombinedError> {
  const { errors = [] } = (await answer.json().catch(() => ({}))) as Refusal
  return new CombinedError({ graphQLErrors: errors, response: answer })
}

/** The name that the server gives to a file. */
function nameOf(answer: Response): string {
  return /filename="([^"]+)"/u.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'export'
}

function keep(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000) // the browser reads it after the click
}
