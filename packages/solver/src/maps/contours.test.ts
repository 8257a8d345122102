import { describe, expect, it } from 'vitest'
import { contours, type ValueAt } from './contours.ts'

/** A slope that jumps at the line `x = 0.537`. */
const slope: ValueAt = (x, y) => (x < 0.537 ? { value: y, label: 'left' } : { value: y + 10, label: 'right' })

describe('lines of equal value', () => {
  const cells = 8
  const half = contours(slope, cells, 30).find(({ level }) => level === 0.5)
  const places = (half?.segments ?? []).flat()

  it('lie where the value is that of the line', () => {
    expect(places.length).toBeGreaterThan(8)
    for (const [, y] of places) expect(y).toBeCloseTo(0.5, 12)
  })

  it('reach the edge of their region, but for a sliver, and do not cross it', () => {
    const end = Math.max(...places.map(([x]) => x))
    expect(end).toBeLessThanOrEqual(0.537)
    expect(end).toBeGreaterThan(0.537 - 1 / cells / 8)
  })
})
