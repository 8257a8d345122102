import type { Drawing, Line, Rule, Zone } from '../../figures/drawing.ts'
import { clipped } from './clip.ts'
import { lineHeight, textWidth, type Frame, type Size } from './frame.ts'
import { boxOf, fitted, placed, spread, squeezed, type Box, type PlacedText } from './place.ts'

/** The part of a route's name that its letter stands for: `A. gpt-4.1: stays` is `A`. */
export function keyOf(label: string): string {
  return /^([A-Z]+)\. /.exec(label)?.[1] ?? label
}

function isKey(text: string): boolean {
  return /^[A-Z]{1,2}$/.test(text)
}

/** The end of a line that a label may stand at: the last point that is seen, and whether it is at the right edge. */
export function endOf(
  line: Line,
  { x, y }: Drawing,
): { readonly at: readonly [number, number]; readonly edge: boolean } | null {
  const seen = line.pieces.flatMap((points) => clipped(points, y.from, y.to)).flat()
  const last = seen.toSorted((one, other) => one[0] - other[0]).at(-1)
  return last === undefined ? null : { at: last, edge: last[0] >= x.to - (x.to - x.from) * 1e-9 }
}

/** Labels of lines beside the right edge, broken into lines. */
export function besideLabels(
  drawing: Drawing,
  size: Size,
): readonly { readonly line: Line; readonly lines: readonly string[] }[] {
  return drawing.lines.flatMap((line) => {
    if (line.label === '' || endOf(line, drawing)?.edge !== true) return []
    const short = size === 'narrow' ? keyOf(line.label) : line.label
    if (size === 'narrow' && !isKey(short)) return []
    return [{ line, lines: squeezed(short, 190, 3) }]
  })
}

/** Where the labels beside the edge stand, moved apart. */
export function placeBeside(
  labels: ReturnType<typeof besideLabels>,
  drawing: Drawing,
  frame: Frame,
): readonly (PlacedText & { readonly line: Line; readonly from: number })[] {
  const ends = labels.map(({ line }) => frame.y(endOf(line, drawing)?.at[1] ?? 0))
  const boxes = labels.map(({ lines }, index) => {
    const box = boxOf(lines, frame.right + 12, 0)
    return { ...box, y: (ends[index] ?? 0) - box.height / 2 }
  })
  return spread(boxes, frame.top - 4, frame.bottom + 6).flatMap((box, index) => {
    const label = labels[index]
    return label === undefined ? [] : [{ ...box, line: label.line, from: ends[index] ?? 0 }]
  })
}

/** Labels of the zones in a strip, and how high that is. */
export function zoneLabels(
  zones: readonly Zone[],
  frame: Frame,
  top: number,
): {
  readonly height: number
  readonly labels: readonly (Box & { readonly zone: Zone; readonly lines: readonly string[] })[]
} {
  const cells = zones.map((zone) => {
    const [x, end] = [frame.x(zone.from), frame.x(zone.to)]
    const width = end - x
    const lines = fitted(zone.label, width - 10, 4) ?? fitted(keyOf(zone.label), width - 4, 1) ?? []
    return { zone, lines, x, y: top, width }
  })
  const height =
    zones.length === 0 ? 0 : Math.max(1, ...cells.map(({ lines }) => lines.length)) * lineHeight + 8
  return { height, labels: cells.map((cell) => ({ ...cell, height })) }
}

/** Labels of rules in rows, so that none covers another. */
export function ruleLabels(
  rules: readonly Rule[],
  frame: Frame,
): {
  readonly rows: number
  readonly labels: readonly { readonly rule: Rule; readonly x: number; readonly row: number }[]
} {
  const ends: number[] = []
  const labels = rules
    .filter(({ label }) => label !== '')
    .toSorted((one, other) => one.at - other.at)
    .map((rule) => {
      const width = textWidth(rule.label) + (rule.role === 'now' ? 6 : 0)
      const x = Math.min(Math.max(frame.x(rule.at) - width / 2, 2), frame.width - width - 2)
      const free = ends.findIndex((end) => end + 10 <= x)
      const row = free < 0 ? ends.length : free
      ends[row] = x + width
      return { rule, x, row }
    })
  return { rows: ends.length, labels }
}

