import type { Place } from './trace-regions.ts'

/** A value at a place of the unit square, and the region that it lies in: null where there is no value. */
export type ValueAt = (x: number, y: number) => { readonly value: number; readonly label: string } | null

/** A line along which a value stays the same. */
export interface Contour {
  readonly level: number
  readonly segments: readonly (readonly [Place, Place])[]
}

/**
 * Lines of equal value, within regions: where a cell touches two of them the value may jump, and no line is drawn. Between the
 * corners of a cell the value is taken for linear.
 *
 * @param cells along a side of the square
 * @param most how many levels at the most, round numbers between the least and the greatest value
 */
export function contours(valueAt: ValueAt, cells: number, most: number): readonly Contour[] {
  const grid = Array.from({ length: cells + 1 }, (_, row) =>
    Array.from({ length: cells + 1 }, (__, column) => valueAt(column / cells, row / cells)),
  )
  const values = grid.flat().flatMap((each) => (each === null ? [] : [each.value]))
  return levelsWithin(Math.min(...values), Math.max(...values), most).flatMap((level) => {
    const segments: (readonly [Place, Place])[] = []
    for (let row = 0; row < cells; row += 1) {
      for (let column = 0; column < cells; column += 1) {
        segments.push(...cellSegments(grid, row, column, level))
      }
    }
    return segments.length === 0 ? [] : [{ level, segments }]
  })
}

/** Round numbers strictly within a range; none where it is a point. */
function levelsWithin(least: number, greatest: number, most: number): readonly number[] {
  const range = greatest - least
  if (!(range > 1e-9 * Math.max(Math.abs(least), Math.abs(greatest)))) return []
  const rough = range / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power
  const first = Math.floor(least / step) + 1
  const last = Math.ceil(greatest / step) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}

/** Two triangles a cell, so that no corner case is left. */
function cellSegments(
  grid: readonly (readonly ReturnType<ValueAt>[])[],
  row: number,
  column: number,
  level: number,
): readonly (readonly [Place, Place])[] {
  const cells = grid.length - 1
  const corner = (right: number, up: number) => {
    const found = grid[row + up]?.[column + right]
    if (found === undefined || found === null) return []
    return [{ ...found, place: [(column + right) / cells, (row + up) / cells] as const }]
  }
  const corners = [...corner(0, 0), ...corner(1, 0), ...corner(1, 1), ...corner(0, 1)]
  const [a, b, c, d] = corners
  if (a === undefined || b === undefined || c === undefined || d === undefined) return []
  if ([b, c, d].some(({ label }) => label !== a.label)) return []
  return [
    [a, b, c],
    [a, c, d],
  ].flatMap((triangle) => {
    const ends = triangle.flatMap((from, index) => {
      const to = triangle[(index + 1) % 3]
      if (to === undefined || from.value >= level === to.value >= level) return []
      const share = (level - from.value) / (to.value - from.value)
      const [x, y] = from.place
      return [[x + share * (to.place[0] - x), y + share * (to.place[1] - y)] as const]
    })
    const [one, other] = ends
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}
