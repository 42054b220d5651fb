import { describe, expect, it } from 'vitest'
import { readColumns } from './view.ts'

describe('remembered columns', () => {
  it('are the usual ones if nothing, or nothing that can be read, is remembered', () => {
    const usual = ['use', 'status', 'ends', 'coverage']
    expect(readColumns(null)).toEqual(usual)
    expect(readColumns('{')).toEqual(usual)
    expect(readColumns('null')).toEqual(usual)
  })

  it('are in their order, without those that are not known any more', () => {
    expect(readColumns('{"columns":["order","gone","use"]}')).toEqual(['use', 'order'])
    expect(readColumns('{"columns":[]}')).toEqual([])
  })
})
