import { cleanup, render, screen } from '@testing-library/react'
import { CombinedError } from '@urql/core'
import { afterEach, expect, test } from 'vitest'
import { unknownDocument } from '../contract/client.ts'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { LanguageProvider } from '../language/language.tsx'
import { watchReleases } from '../contract/release.ts'
import { Failure } from './Failure.tsx'

const format = new Format('en-GB')
const texts = en(format)

function fail(code: string) {
  const error = new CombinedError({ graphQLErrors: [{ message: 'no', extensions: { code } }] })
  const { container } = render(
    <LanguageProvider language={{ texts, format, code: 'en' }}>
      <Failure error={error} retry={() => {}} />
    </LanguageProvider>,
  )
  return container
}

afterEach(cleanup)

test('a failure says why, and can be tried again', () => {
  fail('BAD_INPUT')
  expect(screen.getByText(texts.failure.reasons.BAD_INPUT ?? '')).toBeTruthy()
  expect(screen.getByRole('button', { name: texts.failure.retry })).toBeTruthy()
})

test('a new release is said in place of the failure, and only once', () => {
  fail('DOCUMENT_UNKNOWN')
  expect(screen.queryByText(texts.failure.title)).toBeNull()
  expect(screen.getByRole('button', { name: texts.frame.reload })).toBeTruthy()
  cleanup()

  const stop = watchReleases() // as the page does, which then says it for all
  dispatchEvent(new Event(unknownDocument))
  stop()
  expect(fail('DOCUMENT_UNKNOWN').textContent).toBe('')
})
