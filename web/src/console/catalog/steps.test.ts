import { expect, test } from 'vitest'
import type { FirstStepsQuery } from './catalog.ts'
import { catalogSteps, isSetUp, stepNames, stepsOf } from './steps.ts'

const none = { nodes: [] }
const some = { nodes: [{ id: 'x' }] }
const part = (gaps: string[], prices: number) => ({
  id: `part_${gaps.length}`,
  code: 'LIFT',
  gaps,
  listPrices: Array.from({ length: prices }, (_, id) => ({ id: String(id) })),
})

const found = (more: object) =>
  ({
    productLines: none,
    products: none,
    unitsOfMeasure: some,
    licenseModels: none,
    partNumbers: none,
    accounts: none,
    entitlements: none,
    ...more,
  }) as unknown as FirstStepsQuery

const left = (more: object) =>
  stepsOf(found(more))
    .filter(({ done }) => !done)
    .map(({ name }) => name)

test('the steps to the first order are in the order in which one needs the other', () => {
  expect(left({})).toEqual(['line', 'product', 'model', 'part', 'price', 'account', 'order'])
  expect(left({ productLines: some, products: some, licenseModels: some, accounts: some })).toEqual([
    'part',
    'price',
    'order',
  ])
})

test('a part number counts once nothing is missing of it, and the steps lead to the one that was begun', () => {
  const begun = { partNumbers: { nodes: [part(['UNIT'], 1)] } }
  expect(left(begun)).toContain('part')
  expect(stepsOf(found(begun)).find(({ name }) => name === 'part')?.part).toMatchObject({ code: 'LIFT' })
  const complete = { partNumbers: { nodes: [part(['UNIT'], 1), part([], 0)] } }
  expect(left(complete)).not.toContain('part')
  expect(stepsOf(found(complete)).find(({ name }) => name === 'price')).toMatchObject({
    done: false,
    part: { id: 'part_0' },
  })
  const all = {
    productLines: some,
    products: some,
    licenseModels: some,
    partNumbers: { nodes: [part([], 1)] },
  }
  expect(isSetUp(stepsOf(found(all)), catalogSteps)).toBe(true)
  expect(isSetUp(stepsOf(found({ ...all, licenseModels: none })), catalogSteps)).toBe(false)
  expect(isSetUp(stepsOf(found(all)), stepNames)).toBe(false)
  expect(isSetUp(stepsOf(found({ ...all, accounts: some })), stepNames)).toBe(true)
})

test('a price of any complete part number is enough', () => {
  expect(left({ partNumbers: { nodes: [part([], 0), part(['UNIT'], 0), part([], 1)] } })).not.toContain('price')
})

test('a server on which rights were issued needs no first steps, whatever its part numbers lack', () => {
  const issued = stepsOf(found({ partNumbers: { nodes: [part(['UNIT'], 0)] }, entitlements: some }))
  expect(isSetUp(issued, stepNames)).toBe(true)
  expect(isSetUp(issued, catalogSteps)).toBe(true)
})
