import type { Axis } from './drawing.ts'

/** Bars as data, one below the other on a common axis. Renderers choose colours and sizes. */
export interface BarPicture {
  readonly kind: 'bars'
  readonly id: string
  /** What stands above it. */
  readonly title: string
  /** What it shows, for who cannot see it. */
  readonly description: string
  readonly x: Axis
  /** The place on the axis from which bars are read, with what is there; the label may be empty. */
  readonly base: { readonly at: number; readonly label: string }
  /** What the colours of the parts mean; none where there is only one. */
  readonly keys: readonly { readonly tint: number; readonly label: string }[]
  readonly bars: readonly Bar[]
}

export interface Bar {
  /** Who or what it is about. */
  readonly label: string
  /** Its numbers, in words that stand beside it. */
  readonly text: string
  readonly parts: readonly BarPart[]
  /** Between which numbers the end of the bar may lie; null where it is certain. */
  readonly whisker: readonly [number, number] | null
  /** The bar that the report is about. */
  readonly marked: boolean
}

/** A stretch of a bar. */
export interface BarPart {
  readonly from: number
  readonly to: number
  readonly tint: number
  /** What it says under the pointer. */
  readonly label: string
  /** It goes on beyond the axis: it has no end here. */
  readonly open: boolean
}