// Labels of points are bold.
const boldStretch = 1.15

/** A label within the picture; `line`: the line that it belongs to, null for a point's. */
export interface InsideLabel extends PlacedText {
  readonly line: Line | null
}

/** Labels within the picture, of points and of lines that end there, each where it covers no other. */
export function insideLabels(drawing: Drawing, frame: Frame, size: Size): readonly InsideLabel[] {
  const bounds: Box = {
    x: frame.left + 2,
    y: frame.top + 2,
    width: frame.right - frame.left - 4,
    height: frame.bottom - frame.top - 4,
  }
  const dots = drawing.points.map(({ x, y }) => ({
    x: frame.x(x) - 7,
    y: frame.y(y) - 7,
    width: 14,
    height: 14,
  }))
  const ink = inkOf(drawing, frame)
  const found: InsideLabel[] = []
  const room = size === 'wide' ? 230 : 150
  const put = (
    label: string,
    at: { readonly x: number; readonly y: number },
    own: number,
    line: Line | null,
  ): void => {
    const taken = [...found, ...dots.filter((_, index) => index !== own)]
    const tries = [label, keyOf(label)].flatMap((text) =>
      [room, room * 0.65].flatMap((width) => {
        const stretch = line === null ? boldStretch : 1
        const place = placed(squeezed(text, width, 3), at, bounds, taken, ink, stretch)
        return place === null ? [] : [{ ...place, price: place.price + (text === label ? 0 : 8) }]
      }),
    )
    const [best] = tries.toSorted((one, other) => one.price - other.price)
    if (best !== undefined) found.push({ ...best.box, line })
  }
  const order = { chosen: 0, wanted: 1, other: 2 } as const
  drawing.points
    .map((point, index) => ({ point, index }))
    .toSorted((one, other) => order[one.point.role] - order[other.point.role])
    .forEach(({ point, index }) => {
      if (point.label !== '') put(point.label, { x: frame.x(point.x), y: frame.y(point.y) }, index, null)
    })
  for (const line of drawing.lines) {
    const end = endOf(line, drawing)
    if (line.label === '' || end === null) continue
    const keyed = size === 'narrow' && isKey(keyOf(line.label))
    if (end.edge && (size === 'wide' || keyed)) continue
    const label = keyed ? keyOf(line.label) : line.label
    put(label, { x: frame.x(end.at[0]) - 4, y: frame.y(end.at[1]) }, -1, line)
  }
  return found
}

/** Points along all lines and rules, close enough that no label slips between them. */
function inkOf(drawing: Drawing, frame: Frame): readonly { readonly x: number; readonly y: number }[] {
  const { x, y } = drawing
  const upright = drawing.rules.map(
    ({ at }) =>
      [
        [at, y.from],
        [at, y.to],
      ] as const,
  )
  const drawn = drawing.lines.flatMap(({ pieces }) =>
    pieces.flatMap((points) => clipped(points, y.from, y.to)),
  )
  return [...drawn, ...upright].flatMap((points) =>
    points.flatMap((point, index) => {
      const before = points[index - 1]
      if (before === undefined || point[0] > x.to) return []
      const [one, other] = [before, point].map(([px, py]) => ({ x: frame.x(px), y: frame.y(py) }))
      if (one === undefined || other === undefined) return []
      const steps = Math.max(1, Math.ceil(Math.hypot(other.x - one.x, other.y - one.y) / 5))
      return Array.from({ length: steps }, (_, step) => ({
        x: one.x + ((other.x - one.x) * step) / steps,
        y: one.y + ((other.y - one.y) * step) / steps,
      }))
    }),
  )
}
