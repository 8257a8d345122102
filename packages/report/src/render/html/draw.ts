import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Drawing, Line, Point } from '../../figures/drawing.ts'
import { clipped } from './clip.ts'
import {
  fontSize,
  frameOf,
  leftRoom,
  lineHeight,
  textWidth,
  ticksOf,
  tickText,
  type Frame,
  type Size,
} from './frame.ts'
import { boxOf, squeezed } from './place.ts'
import { spots } from './spots.ts'
import { assembled, px, textSvg, tint, withUnit } from './svg.ts'
import { besideLabels, insideLabels, placeBeside, ruleLabels, zoneLabels } from './labels.ts'

const titleHeight = 24

/**
 * A drawing as an SVG picture for a wide or a narrow window; colours come from the page's style.
 *
 * @param stack the drawings of its figure, this one among them: they stand one above the other on one x axis
 */
export function drawPicture(drawing: Drawing, size: Size, stack: readonly Drawing[] = [drawing]): string {
  const beside = besideLabels(drawing, size)
  const room = {
    left: Math.max(...stack.map(leftRoom)),
    beside: Math.max(...stack.map((each) => rightRoom(each, size))),
    above: 0,
  }
  const flat = frameOf(drawing, size, room)
  const strip = zoneLabels(drawing.zones, flat, titleHeight)
  const rules = ruleLabels(drawing.rules, flat)
  const rulesTop = titleHeight + strip.height + (strip.height > 0 ? 4 : 0)
  const frame = frameOf(drawing, size, { ...room, above: rulesTop + rules.rows * lineHeight + 8 })
  const parts = [
    ...strip.labels.map(({ zone, lines, x, y, width, height }) => {
      const rect = `<rect x="${px(x)}" y="${y}" width="${px(width)}" height="${height}" fill="${tint(zone.tint)}" fill-opacity="0.13" stroke="var(--ground)"/>`
      const first = y + (height - lines.length * lineHeight) / 2
      return rect + textSvg(lines, x + width / 2, first, { anchor: 'middle', fill: tint(zone.tint) })
    }),
    ...rules.labels.map(({ rule, x, row }) => {
      const y = rulesTop + row * lineHeight
      const stem = `<line x1="${px(frame.x(rule.at))}" x2="${px(frame.x(rule.at))}" y1="${y + lineHeight}" y2="${px(frame.top)}" stroke="${rule.role === 'now' ? 'currentColor' : 'var(--soft)'}" stroke-dasharray="${rule.role === 'now' ? 'none' : '3 3'}"/>`
      return (
        (row < rules.rows - 1 ? stem : '') +
        textSvg([rule.label], x, y, { bold: rule.role === 'now', halo: true })
      )
    }),
    ...placeBeside(beside, drawing, frame).map(({ lines, x, y, height, line, from }) => {
      const middle = y + height / 2
      const tie = `<line x1="${px(frame.right + 2)}" y1="${px(from)}" x2="${px(x - 3)}" y2="${px(middle)}" stroke="var(--rule)"/>`
      return (Math.abs(middle - from) > 5 ? tie : '') + textSvg(lines, x, y, { fill: inkOf(line) })
    }),
    ...insideLabels(drawing, frame, size).map(({ lines, x, y, line }) => {
      const look = line === null ? { bold: true } : { fill: inkOf(line) }
      return textSvg(lines, x, y, { halo: true, ...look })
    }),
    textSvg([withUnit(drawing.title, drawing.y.unit)], 2, 2, { bold: true }),
    xLabel(drawing, frame),
    spots(drawing, frame),
  ]
  return assembled(drawing, size, plotted(drawing, frame, size), parts.join(''))
}

