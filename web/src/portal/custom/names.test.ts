import { expect, test } from 'vitest'
import { declaredOf } from './names.ts'

const field = (subject: 'ACCOUNT' | 'LINE_ITEM', labelEnglish: string) => ({
  subject,
  code: 'review',
  labelEnglish,
  labelGerman: labelEnglish,
})
const fields = [field('ACCOUNT', 'Review of the customer'), field('LINE_ITEM', 'Review of the right')]

test('a record names a custom field by its code, which fields of other objects may have, too', () => {
  expect(declaredOf('customFields.review', 'acct_1', fields)?.labelEnglish).toBe('Review of the customer')
  expect(declaredOf('customFields.review', 'line_1', fields)?.labelEnglish).toBe('Review of the right')
  expect(declaredOf('customFields.review', 'dev_1', fields)).toBeUndefined()
  expect(declaredOf('customFields.tier', 'acct_1', fields)).toBeUndefined()
  expect(declaredOf('review', 'acct_1', fields)).toBeUndefined()
  expect(declaredOf('customFields.review', null, fields)).toBeUndefined()
})
