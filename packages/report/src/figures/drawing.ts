/** A picture as data: lines, marked places and points over two axes. Renderers choose colours and sizes. */
export interface Drawing {
  readonly id: string
  /** What stands above it. */
  readonly title: string
  /** What it shows, for who cannot see it. */
  readonly description: string
  readonly x: Axis
  readonly y: Axis
  readonly lines: readonly Line[]
  /** Stretches of the x axis, side by side, each with what holds there. */
  readonly zones: readonly Zone[]
  /** Places on the x axis. */
  readonly rules: readonly Rule[]
  readonly points: readonly Point[]
}

export interface Axis {
  readonly label: string
  /** Empty for bare numbers. */
  readonly unit: string
  readonly from: number
  readonly to: number
  readonly form: 'number' | 'percent'
}

export interface Line {
  /** Where the line ends, who it is. Empty: no label. */
  readonly label: string
  /** Stretches without a jump, ascending. */
  readonly pieces: readonly (readonly (readonly [number, number])[])[]
  /** `faint`: a line among others; `strong`: what the picture is about; `level`: a reference. */
  readonly role: 'faint' | 'strong' | 'level'
  /** Which colour of the palette; null: none of its own. */
  readonly tint: number | null
}

export interface Zone {
  readonly from: number
  readonly to: number
  readonly label: string
  readonly tint: number
}

export interface Rule {
  readonly at: number
  readonly label: string
  readonly role: 'turn' | 'now'
}

export interface Point {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly role: 'chosen' | 'wanted' | 'other'
}

/** The axis that holds all values with a little room; from 0, or up to it, where that is near. */
export function axisOver(values: readonly number[], about: Pick<Axis, 'label' | 'unit' | 'form'>): Axis {
  const finite = values.filter(Number.isFinite)
  const [least, most] = [Math.min(...finite), Math.max(...finite)]
  const spread = most - least
  const room = spread > 0 ? spread * 0.12 : Math.abs(most) * 0.5 || 1
  const near = spread > 0 ? spread * 1.5 : Infinity
  const from = least >= 0 && least <= near ? 0 : least - room
  const to = most <= 0 && -most <= near && least < 0 ? 0 : most + room
  return { ...about, from, to }
}
