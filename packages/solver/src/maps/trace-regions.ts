/** A place in the unit square. */
export type Place = readonly [x: number, y: number]

/** The label of a place. The same place always has the same one. */
export type LabelAt = (x: number, y: number) => string

/** How finely to look. */
export interface Tracing {
  /** Cells along a side of the square: what is smaller than one, and touches no corner of one, may be missed. */
  readonly cells: number
  /** How often a cell in which more than two regions meet is cut into four, at the most. */
  readonly cuts: number
  /** How near to the place where the label changes a traced place is, as a share of the side. */
  readonly precision: number
  /** How far an edge that is drawn may be from the edge that is, as a share of the side. */
  readonly flatness: number
  /** Told which share of the square has been cut. */
  readonly progress?: (share: number) => void
}

/** The square cut into pieces of one label each, and the lines along which labels change. */
export interface Traced {
  readonly pieces: readonly { readonly label: string; readonly outline: readonly Place[] }[]
  /**
   * Every corner of an edge is within `precision` of a change of label; where several regions meet, within the smallest cell that
   * a cell is cut to.
   */
  readonly edges: readonly (readonly Place[])[]
}

interface Corner {
  readonly place: Place
  readonly label: string
}

/** Where the label changes along a side of a cell. */
interface Crossing {
  readonly place: Place
  /** Index of the corner before it, going round. */
  readonly after: number
  /** Whether the label beyond it is that of the next corner: there is no third one between. */
  readonly only: boolean
}

/**
 * Cuts the unit square into regions of one label, by the labels at the corners of cells and bisection along their sides. Edges
 * within a cell are straight where that is near enough, else they get corners that are bisected for in turn.
 */
export function traceRegions(labelAt: LabelAt, tracing: Tracing): Traced {
  const pieces: { label: string; outline: readonly Place[] }[] = []
  const edges: (readonly Place[])[] = []
  const size = 1 / tracing.cells
  for (let row = 0; row < tracing.cells; row += 1) {
    const runs: { readonly label: string; readonly from: number; to: number }[] = []
    const [low, high] = [row * size, (row + 1) * size]
    for (let column = 0; column < tracing.cells; column += 1) {
      const [left, right] = [column * size, (column + 1) * size]
      const corners = cornersOf(labelAt, rectangle(left, low, right, high))
      const whole = alike(corners)
      if (whole === null) {
        traceCell(labelAt, corners, tracing, pieces, edges)
        continue
      }
      // Cells of one label side by side become one piece.
      const last = runs.at(-1)
      if (last?.label === whole && last.to === left) last.to = right
      else runs.push({ label: whole, from: left, to: right })
    }
    for (const { label, from, to } of runs) pieces.push({ label, outline: rectangle(from, low, to, high) })
    tracing.progress?.((row + 1) / tracing.cells)
  }
  return { pieces, edges }
}

function rectangle(left: number, low: number, right: number, high: number): readonly Place[] {
  return [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
  ]
}

function cornersOf(labelAt: LabelAt, places: readonly Place[]): readonly Corner[] {
  return places.map((place) => ({ place, label: labelAt(...place) }))
}

function alike(corners: readonly Corner[]): string | null {
  const [first] = corners
  return first !== undefined && corners.every(({ label }) => label === first.label) ? first.label : null
}

/**
 * Cuts a cell in which labels change, and what still has more than two regions in turn, a round at a time. Where regions meet in a
 * point few parts are left in each round. Many are where a region is a strip too narrow to see, or a mere line: such a cell is not
 * cut to the last.
 */
function traceCell(
  labelAt: LabelAt,
  cell: readonly Corner[],
  tracing: Tracing,
  pieces: { label: string; outline: readonly Place[] }[],
  edges: (readonly Place[])[],
): void {
  let left: readonly (readonly Corner[])[] = [cell]
  for (let cuts = tracing.cuts; left.length > 0; cuts -= 1) {
    const last = cuts === 0 || left.length > mostParts
    left = left.flatMap((corners) => {
      if (drawn(labelAt, corners, tracing, last, pieces, edges)) return []
      return quarters(corners).map((quarter) => cornersOf(labelAt, quarter))
    })
  }
}

/** Parts of a cell in a round of cuts, from which on they are no longer cut. */
const mostParts = 64

/** Draws a part of a cell, unless more than two regions are in it and it is to be cut. */
function drawn(
  labelAt: LabelAt,
  corners: readonly Corner[],
  tracing: Tracing,
  last: boolean,
  pieces: { label: string; outline: readonly Place[] }[],
  edges: (readonly Place[])[],
): boolean {
  const whole = alike(corners)
  if (whole !== null) {
    pieces.push({ label: whole, outline: corners.map(({ place }) => place) })
    return true
  }
  const crossings = crossingsOf(labelAt, corners, tracing)
  const [one, other] = crossings
  const simple = crossings.length === 2 && (last || crossings.every(({ only }) => only))
  if (simple && one !== undefined && other !== undefined) {
    const line = bent(labelAt, one.place, other.place, tracing)
    pieces.push(...halves(corners, one, other, line))
    edges.push(line)
    return true
  }
  if (!last) return false
  // Several regions meet in a part too small to see: they meet in its middle.
  const middle = centreOf(crossings.map(({ place }) => place))
  crossings.forEach((crossing, index) => {
    const next = crossings[(index + 1) % crossings.length]
    if (next === undefined) return
    const between = cornersBetween(corners, crossing, next)
    const [first] = between
    if (first === undefined) return
    pieces.push({
      label: first.label,
      outline: [crossing.place, ...between.map(({ place }) => place), next.place, middle],
    })
    edges.push([crossing.place, middle])
  })
  return true
}

