import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { LanguageProvider } from '../language/language.tsx'
import { later } from './later.tsx'

const format = new Format('en-GB')
const texts = en(format)

/** Shows a component whose script cannot be loaded until `server` has it. */
function show() {
  const server = { has: false }
  const load = vi.fn(() =>
    server.has ? Promise.resolve(() => <p>Here it is.</p>) : Promise.reject(new Error('Failed to fetch')),
  )
  const Part = later(load)
  render(
    <LanguageProvider language={{ texts, format, code: 'en' }}>
      <Part meanwhile="Loading" />
    </LanguageProvider>,
  )
  return { server, load, Part }
}

afterEach(cleanup)

test('a part whose script cannot be loaded says so, and can be tried again', async () => {
  const { server, load } = show()
  expect(screen.getByText('Loading')).toBeTruthy()
  const again = await screen.findByRole('button', { name: texts.failure.retry })
  fireEvent.click(again)
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2))
  server.has = true
  await vi.waitFor(() => expect(again.getAttribute('aria-disabled')).toBe('false'))
  fireEvent.click(again)
  await screen.findByText('Here it is.')
  expect(screen.queryByText(texts.frame.missing)).toBeNull()
})

test('it is tried again by itself once there is a connection', async () => {
  const { server } = show()
  await screen.findByRole('alert')
  server.has = true
  dispatchEvent(new Event('online'))
  await screen.findByText('Here it is.')
})

test('a script that is loaded ahead and fails stops nothing', async () => {
  const { load, Part } = show()
  await expect(Part.preload()).resolves.toBeUndefined()
  expect(load).toHaveBeenCalled()
})
