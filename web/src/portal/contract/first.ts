/*
 * The server asks the first queries of a screen itself, and writes the answers into the page, so that the first rows need
 * no further request. An answer is used once, and only for exactly the same question; any other question is sent.
 */

interface Answer {
  hash: string
  variables: object
  data: unknown
}

interface Question {
  variables?: object
  extensions?: { persistedQuery?: { sha256Hash?: string } }
}

/** Until when the answers in the page are new enough, in milliseconds since it was opened. */
const fresh = 15_000

let answers: Answer[] | null = null

function read(): Answer[] {
  const text = document.querySelector('#first')?.textContent
  return text ? (JSON.parse(text) as Answer[]) : []
}

/** The answer that the page has to a request, or null. */
export function answerInPage(body: unknown): Response | null {
  answers ??= read()
  if (answers.length === 0 || typeof body !== 'string' || performance.now() > fresh) {
    return null
  }
  const { variables = {}, extensions } = JSON.parse(body) as Question
  const asked = JSON.stringify(variables) // the client and the server sort the names
  const index = answers.findIndex(
    (answer) => answer.hash === extensions?.persistedQuery?.sha256Hash && JSON.stringify(answer.variables) === asked,
  )
  const [answer] = index < 0 ? [] : answers.splice(index, 1)
  return answer ? Response.json({ data: answer.data }) : null
}
