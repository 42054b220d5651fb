import { expect, test } from 'vitest'
import { contentsOf, featureName, inBrief, quantityOf } from './contents.ts'

const feature = (code: string, quantity = 1) => ({
  __typename: 'ProductFeature' as const,
  quantity,
  feature: { __typename: 'Feature' as const, id: code, code, version: null, name: null },
})
const member = (name: string, quantity: number) => ({
  __typename: 'SuiteMember' as const,
  quantity,
  product: { __typename: 'Product' as const, id: name, name, version: null },
})

test('what a product contains is named in few words, with how many if it is not one', () => {
  const features = ['A', 'B', 'C', 'D', 'E', 'F'].map((code) => feature(code))
  const brief = inBrief({ suiteMembers: [member('Lift', 1), member('Hoist', 3)], features }, ({ name }) => name)
  expect(brief).toEqual({ members: 'Lift, 3 × Hoist', features: 'A, B, C, D, E, …' })
  expect(inBrief({ suiteMembers: [], features: [] }, ({ name }) => name)).toEqual({ members: '', features: '' })
})

test('how many are meant is one if nothing is given', () => {
  expect(contentsOf([{ id: 'prod_1', name: 'Lift', quantity: 2 }])).toEqual([
    { value: 'prod_1', name: 'Lift', quantity: '2' },
  ])
  expect([quantityOf(''), quantityOf('3')]).toEqual([1, 3])
})

test('a feature is called by its code, its version and its name', () => {
  expect(featureName({ code: 'VIEW', version: '2', name: 'Viewer' })).toBe('VIEW 2, Viewer')
  expect(featureName({ code: 'VIEW', version: null, name: null })).toBe('VIEW')
})
