import { describe, expect, it } from 'vitest'
import { traceRegions, type LabelAt, type Place } from './trace-regions.ts'

const precision = 1e-8
const tracing = { cells: 16, cuts: 4, flatness: 5e-6, precision }

/** Twice the area by the shoelace, halved. */
function area(outline: readonly Place[]): number {
  const twice = outline.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

function areas(labelAt: LabelAt): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { label, outline } of traceRegions(labelAt, tracing).pieces)
    sums.set(label, (sums.get(label) ?? 0) + area(outline))
  return sums
}

describe('regions traced in a square', () => {
  it('leave no part of it out, and have the area that they have', () => {
    const disc: LabelAt = (x, y) => ((x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.09 ? 'in' : 'out')
    const found = areas(disc)
    expect(found.get('in')).toBeCloseTo(Math.PI * 0.09, 4)
    expect((found.get('in') ?? 0) + (found.get('out') ?? 0)).toBeCloseTo(1, 10)
  })

  it('have every corner of an edge where the label changes', () => {
    const curve = (x: number): number => 0.3 + 0.4 * x * x
    const { edges } = traceRegions((x, y) => (y < curve(x) ? 'below' : 'above'), tracing)
    const corners = edges.flat()
    expect(corners.length).toBeGreaterThan(32)
    for (const [x, y] of corners) expect(Math.abs(y - curve(x))).toBeLessThan(4 * precision)
  })

  it('have edges that are as straight as they may be, and no straighter', () => {
    const curve = (x: number): number => 0.3 + 0.4 * x * x
    const { edges } = traceRegions((x, y) => (y < curve(x) ? 'below' : 'above'), tracing)
    for (const edge of edges) {
      edge.slice(1).forEach(([x, y], index) => {
        const [beforeX, beforeY] = edge[index] ?? [0, 0]
        const middle = [(x + beforeX) / 2, (y + beforeY) / 2] as const
        expect(Math.abs(middle[1] - curve(middle[0]))).toBeLessThan(1e-5)
      })
    }
  })

  it('meet where three of them meet', () => {
    const three: LabelAt = (x, y) => (y < 0.37 ? 'south' : x < 0.61 ? 'west' : 'east')
    const found = areas(three)
    expect(found.get('south')).toBeCloseTo(0.37, 5)
    expect(found.get('west')).toBeCloseTo(0.63 * 0.61, 4)
    expect(found.get('east')).toBeCloseTo(0.63 * 0.39, 4)
  })

  it('have no edge where there is one region only', () => {
    const { pieces, edges } = traceRegions(() => 'all', tracing)
    expect(edges).toEqual([])
    expect(pieces).toHaveLength(16)
  })

  it.each([
    ['a line that the middles of cells lie on', (y: number) => y === 0.5],
    ['a strip too narrow to see', (y: number) => Math.abs(y - 0.5001) < 1e-7],
  ])('take few looks where a region is %s', (_, isOn) => {
    let looks = 0
    const labelAt: LabelAt = (_x, y) => {
      looks += 1
      return isOn(y) ? 'on' : y < 0.5 ? 'below' : 'above'
    }
    const { pieces } = traceRegions(labelAt, { ...tracing, cells: 15, cuts: 16 })
    const below = pieces.filter(({ label }) => label === 'below')
    expect(below.reduce((sum, { outline }) => sum + area(outline), 0)).toBeCloseTo(0.5, 3)
    expect(looks).toBeLessThan(500_000)
  })
})
