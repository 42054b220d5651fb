import { expect, test } from 'vitest'
import { addressesOf, linesOf, withoutHead } from './addresses.ts'

test('addresses are read one in each line, separated, bare or with a name, each once', () => {
  const text = 'Anna Berg <anna@one.example>, "Osei, Carl" <carl@one.example>\nb@two.example; ANNA@one.example\tc@two.example'
  expect(linesOf(text)).toEqual([
    { text: 'anna@one.example', is: 'address' },
    { text: 'carl@one.example', is: 'address' },
    { text: 'b@two.example', is: 'address' },
    { text: 'ANNA@one.example', is: 'again' },
    { text: 'c@two.example', is: 'address' },
  ])
  expect(addressesOf(linesOf(text))).toEqual(['anna@one.example', 'carl@one.example', 'b@two.example', 'c@two.example'])
})

test('a line may mix addresses with a name and bare ones', () => {
  const mixed = 'Anna <anna@one.example>; b@two.example, c@two.example <c@two.example> d@two.example'
  expect(addressesOf(linesOf(mixed))).toEqual(['anna@one.example', 'b@two.example', 'c@two.example', 'd@two.example'])
  expect(linesOf(mixed).filter(({ is }) => is !== 'address')).toEqual([])
})

test('a line without an address is told', () => {
  expect(linesOf('nobody here\n\na@one.example')).toEqual([
    { text: 'nobody here', is: 'none' },
    { text: 'a@one.example', is: 'address' },
  ])
})

test('the first line of a CSV file may name its columns', () => {
  const rows = '"Berg, Anna",anna@one.example\r\nCarl;"carl@one.example"\r\n'
  const both = ['anna@one.example', 'carl@one.example']
  expect(addressesOf(linesOf(withoutHead(`\uFEFFname,email\r\n${rows}`)))).toEqual(both)
  expect(addressesOf(linesOf(withoutHead(rows)))).toEqual(both)
})