function plotted(drawing: Drawing, frame: Frame, size: Size): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const { x, y } = drawing
  const xTicks = [...ticksOf(x, size === 'wide' ? 6 : 4)]
  const yTicks = [...ticksOf(y, 5)]
  const text = { fontSize, fill: 'var(--soft)' }
  const svg = Plot.plot({
    document,
    className: 'plot',
    width: frame.width,
    height: frame.height,
    marginLeft: frame.left,
    marginRight: frame.width - frame.right,
    marginTop: frame.top,
    marginBottom: frame.height - frame.bottom,
    x: { type: 'linear', domain: [x.from, x.to], axis: null },
    y: { type: 'linear', domain: [y.from, y.to], axis: null },
    marks: [
      Plot.gridY(yTicks, { stroke: 'var(--rule)', strokeOpacity: 1 }),
      ...(y.from < 0 && y.to > 0 ? [Plot.ruleY([0], { stroke: 'var(--soft)' })] : []),
      Plot.ruleX(
        drawing.rules.filter(({ role }) => role === 'turn').map(({ at }) => at),
        { stroke: 'var(--soft)', strokeDasharray: '3 3' },
      ),
      Plot.ruleX(
        drawing.rules.filter(({ role }) => role === 'now').map(({ at }) => at),
        { stroke: 'currentColor', strokeWidth: 1.2 },
      ),
      ...drawing.lines.flatMap((line) => lineMarks(line, y)),
      ...drawing.points.map(dotMark),
      Plot.axisX(xTicks, {
        tickFormat: (value: number) => tickText(x, value),
        label: null,
        tickSize: 4,
        ...text,
      }),
      Plot.axisY(yTicks, {
        tickFormat: (value: number) => tickText(y, value),
        label: null,
        tickSize: 0,
        ...text,
      }),
    ],
  })
  return svg.outerHTML
}

function lineMarks(line: Line, { from, to }: Drawing['y']): readonly Plot.Markish[] {
  const looks = {
    faint: { strokeWidth: 1.3, strokeOpacity: 0.75 },
    strong: { strokeWidth: 3.5, strokeLinecap: 'round' },
    level: { strokeWidth: 1.6, strokeDasharray: '7 4' },
  } as const
  return line.pieces
    .flatMap((points) => clipped(points, from, to))
    .map((points) => {
      return Plot.line(
        points.map(([x, y]) => [x, y] as [number, number]),
        { stroke: inkOf(line), ...looks[line.role] },
      )
    })
}

function dotMark({ x, y, role }: Point): Plot.Markish {
  const looks = {
    chosen: { r: 6, fill: 'currentColor', stroke: 'var(--ground)', strokeWidth: 2 },
    wanted: { r: 6, symbol: 'diamond', fill: 'var(--ground)', stroke: 'currentColor', strokeWidth: 2 },
    other: { r: 4, fill: 'var(--ground)', stroke: 'currentColor', strokeWidth: 1.5 },
  } as const
  return Plot.dot([[x, y]], looks[role])
}

/** The room that labels beside the right edge take, or the last tick does. */
function rightRoom(drawing: Drawing, size: Size): number {
  const widths = besideLabels(drawing, size).flatMap(({ lines }) => lines.map(textWidth))
  return Math.max(widths.length === 0 ? 0 : Math.max(...widths) + 18, edgeRoom(drawing))
}

/** Half of what the last tick of the x axis says stands beyond the edge. */
function edgeRoom({ x }: Drawing): number {
  const last = ticksOf(x, 6).at(-1)
  return 12 + (last === undefined ? 0 : textWidth(tickText(x, last)) / 2)
}

function xLabel({ x }: Drawing, frame: Frame): string {
  const lines = squeezed(withUnit(x.label, x.unit), frame.width - 8, 2)
  const { width, height } = boxOf(lines, 0, 0)
  const middle = (frame.left + frame.right) / 2
  const centre = Math.min(Math.max(middle, width / 2 + 2), frame.width - width / 2 - 2)
  return textSvg(lines, centre, frame.height - height - 4, { anchor: 'middle' })
}

function inkOf({ tint: index, role }: Line): string {
  return index === null ? (role === 'level' ? 'currentColor' : 'var(--soft)') : tint(index)
}
