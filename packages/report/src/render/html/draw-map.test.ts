import { describe, expect, it } from 'vitest'
import type { MapPicture } from '../../map/map-picture.ts'
import { drawMap } from './draw-map.ts'
import { textWidth } from './frame.ts'

const dollars: MapPicture = {
  kind: 'map',
  id: 'dollars',
  title: 'Dollars',
  description: '',
  x: { label: 'churn', unit: 'USD', from: 0, to: 20_000_000, logarithmic: false },
  y: { label: 'value', unit: 'USD', from: 0, to: 1, logarithmic: false },
  areas: [],
  edges: [],
  contours: [],
  now: null,
}

describe('a map', () => {
  it.each(['wide', 'narrow'] as const)('has room between the numbers of its %s x axis', (size) => {
    const svg = drawMap(dollars, size)
    const marks = [...svg.matchAll(/translate\(([\d.]+),[^>]*>([\d,]*0,000)</g)].map(
      ([, x = '', text = '']) => {
        return { x: Number(x), half: textWidth(text) / 2 }
      },
    )
    expect(marks.length).toBeGreaterThan(1)
    marks.slice(1).forEach((mark, index) => {
      const before = marks[index] ?? mark
      expect(before.x + before.half).toBeLessThan(mark.x - mark.half)
    })
    const last = marks.at(-1)
    expect((last?.x ?? 0) + (last?.half ?? 0)).toBeLessThanOrEqual(size === 'wide' ? 800 : 340)
  })
})