/** Where a cell is cut, as a share of its side: not at the middle, where what happens at round numbers, ties above all, would lie. */
const cutAt = 0.4871

function quarters(corners: readonly Corner[]): readonly (readonly Place[])[] {
  const [low, , high] = corners
  if (low === undefined || high === undefined) return []
  const [[left, bottom], [right, top]] = [low.place, high.place]
  const [x, y] = along(low.place, high.place, cutAt)
  return [
    rectangle(left, bottom, x, y),
    rectangle(x, bottom, right, y),
    rectangle(left, y, x, top),
    rectangle(x, y, right, top),
  ]
}

function crossingsOf(
  labelAt: LabelAt,
  corners: readonly Corner[],
  { precision }: Tracing,
): readonly Crossing[] {
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length]
    if (next === undefined || next.label === corner.label) return []
    const place = changeBetween(labelAt, corner.place, next.place, corner.label, precision)
    const length = Math.hypot(next.place[0] - corner.place[0], next.place[1] - corner.place[1])
    const beyond = along(place, next.place, Math.min(1, (2 * precision) / length))
    return [{ place, after: index, only: labelAt(...beyond) === next.label }]
  })
}

/** Where the label of one end stops holding on the way to the other, within `precision`. */
function changeBetween(labelAt: LabelAt, from: Place, to: Place, label: string, precision: number): Place {
  let [near, far] = [0, 1]
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  while ((far - near) * length > precision) {
    const middle = (near + far) / 2
    if (middle <= near || middle >= far) break
    if (labelAt(...along(from, to, middle)) === label) near = middle
    else far = middle
  }
  return along(from, to, (near + far) / 2)
}

function along(from: Place, to: Place, share: number): Place {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
}

const mostBends = 5

/** The edge from one place of it to another, with corners where it is not straight. */
function bent(
  labelAt: LabelAt,
  from: Place,
  to: Place,
  tracing: Tracing,
  bends = mostBends,
): readonly Place[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (bends === 0 || length < 4 * tracing.flatness) return [from, to]
  const middle = along(from, to, 0.5)
  const found = changeAcross(
    labelAt,
    middle,
    [(from[1] - to[1]) / 2, (to[0] - from[0]) / 2],
    tracing.precision,
  )
  if (found === null) return [from, to]
  const off = Math.hypot(found[0] - middle[0], found[1] - middle[1])
  if (off <= tracing.flatness) return [from, found, to]
  const before = bent(labelAt, from, found, tracing, bends - 1)
  return [...before, ...bent(labelAt, found, to, tracing, bends - 1).slice(1)]
}

/** The change of label nearest to a place on a way across it; null where there is none. */
function changeAcross(labelAt: LabelAt, middle: Place, way: Place, precision: number): Place | null {
  const here = labelAt(...middle)
  for (const reach of [1e-3, 0.02, 0.2, 0.7, 1.3]) {
    for (const side of [1, -1]) {
      const end: Place = [clamp(middle[0] + side * reach * way[0]), clamp(middle[1] + side * reach * way[1])]
      if (labelAt(...end) !== here) return changeBetween(labelAt, middle, end, here, precision)
    }
  }
  return null
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function halves(
  corners: readonly Corner[],
  one: Crossing,
  other: Crossing,
  line: readonly Place[],
): readonly { readonly label: string; readonly outline: readonly Place[] }[] {
  const sides = [
    { corners: cornersBetween(corners, one, other), line: line.toReversed() },
    { corners: cornersBetween(corners, other, one), line },
  ]
  return sides.flatMap((side) => {
    const [first] = side.corners
    if (first === undefined) return []
    return [{ label: first.label, outline: [...side.corners.map(({ place }) => place), ...side.line] }]
  })
}

/** Corners passed on the way round from one crossing to another. */
function cornersBetween(corners: readonly Corner[], from: Crossing, to: Crossing): readonly Corner[] {
  const passed: Corner[] = []
  for (let step = 1; step <= corners.length; step += 1) {
    const index = (from.after + step) % corners.length
    const corner = corners[index]
    if (corner !== undefined) passed.push(corner)
    if (index === to.after) break
  }
  return passed
}

function centreOf(places: readonly Place[]): Place {
  const sum = places.reduce<Place>(([x, y], place) => [x + place[0], y + place[1]], [0, 0])
  return [sum[0] / places.length, sum[1] / places.length]
}
