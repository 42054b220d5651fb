import { expect, test } from 'vitest'
import { catalogSearch } from './search.ts'

test('the address of the catalog keeps its part and the filters, and drops what is none', () => {
  expect(catalogSearch({ tab: 'models' })).toEqual({ tab: 'models' })
  expect(
    catalogSearch({ tab: 'parts', text: ' ', product: 'acct_0000000000000', retired: 'perhaps', incomplete: 'no' }),
  ).toEqual({})
  expect(catalogSearch({ incomplete: 'true' })).toEqual({ incomplete: true })
  expect(catalogSearch({ text: 'LIFT', product: 'PROD_0abcdefghjkmn', retired: 'false' })).toEqual({
    text: 'LIFT',
    product: 'prod_0ABCDEFGHJKMN',
    retired: false,
  })
})
