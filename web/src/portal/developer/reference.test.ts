import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildSchema,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { Format } from '../language/format.ts'
import { find, itemsOf } from './find.ts'
import { operationOf, playgroundOf } from './operation.ts'
import { contractOf, type Field, named, type Reference } from './reference.ts'
import { texts } from './texts.ts'

const root = join(import.meta.dirname, '../../../..')
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const reference = JSON.parse(read('web/src/portal/developer/reference.json')) as Reference
const contract = contractOf(reference)
/** The schema as the Go tests print it, with which the server answers. */
const schema = buildSchema(read('graph/testdata/schema.golden.graphql'))

/** What both sides say of a field or an argument. */
const inputs = (all: readonly { name: string; type?: unknown; about?: string; description?: string | null }[] = []) =>
  all.map(({ name, type, about, description }) => ({
    name,
    ...(type !== undefined && { type: String(type) }),
    about: (about ?? description ?? '').replaceAll(/\s+/gu, ' ').trim(),
  }))
const fields = (all: readonly Field[] = []) =>
  all
    .map((field) => Object.assign({}, inputs([field])[0], { args: inputs(field.args).toSorted(byName) }))
    .toSorted(byName)
const byName = (a: { name?: string }, b: { name?: string }) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1)

describe('the reference has what the schema of the server has, and nothing more', () => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

  test('types', () => {
    expect(reference.types.map(({ name }) => name).toSorted()).toEqual(types.map(({ name }) => name).toSorted())
    expect(types.length).toBeGreaterThan(200)
  })

  test.each(types.map((type) => [type.name, type] as const))('%s', (name, type) => {
    const entry = contract.byName.get(name)
    expect(entry?.about?.replaceAll(/\s+/gu, ' ')).toBe(type.description?.replaceAll(/\s+/gu, ' ').trim())
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      const real = Object.values(type.getFields()).map((field) =>
        Object.assign({}, inputs([field])[0], {
          args: inputs('args' in field ? field.args : []).toSorted(byName),
        }),
      )
      expect(fields(entry?.fields)).toEqual(real.toSorted(byName))
    } else {
      expect(entry?.fields).toBeUndefined()
    }
    if (isEnumType(type)) {
      expect(inputs(entry?.values).toSorted(byName)).toEqual(inputs(type.getValues()).toSorted(byName))
    } else {
      expect(entry?.values).toBeUndefined()
    }
    const implemented = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map(String) : []
    expect((entry?.interfaces ?? []).toSorted()).toEqual(implemented.toSorted())
  })

  test('directives', () => {
    expect(reference.directives.map(({ name }) => name).toSorted()).toEqual(
      schema
        .getDirectives()
        .map(({ name }) => name)
        .toSorted(),
    )
  })
})

test('every code of docs/errors.md is in it once, with words for where it is met', () => {
  const listed = [...read('docs/errors.md').matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, code = '']) => code)
  const codes = reference.codes.map(({ code }) => code)
  expect(new Set(codes)).toEqual(new Set(listed))
  expect(codes).toHaveLength(new Set(codes).size)
  for (const { code, about, where } of reference.codes) {
    expect(about, code).not.toBe('')
    for (const language of [texts.en(new Format('en-GB')), texts.de(new Format('de-DE'))]) {
      expect(language.codes.where[where], where).toBeTruthy()
    }
  }
})

test('every type that is named has a page, and a type is used where it says', () => {
  for (const { name, fields: all = [], members = [], interfaces = [] } of contract.entries) {
    for (const { type, args = [] } of all) {
      for (const used of [type, ...args.map((argument) => argument.type)]) {
        expect(contract.byName.has(named(used)), `${used} of ${name}`).toBe(true)
      }
    }
    for (const other of [...members, ...interfaces]) {
      expect(contract.byName.has(other), `${other} of ${name}`).toBe(true)
    }
  }
  expect(contract.returnedBy.get('LineItem')).toContainEqual({ owner: 'Query', field: 'lineItem' })
  expect(contract.takenBy.get('LineItemFilterInput')).toContainEqual({
    owner: 'Query',
    field: 'lineItems',
    argument: 'filter',
  })
  expect(contract.takenBy.get('DayRangeInput')).toContainEqual({ owner: 'LineItemFilterInput', field: 'endsBetween' })
})

describe('the search', () => {
  const items = itemsOf(contract)
  const paths = (text: string) => find(items, text).map(({ path }) => path)

  test('finds everything by its name first', () => {
    expect(paths('LineItem')[0]).toBe('LineItem')
    expect(paths('lineitem.status')[0]).toBe('LineItem.status')
    expect(paths('mintWidget')[0]).toBe('Mutation.mintWidgetToken')
    expect(paths('AWAITING_ACTIVATION')[0]).toBe('Status.AWAITING_ACTIVATION')
    expect(paths('not_found')[0]).toBe('NOT_FOUND')
    expect(paths('skip')[0]).toBe('@skip')
    expect(paths('includeSubAccounts').length).toBeGreaterThan(2)
  })

  test('finds things by words of their descriptions, if all words fit', () => {
    expect(paths('tolerated older data')).toContain('LineItem.excess')
    expect(paths('tolerated qqqq')).toEqual([])
    expect(paths('  ')).toEqual([])
  })

  test('finds each type and each code by its name', () => {
    const wanted = items.filter(({ kind, path }) => kind === 'code' || (kind === 'type' && !path.endsWith('Payload')))
    for (const { name, path } of wanted) {
      expect(paths(name), path).toContain(path)
    }
  }, 60_000)
})

describe('the operation for the playground', () => {
  const all = ['Query', 'Mutation'].flatMap((name) =>
    (contract.byName.get(name)?.fields ?? []).map((field) => ({ of: name, field })),
  )

  test.each(all.map(({ of, field }) => [`${of}.${field.name}`, of, field] as const))('%s', (_, of, field) => {
    const { query, variables } = operationOf(contract, of, field, 'acct_0R8Z3V6Q1M2C4')
    const document = parse(query)
    expect(validate(schema, document)).toEqual([])
    const [operation] = document.definitions
    const declared = operation && 'variableDefinitions' in operation ? (operation.variableDefinitions ?? []) : []
    const values = variables === '' ? {} : (JSON.parse(variables) as Record<string, unknown>)
    expect(getVariableValues(schema, declared as never, values).errors).toBeUndefined()
    if (of === 'Mutation') {
      expect(values).toMatchObject({ input: { dryRun: true } })
    }
    expect(new URLSearchParams(playgroundOf({ query, variables }).split('?')[1]).get('query')).toBe(query)
  })
})
