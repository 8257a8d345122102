import type { InputFlip } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { certifiedRange } from './certify.ts'

const side = (start: string): InputFlip['below'] => {
  return { id: null, route: { start, escalation: null }, replies: {}, gap: false, throttling: null }
}
const flip = (below: string, above: string): InputFlip => {
  return {
    at: 1,
    exact: null,
    bracket: [0.999, 1.001],
    changes: ['route'],
    below: side(below),
    above: side(above),
  }
}
const everywhere = { low: -Infinity, high: Infinity }
/** Which start is certainly best, where bounds are this close. */
const within =
  (width: number) =>
  (value: number): string | null =>
    value < 1 - width ? 'quick' : value > 1 + width ? 'deep' : null

describe('a range within which a flip certainly lies', () => {
  it('is the bracket where bounds at both ends do not overlap', () => {
    expect(certifiedRange(flip('quick', 'deep'), within(0), everywhere)).toEqual([0.999, 1.001])
  })

  it('is as much wider as the bounds are', () => {
    const [low = NaN, high = NaN] = certifiedRange(flip('quick', 'deep'), within(0.01), everywhere) ?? []
    expect(low).toBeLessThan(0.99)
    expect(low).toBeGreaterThan(0.9)
    expect(high).toBeGreaterThan(1.01)
    expect(high).toBeLessThan(1.1)
  })

  it('is not told where it would reach another flip, nothing is certain, or the start does not change', () => {
    expect(certifiedRange(flip('quick', 'deep'), within(0.01), { low: 0.995, high: 2 })).toBeNull()
    expect(certifiedRange(flip('quick', 'deep'), () => null, everywhere)).toBeNull()
    expect(certifiedRange(flip('quick', 'quick'), within(0), everywhere)).toBeNull()
  })
})
