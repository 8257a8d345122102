import { describe, expect, it } from 'vitest'
import { float } from './float.ts'

describe('doubles', () => {
  it('begin as the nearest to a decimal or a ratio', () => {
    expect(float.from('0.1')).toBe(0.1)
    expect(float.from('1/3')).toBe(1 / 3)
    expect(float.from('1e-400')).toBe(0)
  })

  it('never become NaN or infinite in silence', () => {
    expect(() => float.div(1, 0)).toThrow(RangeError)
    expect(() => float.sqrt(-1)).toThrow(RangeError)
    expect(() => float.sign(NaN)).toThrow(RangeError)
  })

  it('have no negative zero by negation, and no exact form', () => {
    expect(Object.is(float.neg(0), 0)).toBe(true)
    expect(float.toExact(0.5)).toBe(null)
  })
})
