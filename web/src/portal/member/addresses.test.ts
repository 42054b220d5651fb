import { expect, test } from 'vitest'
import { addressesOf, linesOf, readCsv } from './addresses.ts'

test('addresses are read one in each line, separated, bare or with a name, each once', () => {
  const text =
    'Anna Berg <anna@one.example>, "Osei, Carl" <carl@one.example>\nb@two.example; ANNA@one.example\tc@two.example'
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

test('a name takes no address that stands before it', () => {
  const all = ['a1@kestrel.example', 'b1@kestrel.example', 'c1@kestrel.example']
  for (const text of [
    'a1@kestrel.example, Bea Lee <b1@kestrel.example>, c1@kestrel.example',
    'a1@kestrel.example Bea Lee <b1@kestrel.example> c1@kestrel.example',
    'a1@kestrel.example; "Lee, Bea" < b1@kestrel.example >;c1@kestrel.example',
  ]) {
    expect(linesOf(text).map(({ text: address }) => address)).toEqual(all)
  }
})

test('whatever is no address is told, wherever it stands', () => {
  const told = linesOf('a@one.example, nonsense, b@one.example; Anna Berg c@one.example; Carl <carl>').filter(
    ({ is }) => is === 'none',
  )
  expect(told.map(({ text }) => text)).toEqual(['nonsense', 'Anna Berg', 'Carl carl'])
})

test('of a CSV file, only the addresses are taken, and rows without one are told', () => {
  const rows = '"Berg, Anna",anna@one.example\r\nCarl;"carl@one.example"\r\n'
  expect(readCsv(`\uFEFFname,email\r\n${rows}`).text).toBe('anna@one.example\ncarl@one.example')
  expect(readCsv(rows).text).toBe('anna@one.example\ncarl@one.example')
  expect(readCsv(`nobody\n${rows}`).text).toBe('nobody\nanna@one.example\ncarl@one.example')
})

test('a CSV file tells which columns are not used, and a row without an address is one entry', () => {
  const { text, unused } = readCsv(
    'E-Mail;Name;Role;Services\nanna@one.example;Anna;Administrator;Licensing\n;Carl Osei;Reader;"Licensing, Downloads"\n',
  )
  expect(unused).toEqual(['Name', 'Role', 'Services'])
  expect(linesOf(text)).toEqual([
    { text: 'anna@one.example', is: 'address' },
    { text: 'Carl Osei Reader Licensing Downloads', is: 'none' },
  ])
  expect(readCsv('a@one.example;Reader\n').unused).toEqual([])
  expect(readCsv('email\na@one.example\n').unused).toBeUndefined()
  expect(readCsv('a@one.example\nb@one.example').unused).toBeUndefined()
})
