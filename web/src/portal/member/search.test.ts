import { describe, expect, it } from 'vitest'
import { membersFilter, membersOrder, peopleSearch } from './search.ts'

describe('the address of the screen of people', () => {
  it('is read as it was written', () => {
    const search = { tab: 'review', sort: 'through', leavers: true } as const
    expect(peopleSearch(search)).toEqual(search)
    const members = { text: 'anna', role: 'READER', access: 'none', order: 'changed' } as const
    expect(peopleSearch(members)).toEqual(members)
  })

  it('loses what it does not understand, and what is usual', () => {
    const strange = {
      tab: 'members',
      role: 'KING',
      access: 'some',
      order: 'up',
      state: 'LOST',
      decided: 'yes',
      sort: 'unused',
      leavers: 1,
    }
    expect(peopleSearch(strange)).toEqual({})
  })

  it('cuts a text that the contract would not take', () => {
    expect(peopleSearch({ text: 'x'.repeat(300) }).text).toHaveLength(200)
  })
})

describe('the filter of the contract', () => {
  it('has who has access on the day, if nothing else is chosen', () => {
    expect(membersFilter({})).toEqual({ current: true })
    expect(membersFilter({}, '2027-06-30')).toEqual({ current: true, on: '2027-06-30' })
    expect(membersFilter({ access: 'none' })).toEqual({ current: false })
  })

  it('asks for no day if everybody is wanted', () => {
    expect(membersFilter({ access: 'all', role: 'READER' }, '2027-06-30')).toEqual({ role: ['READER'] })
  })

  it('has the order that was chosen', () => {
    expect(membersOrder({})).toEqual({ orderBy: 'USER_NAME', direction: 'ASCENDING' })
    expect(membersOrder({ order: 'changed' })).toEqual({ orderBy: 'UPDATED', direction: 'DESCENDING' })
  })
})
