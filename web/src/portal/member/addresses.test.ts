import { expect, test } from 'vitest'
import { addressesOf, addressesOfCsv } from './addresses.ts'

test('addresses are read one in each line, separated, bare or with a name, each once', () => {
  const text = 'Anna Berg <anna@one.example>, "Osei, Carl" <carl@one.example>\nb@two.example; ANNA@one.example\tc@two.example'
  expect(addressesOf(text)).toEqual({
    addresses: ['anna@one.example', 'carl@one.example', 'b@two.example', 'c@two.example'],
    strange: [],
  })
})

test('a line without an address is told', () => {
  expect(addressesOf('nobody here\n\na@one.example')).toEqual({ addresses: ['a@one.example'], strange: ['nobody here'] })
})

test('the first line of a CSV file may name its columns', () => {
  const rows = '"Berg, Anna",anna@one.example\r\nCarl;"carl@one.example"\r\n'
  const both = { addresses: ['anna@one.example', 'carl@one.example'], strange: [] }
  expect(addressesOfCsv(`\uFEFFname,email\r\n${rows}`)).toEqual(both)
  expect(addressesOfCsv(rows)).toEqual(both)
})
