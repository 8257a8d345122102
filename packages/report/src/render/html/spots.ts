import type { Axis, Drawing } from '../../figures/drawing.ts'
import { decimal } from '../../formatting/decimal.ts'
import { escaped } from './escape.ts'
import type { Frame } from './frame.ts'

/** Places on one stretch of a line that tell their numbers. */
const mostOnALine = 40
/** Significant digits: more than any axis shows, fewer than a double's last ones, which say nothing. */
const digits = 12

/**
 * Places of a picture that tell their exact numbers under the pointer: as titles, which need no script. The page's script shows
 * the nearest at once.
 */
export function spots(drawing: Drawing, frame: Frame): string {
  const { x, y, lines, points } = drawing
  const onLines = lines.flatMap(({ label, pieces }) =>
    pieces.flatMap((piece) => thinned(piece).map(([at, value]) => ({ at, value, label }))),
  )
  const all = [...onLines, ...points.map(({ x: at, y: value, label }) => ({ at, value, label }))]
  const seen = all.filter(({ at, value }) => isWithin(x, at) && isWithin(y, value))
  const circles = seen.map(({ at, value, label }) => {
    const name = label === '' ? '' : `${label}: `
    const text = `${name}${numberText(x, at)}, ${numberText(y, value)}`
    return `<circle cx="${px(frame.x(at))}" cy="${px(frame.y(value))}" r="6"><title>${escaped(text)}</title></circle>`
  })
  return `<g class="spots" fill="transparent">${circles.join('')}</g>`
}

function thinned<T>(items: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.ceil((items.length - 1) / mostOnALine))
  return items.filter((_, index) => index % step === 0 || index === items.length - 1)
}

function isWithin({ from, to }: Axis, value: number): boolean {
  return value >= from && value <= to
}

function numberText({ form, unit }: Axis, value: number): string {
  if (form === 'percent') return `${decimal(100 * value, digits)}%`
  return unit === '' ? decimal(value, digits) : `${decimal(value, digits)}\u00a0${unit}`
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}
