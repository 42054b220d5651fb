import { describe, expect, it } from 'vitest'
import { readView } from './view.ts'

describe('a remembered view', () => {
  it('is the usual one if nothing, or nothing that can be read, is remembered', () => {
    const usual = { columns: ['use', 'status', 'ends', 'coverage'], dense: false }
    expect(readView(null)).toEqual(usual)
    expect(readView('{')).toEqual(usual)
    expect(readView('null')).toEqual(usual)
  })

  it('has the columns in their order, without those that are not known any more', () => {
    expect(readView('{"columns":["order","gone","use"],"dense":true}')).toEqual({ columns: ['use', 'order'], dense: true })
    expect(readView('{"columns":[]}')).toEqual({ columns: [], dense: false })
  })
})
