import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { LanguageProvider } from '../language/language.tsx'
import { later } from './later.tsx'

const format = new Format('en-GB')
const texts = en(format)

afterEach(cleanup)

test('a script that does not come is said, and can be tried again', async () => {
  const load = vi.fn<() => Promise<() => React.ReactNode>>()
  load.mockRejectedValueOnce(new TypeError('no network')).mockResolvedValue(() => <p>Here it is</p>)
  const Part = later(load)
  render(
    <LanguageProvider language={{ texts, format, code: 'en' }}>
      <Part meanwhile={<p>Soon</p>} />
    </LanguageProvider>,
  )
  expect(screen.getByText('Soon')).toBeTruthy()
  expect((await screen.findByRole('alert')).textContent).toContain(texts.failure.title)
  fireEvent.click(screen.getByRole('button', { name: texts.failure.retry }))
  expect(await screen.findByText('Here it is')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a script that was loaded before is shown at once', async () => {
  const Part = later(() => Promise.resolve(() => <p>Here it is</p>))
  Part.preload()
  await Promise.resolve()
  await Promise.resolve()
  render(<Part />)
  expect(screen.getByText('Here it is')).toBeTruthy()
})

test('to load before the need does not fail', async () => {
  const load = vi.fn(() => Promise.reject(new TypeError('no network')))
  later(load).preload()
  await Promise.resolve()
  expect(load).toHaveBeenCalledOnce()
})
