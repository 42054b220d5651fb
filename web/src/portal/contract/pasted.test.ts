import { expect, test } from 'vitest'
import { pasted } from './pasted.ts'

test('an id is found without what stands around it', () => {
  for (const text of [
    'HLI-0002748-2AA27',
    ' HLI-0002748-2AA27. ',
    '(HLI-0002748-2AA27),',
    '„HLI-0002748-2AA27“',
    'Activation id: HLI-0002748-2AA27',
    'Activation id HLI-0002748-2AA27.',
    'Ihre Aktivierungskennung lautet: „HLI-0002748-2AA27“.',
  ]) {
    expect(pasted(text), text).toBe('HLI-0002748-2AA27')
  }
  expect(pasted('Entitlement: ENT-0002748;')).toBe('ENT-0002748')
  expect(pasted('Line item line_0VPQBPXQK4NWT.')).toBe('line_0VPQBPXQK4NWT')
  expect(pasted('Asset: 4711/2024')).toBe('4711/2024')
})

test('words stay as they were typed', () => {
  for (const text of [
    'Virtual Composer',
    'Composer 2025.1',
    'Studio (2019)',
    'XR-2000 Console',
    'Console XR-2000',
    'plus!',
    '"',
    '',
  ]) {
    expect(pasted(text)).toBe(text)
  }
})
