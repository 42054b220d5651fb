import { expect, test } from 'vitest'
import { pasted } from './pasted.ts'

test('an id is found as an e-mail carries it', () => {
  for (const text of [
    'HLI-0002748-2AA27',
    ' HLI-0002748-2AA27. ',
    'Activation id: HLI-0002748-2AA27',
    '“HLI-0002748-2AA27”,',
    'Please look at (HLI-0002748-2AA27) for us.',
  ]) {
    expect(pasted(text)).toBe('HLI-0002748-2AA27')
  }
  expect(pasted('Id: line_01JABCDEFGH!')).toBe('line_01JABCDEFGH')
  expect(pasted('Kennung:\n4711/A.')).toBe('4711/A')
})

test('words stay as they are', () => {
  for (const text of ['Studio 2025.1', 'anna@one.example', 'Acme Inc', 'C++ Tools', 'HLI-0001 HLI-0002', 'ratio 3:1 set']) {
    expect(pasted(text)).toBe(text)
  }
  expect(pasted('Acme Inc.')).toBe('Acme Inc')
  expect(pasted('  ')).toBe('')
})
