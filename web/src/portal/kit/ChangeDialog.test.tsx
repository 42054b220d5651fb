import { CombinedError } from '@urql/core'
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { useState } from 'react'
import { Provider } from 'urql'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { LanguageProvider } from '../language/language.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'
import type { ChangeInput } from './proposal.ts'
import { unsay, useToasts } from './toast.ts'

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
async function show(answer: (sent: Input) => object | Promise<object>, needsReason = false) {
  const sent: Input[] = []
  const mutation = (_: unknown, { input }: { input: Input }) => {
    sent.push(input)
    return Promise.resolve(answer(input))
  }
  function Page() {
    const [open, setOpen] = useState(true)
    return (
      <>
        {useToasts().map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
        {open && (
          <ChangeDialog
            title="Make a key"
            action="Make key"
            about="key"
            document={{} as never}
            input={{ name: 'Rack' } as Input}
            needsReason={needsReason}
            whenDone={() => 'Look after it.'}
            close={() => setOpen(false)}
          >
            <input aria-label="Name" />
          </ChangeDialog>
        )}
      </>
    )
  }
  const { unmount } = render(
    <LanguageProvider language={language}>
      <Provider value={{ mutation } as never}>
        <Page />
      </Provider>
    </LanguageProvider>,
  )
  await act(() => vi.advanceTimersByTimeAsync(1000))
  return Object.assign(sent, { unmount })
}

/** A promise that somebody else fulfils. */
function later() {
  let fulfil: ((answer: object) => void) | undefined
  const answer = new Promise<object>((resolve) => {
    fulfil = resolve
  })
  return { answer, fulfil: (result: object) => fulfil?.(result) }
}

const told = () => renderHook(useToasts).result.current

const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement
const submit = () => act(async () => fireEvent.submit(button('Close').form ?? document.body))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  for (const { id } of told()) {
    act(() => unsay(id))
  }
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

test('beside a button that waits for a reason stands that it is missing', async () => {
  await show(() => ({ data: { change } }), true)
  expect(button('Make key').disabled).toBe(true)
  expect(screen.getByText(language.texts.change.reasonMissing)).toBeTruthy()
  await act(async () =>
    fireEvent.change(screen.getByLabelText(language.texts.change.reasonNeeded), { target: { value: 'Lost' } }),
  )
  expect(screen.queryByText(language.texts.change.reasonMissing)).toBeNull()
  expect(button('Make key').disabled).toBe(false)
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

describe('if the viewer leaves while it runs', () => {
  async function leave(way: 'Close' | 'Back') {
    const { answer, fulfil } = later()
    const sent = await show(({ dryRun }) => (dryRun ? { data: { change } } : answer))
    await act(async () => fireEvent.click(button('Make key')))
    expect(screen.queryByRole('button', { name: language.texts.change.cancel })).toBeNull()
    if (way === 'Back') {
      sent.unmount()
    } else {
      await act(async () => fireEvent.click(button('Close')))
    }
    expect(told()).toEqual([])
    return (result: object) => act(async () => fulfil(result))
  }

  test.each(['Close', 'Back'] as const)('by %s, it is said that it was done', async (way) => {
    const fulfil = await leave(way)
    await fulfil({ data: { change: { ...change, auditEntry: { id: 'entry', account: { id: 'acct' } } } } })
    const text = `${language.texts.change.done('Make a key')}. Look after it.`
    expect(told()).toMatchObject([{ text, record: { account: 'acct', entry: 'entry' }, stays: true }])
  })

  test.each([
    ['it was refused', { error: refused }, 'Not done: Make a key. Too many.'],
    [
      'the input was refused',
      {
        data: {
          change: { effects: [], warnings: [], errors: [{ code: 'X', message: 'No.', field: null, remedy: 'Wait.' }] },
        },
      },
      'Not done: Make a key. No. Wait.',
    ],
    ['nobody knows', lost, language.texts.change.unknown('Make a key')],
  ])('it is said that %s', async (_, result, text) => {
    const fulfil = await leave('Back')
    await fulfil(result)
    expect(told()).toMatchObject([{ text, stays: true }])
  })
})

test('if something else was changed meanwhile, what will happen is shown anew, and nothing is done', async () => {
  let label = 'Rack'
  const sent = await show(() => ({ data: { change: { ...change, effects: [{ ...change.effects[0], label }] } } }))
  label = 'Shelf'
  await act(async () => fireEvent.click(button('Make key')))
  expect(screen.getByRole('alert').textContent).toContain(language.texts.change.meanwhile)
  expect(document.activeElement).toBe(screen.getByRole('alert'))
  expect(screen.getByText(/Shelf/u)).toBeTruthy()
  expect(sent.every(({ dryRun }) => dryRun)).toBe(true)
  await act(async () => fireEvent.click(button('Make key')))
  expect(screen.getByText(language.texts.change.happened)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a moment that follows from when it is done is no other change', async () => {
  let clock = 0
  const moment = () => ({ __typename: 'MomentValue', text: '', moment: new Date((clock += 60_000)).toISOString() })
  await show(() => ({
    data: { change: { ...change, effects: [{ ...change.effects[0], field: 'expiresAt', after: moment() }] } },
  }))
  await act(async () => fireEvent.click(button('Make key')))
  expect(screen.getByText(language.texts.change.happened)).toBeTruthy()
})

test('what was sent cannot be changed while it runs', async () => {
  await show(({ dryRun }) => (dryRun ? { data: { change } } : later().answer))
  await act(async () => fireEvent.click(button('Make key')))
  expect(screen.getByLabelText<HTMLInputElement>('Name').matches('fieldset:disabled *')).toBe(true)
  expect(screen.getByText(language.texts.change.running)).toBeTruthy()
})
