import { decimal } from '../../formatting/decimal.ts'
import type { Axis, Drawing } from '../../figures/drawing.ts'
import { widthOf } from '../text/width.ts'

/** Which window a picture is drawn for. */
export type Size = 'wide' | 'narrow'

/** Font size of all text in pictures, and how high a line of it is, in pixels. */
export const fontSize = 12.5
export const lineHeight = 16

/** Where things are in a picture, in pixels. */
export interface Frame {
  readonly width: number
  readonly height: number
  /** Edges of the area that the axes span. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

/** How wide a text is about; rather too wide than too narrow. */
export function textWidth(text: string): number {
  return widthOf(text) * fontSize * 0.56
}

/** The room that the y axis' ticks take. */
export function leftRoom({ y }: Drawing): number {
  return 16 + Math.max(0, ...ticksOf(y, 5).map((tick) => textWidth(tickText(y, tick))))
}

/** The frame of a drawing, given the room that labels above and beside it take. */
export function frameOf(
  { x, y }: Drawing,
  size: Size,
  room: { readonly above: number; readonly beside: number; readonly left: number },
): Frame {
  const width = size === 'wide' ? 800 : 340
  const plotHeight = size === 'wide' ? 290 : 230
  const { left } = room
  const right = width - room.beside
  const top = room.above
  const bottom = top + plotHeight
  return {
    width,
    height:
      bottom + 30 + lineHeight * Math.min(2, Math.ceil(textWidth(`${x.label} (${x.unit})`) / (width - 40))),
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((value - x.from) / (x.to - x.from)) * (right - left),
    y: (value) => bottom - ((value - y.from) / (y.to - y.from)) * (bottom - top),
  }
}

/** Round values on an axis, about so many. */
export function ticksOf({ from, to }: Axis, about: number): readonly number[] {
  const rough = (to - from) / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10) * power
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, 40)) }, (_, index) => {
    return Number(((first + index) * step).toPrecision(12))
  })
}

/** What a tick says; the axis' label says the unit. */
export function tickText({ form }: Axis, value: number): string {
  return form === 'percent' ? `${decimal(value * 100, 6)}%` : decimal(value, 6)
}
