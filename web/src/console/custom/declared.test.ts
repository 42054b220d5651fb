import { expect, test } from 'vitest'
import { type Declared, enteredOf, noField, toChange, toDeclare } from './declared.ts'

test('a field needs a code and a name, and has choices only if its type does', () => {
  expect(toDeclare(noField)).toBeNull()
  expect(toDeclare({ ...noField, code: ' region ' })).toBeNull()
  const named = { ...noField, code: ' region ', labelEnglish: 'Region', choices: ' north \n\nsouth' }
  expect(toDeclare(named)).toEqual({
    subject: 'ACCOUNT',
    code: 'region',
    type: 'TEXT',
    labelEnglish: 'Region',
    labelGerman: 'Region',
    forCustomers: false,
  })
  expect(toDeclare({ ...named, type: 'CHOICE', labelGerman: 'Gebiet', description: 'Where it is.' })).toMatchObject({
    labelGerman: 'Gebiet',
    description: 'Where it is.',
    choices: ['north', 'south'],
  })
})

test('a change sends only what differs, and an empty description removes it', () => {
  const field = {
    id: 'fld_1',
    subject: 'ACCOUNT',
    code: 'region',
    type: 'CHOICE',
    labelEnglish: 'Region',
    labelGerman: 'Gebiet',
    description: 'Where it is.',
    choices: ['north', 'south'],
    forCustomers: false,
    retiredAt: null,
  } as unknown as Declared
  const before = enteredOf(field)
  expect(toChange(field, before, before)).toEqual({ customField: 'fld_1' })
  expect(
    toChange(field, before, { ...before, labelGerman: 'Region', description: '', choices: 'north\nsouth\neast' }),
  ).toEqual({ customField: 'fld_1', labelGerman: 'Region', description: '', choices: ['north', 'south', 'east'] })
  expect(toChange(field, before, { ...before, forCustomers: true })).toEqual({
    customField: 'fld_1',
    forCustomers: true,
  })
})
