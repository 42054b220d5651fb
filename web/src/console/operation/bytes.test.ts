import { expect, test } from 'vitest'
import { bytesInWords } from './bytes.ts'

/** Blanks of every width are one: which of them a language takes depends on the data of the machine. */
const plain = (text: string) => text.replaceAll(/\s/gu, ' ')

test('bytes are in the unit that fits', () => {
  expect(plain(bytesInWords('0', 'en-GB'))).toBe('0 bytes')
  expect(plain(bytesInWords('999', 'en-GB'))).toBe('999 bytes')
  expect(plain(bytesInWords('12400000', 'en-GB'))).toBe('12.4 MB')
  expect(plain(bytesInWords('12400000', 'de-DE'))).toBe('12,4 MB')
  expect(plain(bytesInWords('745000000000', 'en-GB'))).toBe('745 GB')
  expect(plain(bytesInWords('5000000000000000', 'en-GB'))).toBe('5,000 TB')
})
