import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Bar, BarPicture } from '../../figures/bars.ts'
import { escaped } from './escape.ts'
import { fontSize, lineHeight, textWidth, ticksOf, tickText, type Size } from './frame.ts'
import { squeezed } from './place.ts'
import { assembled, px, textSvg, tint, withUnit } from './svg.ts'

const titleRoom = 8
/** The share of a narrow picture that words may take beside the bars; wider ones stand above them. */
const mostBeside = 0.5
const swatch = 11
const widths = { wide: 800, narrow: 340 } as const
/** How high a bar is, and the room between two. */
const thickness = { wide: 18, narrow: 14 } as const
const between = { beside: 10, above: 12 } as const
/** The most that words beside the bars may take of the width. */
const most = { label: 230, text: 210 } as const
/** Bold text is wider than plain text; digits and signs are wider than text is on average. */
const boldStretch = 1.12
const digitStretch = 1.3
/** Places that tell their numbers stand no farther apart than this. */
const spotsApart = 36

/** One bar with the words that go with it, and where they stand. */
interface Row {
  readonly bar: Bar
  readonly label: readonly string[]
  readonly text: readonly string[]
  /** Where the words begin, where the bar does, and where the row ends. */
  readonly top: number
  readonly bar0: number
  readonly bottom: number
}

/** Where things are, in pixels. */
interface Plan {
  readonly size: Size
  /** Words stand beside the bars, not above them. */
  readonly beside: boolean
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly rows: readonly Row[]
  readonly x: (value: number) => number
}

/** Bars as an SVG picture for a wide or a narrow window: words beside the bars, or above them where there is no room. */
export function drawBars(picture: BarPicture, size: Size): string {
  const title = squeezed(picture.title, (widths[size] - 4) / boldStretch, 2)
  const titleHeight = title.length * lineHeight + titleRoom
  const keys = keyRow(picture, size, titleHeight)
  const plan = planOf(
    picture,
    size,
    titleHeight + keys.height + (picture.base.label === '' ? 0 : lineHeight + 2),
  )
  const overlay = [
    textSvg(title, 2, 2, { bold: true }),
    keys.svg,
    ...plan.rows.map((row) => words(row, plan)),
    baseLabel(picture, plan),
    axisLabel(picture, plan),
    spots(picture, plan),
  ]
  return assembled(picture, size, plotted(picture, plan), overlay.join(''))
}

function planOf({ x, bars }: BarPicture, size: Size, above: number): Plan {
  const width = widths[size]
  const columns = columnsOf(bars)
  const beside = size === 'wide' || columns.label + columns.text <= mostBeside * width
  const last = ticksOf(x, 5).at(-1)
  const edge = last === undefined ? 10 : 10 + textWidth(tickText(x, last)) / 2
  const left = beside ? columns.label + 16 : edge
  const right = width - Math.max(edge, beside ? columns.text * digitStretch + 14 : 0)
  const thick = thickness[size]
  let y = above
  const rows = bars.map((bar): Row => {
    const top = y
    const label = wordsOf(bar.label, beside ? columns.label : width - 8, bar.marked)
    const text = wordsOf(bar.text, beside ? columns.text : width - 8, bar.marked)
    const lines = beside ? Math.max(label.length, text.length) : narrowLines(label, text, width)
    const bar0 = beside ? top + Math.max(0, (lines * lineHeight - thick) / 2) : top + lines * lineHeight + 2
    const bottom = Math.max(bar0 + thick, top + lines * lineHeight)
    y = bottom + (beside ? between.beside : between.above)
    return { bar, label, text, top, bar0, bottom }
  })
  const bottom = y
  const scale = (value: number): number => left + ((value - x.from) / (x.to - x.from)) * (right - left)
  const height = bottom + 26 + lineHeight + 6
  return { size, beside, width, height, left, right, top: above - 4, bottom, rows, x: scale }
}

function columnsOf(bars: readonly Bar[]): { readonly label: number; readonly text: number } {
  const widest = (of: (bar: Bar) => string): number =>
    Math.max(0, ...bars.map((bar) => textWidth(of(bar)) * (bar.marked ? boldStretch : 1)))
  return {
    label: Math.min(
      most.label,
      widest(({ label }) => label),
    ),
    text: Math.min(
      most.text,
      widest(({ text }) => text),
    ),
  }
}

function wordsOf(text: string, width: number, bold: boolean): readonly string[] {
  return text === '' ? [] : squeezed(text, width / (bold ? boldStretch : 1) + 1, 3)
}

/** The text stands in the label's last line where there is room, else below. */
function narrowLines(label: readonly string[], text: readonly string[], width: number): number {
  return label.length + (fitsBeside(label, text, width) ? 0 : text.length)
}

function fitsBeside(label: readonly string[], text: readonly string[], width: number): boolean {
  if (text.length !== 1) return text.length === 0
  return (textWidth(label.at(-1) ?? '') + textWidth(text[0] ?? '')) * boldStretch + 16 <= width - 8
}

function words({ bar, label, text, top, bar0 }: Row, { size, beside, left, right, width }: Plan): string {
  const bold = { bold: bar.marked }
  if (beside) {
    const middle = bar0 + thickness[size] / 2
    const first = (lines: readonly string[]): number => middle - (lines.length * lineHeight) / 2
    return (
      textSvg(label, left - 12, first(label), { anchor: 'end', ...bold }) +
      textSvg(text, right + 12, first(text), bold)
    )
  }
  // Lines of the grid run behind words above the bars.
  const own = textSvg(label, 4, top, { halo: true, ...bold })
  if (!fitsBeside(label, text, width))
    return (
      own + textSvg(text, 4, top + label.length * lineHeight, { fill: 'var(--soft)', halo: true, ...bold })
    )
  const y = top + (label.length - 1) * lineHeight
  return own + textSvg(text, width - 4, y, { anchor: 'end', halo: true, ...bold })
}

