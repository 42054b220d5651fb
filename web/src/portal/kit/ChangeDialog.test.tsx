import { CombinedError } from '@urql/core'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { LanguageProvider } from '../language/language.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'
import type { ChangeInput } from './proposal.ts'

type Input = ChangeInput & { name: string }

const format = new Format('en-GB')
const language = { texts: en(format), format, code: 'en' as const }

const change = {
  effects: [{ kind: 'CREATED', subjectId: null, label: 'Rack', field: null, before: null, after: null }],
  warnings: [],
  errors: [],
}
const lost = { error: new CombinedError({ networkError: new Error('cut') }) }
const refused = new CombinedError({ graphQLErrors: [{ message: 'Too many.', extensions: { code: 'RATE_LIMITED' } }] })
const broken = new CombinedError({ graphQLErrors: [{ message: 'Not now.', extensions: { code: 'UNAVAILABLE' } }] })

/** Shows the dialog of a server that carries out what it is sent, as far as `answer` says so. */
async function show(answer: (sent: Input) => object) {
  const sent: Input[] = []
  const mutation = (_: unknown, { input }: { input: Input }) => {
    sent.push(input)
    return Promise.resolve(answer(input))
  }
  render(
    <LanguageProvider language={language}>
      <Provider value={{ mutation } as never}>
        <ChangeDialog title="Make a key" action="Make key" about="key" document={{} as never} input={{ name: 'Rack' } as Input} close={() => {}}>
          <input aria-label="Name" />
        </ChangeDialog>
      </Provider>
    </LanguageProvider>,
  )
  await act(() => vi.advanceTimersByTimeAsync(1000))
  return sent
}

const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement
const submit = () => act(async () => fireEvent.submit(button('Close').form ?? document.body))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test.each([
  ['is lost', lost],
  ['is that the server failed', { data: { change: null }, error: broken }],
])('if the answer %s, the dialog does not claim that nothing happened, and sends the same again', async (_, answer) => {
  let cut = true
  const sent = await show(({ dryRun }) => (!dryRun && cut ? answer : { data: { change } }))
  await act(async () => fireEvent.click(button('Make key')))
  expect(screen.getByText(language.texts.change.uncertain)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Name').matches(':disabled, fieldset:disabled *')).toBe(true)
  expect(screen.queryByText(language.texts.change.notYet)).toBeNull()
  cut = false
  await submit()
  expect(screen.getByText(language.texts.change.happened)).toBeTruthy()
  const [first, second] = sent.filter(({ dryRun }) => !dryRun)
  expect(first?.idempotencyKey).toMatch(/./u)
  expect(second).toEqual(first)
})

test('what the server refused did not happen, and can be tried again as a new change', async () => {
  let many = true
  const sent = await show(({ dryRun }) => (!dryRun && many ? { error: refused } : { data: { change } }))
  await act(async () => fireEvent.click(button('Make key')))
  expect(screen.getByText(language.texts.change.notYet)).toBeTruthy()
  many = false
  await act(async () => fireEvent.click(button('Make key')))
  expect(screen.getByText(language.texts.change.happened)).toBeTruthy()
  expect(sent.filter(({ dryRun }) => !dryRun)).toHaveLength(2)
})

test('if it is not known what would happen, the question can be asked again', async () => {
  let cut = true
  await show(() => (cut ? lost : { data: { change } }))
  expect(button('Make key').disabled).toBe(true)
  cut = false
  await act(async () => fireEvent.click(button(language.texts.failure.retry)))
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(button('Make key').disabled).toBe(false)
})
