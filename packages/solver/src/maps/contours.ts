import type { Place } from './trace-regions.ts'

/** A value at a place of the unit square, and the region that it lies in: null where there is no value. */
export type ValueAt = (x: number, y: number) => { readonly value: number; readonly label: string } | null

/** A line along which a value stays the same. */
export interface Contour {
  readonly level: number
  readonly segments: readonly (readonly [Place, Place])[]
}

/**
 * Lines of equal value, within regions: where a cell touches two of them the value may jump, and it is cut into smaller ones, of
 * which those that lie in one region have lines. Between the corners of a cell the value is taken for linear.
 *
 * @param cells along a side of the square
 * @param most how many levels at the most, round numbers between the least and the greatest value
 * @param cuts how often a cell that touches two regions is cut into four: what is left out is too narrow to see
 */
export function contours(valueAt: ValueAt, cells: number, most: number, cuts = 3): readonly Contour[] {
  const grid = Array.from({ length: cells + 1 }, (_, row) =>
    Array.from({ length: cells + 1 }, (__, column) => valueAt(column / cells, row / cells)),
  )
  const values = grid.flat().flatMap((each) => (each === null ? [] : [each.value]))
  return levelsWithin(Math.min(...values), Math.max(...values), most).flatMap((level) => {
    const segments: (readonly [Place, Place])[] = []
    for (let row = 0; row < cells; row += 1) {
      for (let column = 0; column < cells; column += 1) {
        const corner = (right: number, up: number): Corner => {
          const place = [(column + right) / cells, (row + up) / cells] as const
          return { place, at: grid[row + up]?.[column + right] ?? null }
        }
        const cell = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)] as const
        segments.push(...cellSegments(valueAt, cell, level, cuts))
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

type Cell = readonly [Corner, Corner, Corner, Corner]

interface Corner {
  readonly place: Place
  readonly at: ReturnType<ValueAt>
}

function cellSegments(
  valueAt: ValueAt,
  cell: Cell,
  level: number,
  cuts: number,
): readonly (readonly [Place, Place])[] {
  const labels = new Set(cell.map(({ at }) => at?.label ?? null))
  if (labels.size === 1) return labels.has(null) ? [] : straight(cell, level)
  if (cuts === 0 || !mayCross(cell, level)) return []
  return quarters(valueAt, cell).flatMap((quarter) => cellSegments(valueAt, quarter, level, cuts - 1))
}

/** Whether a value may come to a level in a cell: within a region it is taken to go on as it does between its corners. */
function mayCross(cell: Cell, level: number): boolean {
  const regions = new Map<string, number[]>()
  for (const { at } of cell)
    if (at !== null) regions.set(at.label, [...(regions.get(at.label) ?? []), at.value])
  const ranges = [...regions.values()].map((values) => [Math.min(...values), Math.max(...values)] as const)
  const spread = Math.max(0, ...ranges.map(([least, greatest]) => greatest - least))
  return ranges.some(([least, greatest]) => level >= least - spread && level <= greatest + spread)
}

function quarters(valueAt: ValueAt, [a, b, c, d]: Cell): readonly Cell[] {
  const corner = (x: number, y: number): Corner => ({ place: [x, y], at: valueAt(x, y) })
  const [[left, low], [right, high]] = [a.place, c.place]
  const [x, y] = [(left + right) / 2, (low + high) / 2]
  const [south, east, north, west] = [corner(x, low), corner(right, y), corner(x, high), corner(left, y)]
  const middle = corner(x, y)
  return [
    [a, south, middle, west],
    [south, b, east, middle],
    [middle, east, c, north],
    [west, middle, north, d],
  ]
}

/** Two triangles a cell, so that no corner case is left. */
function straight([a, b, c, d]: Cell, level: number): readonly (readonly [Place, Place])[] {
  return [
    [a, b, c],
    [a, c, d],
  ].flatMap((triangle) => {
    const ends = triangle.flatMap((from, index) => {
      const to = triangle[(index + 1) % 3]
      if (to === undefined || from.at === null || to.at === null) return []
      if (from.at.value >= level === to.at.value >= level) return []
      const share = (level - from.at.value) / (to.at.value - from.at.value)
      const [x, y] = from.place
      return [[x + share * (to.place[0] - x), y + share * (to.place[1] - y)] as const]
    })
    const [one, other] = ends
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}