function plotted({ x, bars, base: { at: base } }: BarPicture, plan: Plan): string {
  const { size } = plan
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const ticks = [...ticksOf(x, size === 'wide' ? 8 : 4)]
  const rows = bars.flatMap((bar, index) => {
    const row = plan.rows[index]
    return row === undefined ? [] : [{ bar, y: row.bar0 }]
  })
  const parts = rows.flatMap(({ bar, y }) => bar.parts.map((part) => ({ ...part, y })))
  const ends = parts.filter(({ open }) => !open)
  const whiskers = rows.flatMap(({ bar, y }) => (bar.whisker === null ? [] : [{ ends: bar.whisker, y }]))
  const half = thickness[size] / 2
  return Plot.plot({
    document,
    className: 'plot',
    width: plan.width,
    height: plan.height,
    marginLeft: plan.left,
    marginRight: plan.width - plan.right,
    marginTop: plan.top,
    marginBottom: plan.height - plan.bottom,
    x: { type: 'linear', domain: [x.from, x.to], axis: null, clamp: true },
    y: { type: 'linear', domain: [plan.bottom, plan.top], axis: null },
    marks: [
      Plot.gridX(ticks, { stroke: 'var(--rule)', strokeOpacity: 1 }),
      ...parts.map(({ from, to, y, tint: index, open }) =>
        Plot.rect([0], {
          x1: () => from,
          x2: () => to,
          y1: () => y,
          y2: () => y + thickness[size],
          fill: tint(index),
          fillOpacity: open ? 0.25 : 0.75,
        }),
      ),
      ...ends.map(({ from, to, y, tint: index }) => {
        const end = Math.abs(to - base) >= Math.abs(from - base) ? to : from
        return Plot.ruleX([end], {
          y1: y - 2,
          y2: y + thickness[size] + 2,
          stroke: tint(index),
          strokeWidth: 2,
        })
      }),
      ...whiskers.flatMap(({ ends: [low, high], y }) => [
        Plot.ruleY([y + half], { x1: low, x2: high, stroke: 'currentColor', strokeWidth: 1.4 }),
        Plot.ruleX([low, high], {
          y1: y + half - 5,
          y2: y + half + 5,
          stroke: 'currentColor',
          strokeWidth: 1.4,
        }),
      ]),
      Plot.ruleX([base], { stroke: 'currentColor', strokeWidth: 1.2 }),
      Plot.axisX(ticks, {
        tickFormat: (value: number) => tickText(x, value),
        label: null,
        tickSize: 4,
        fontSize,
        fill: 'var(--soft)',
      }),
    ],
  }).outerHTML
}

/** What the colours mean, in rows below the title. */
function keyRow(
  { keys }: BarPicture,
  size: Size,
  titleHeight: number,
): { readonly height: number; readonly svg: string } {
  const width = widths[size]
  let [x, y] = [2, titleHeight]
  const marks = keys.map(({ tint: index, label }) => {
    const lines = squeezed(label, width - swatch - 12, 1)
    const needed = swatch + 6 + Math.max(0, ...lines.map(textWidth)) + 18
    if (x > 2 && x + needed > width) [x, y] = [2, y + lineHeight + 2]
    const at = x
    x += needed
    const mark = `<rect x="${px(at)}" y="${px(y + 3)}" width="${swatch}" height="${swatch}" fill="${tint(index)}" fill-opacity="0.75"/>`
    return mark + textSvg(lines, at + swatch + 6, y)
  })
  return keys.length === 0
    ? { height: 0, svg: '' }
    : { height: y + lineHeight + 8 - titleHeight, svg: marks.join('') }
}

function baseLabel({ base }: BarPicture, { x, top, width }: Plan): string {
  if (base.label === '') return ''
  const half = (textWidth(base.label) * boldStretch) / 2
  const centre = Math.min(Math.max(x(base.at), half + 2), width - half - 2)
  return textSvg([base.label], centre, top - lineHeight + 2, { anchor: 'middle', bold: true, halo: true })
}

function axisLabel({ x }: BarPicture, { left, right, width, bottom }: Plan): string {
  const lines = squeezed(withUnit(x.label, x.unit), width - 8, 1)
  const half = Math.max(0, ...lines.map(textWidth)) / 2
  const centre = Math.min(Math.max((left + right) / 2, half + 2), width - half - 2)
  return textSvg(lines, centre, bottom + 24, { anchor: 'middle' })
}

/** Places along the bars that tell their numbers under the pointer. */
function spots({ bars, x }: BarPicture, plan: Plan): string {
  const circles = bars.flatMap((bar, index) => {
    const row = plan.rows[index]
    if (row === undefined) return []
    return bar.parts.flatMap(({ from, to, label }) => {
      const [a, b] = [from, to].map((value) => plan.x(Math.min(Math.max(value, x.from), x.to)))
      if (a === undefined || b === undefined) return []
      const steps = Math.max(1, Math.ceil(Math.abs(b - a) / spotsApart))
      const text = `${bar.label}: ${label}`
      return Array.from({ length: steps }, (_, step) => {
        const at = a + ((b - a) * (step + 0.5)) / steps
        return `<circle cx="${px(at)}" cy="${px(row.bar0 + thickness[plan.size] / 2)}" r="6"><title>${escaped(text)}</title></circle>`
      })
    })
  })
  return `<g class="spots" fill="transparent">${circles.join('')}</g>`
}
