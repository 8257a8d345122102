import { placeOf, total, type Groups, type Jumps, type Menu } from './groups.ts'

/** An escalation at which the cost may be least: a limit, the threshold of a type, or one that a search found. */
export interface Breakpoint {
  readonly near: number
  /** `rising` and `falling`: the threshold of type `type`. */
  readonly kind: 'low' | 'high' | 'rising' | 'falling' | 'inside'
  readonly type: number
}

/** What types that never leave cost at an escalation of a start at the first model: `J_1(s)`. */
export function stayingCost({ p, a, c }: Menu, s: number): number {
  return (c[0] + (a[0] * s * c[1]) / p[1]) / (p[0] + a[0] * s)
}

/** What types that leave after a first failure cost: `Q_1`. */
export function leavingCost({ a, c, P }: Menu): number {
  return c[0] + P * a[0]
}

/** How far thresholds in doubles may be from the true ones, relative; net values are within `error` of the truth. */
export function thresholdError(error: number): number {
  return 4 * error + 16 * Number.EPSILON
}

/** How far costs in doubles may be from the true ones where no type persists with a probability in between. */
export function costError({ p, a, c, P }: Menu, error: number): number {
  const size = Math.abs(c[0]) * (1 + 1 / p[0]) + a[0] * P + Math.abs(c[1]) / p[1]
  return size * (64 * Number.EPSILON + 4 * thresholdError(error))
}

/** The breakpoints of a population without replies in between, with a bound of the cost at each. */
export interface Sweep {
  /** The least bound; up to the error of the doubles, no cost is less. */
  readonly least: number
  /** Breakpoints whose bound is at most a number, each threshold once. */
  readonly upTo: (bound: number) => readonly Breakpoint[]
}

/**
 * Bounds of the cost at the limits of the escalation and at all thresholds between them: `J(s) = w_stay J_1(s) + (1 -
 * w_stay) Q_1` is monotone between two thresholds, so that its least value is at one of these, or in the limit there. A
 * type whose threshold may be the same number counts with the cheaper of its replies.
 */
export function sweepThresholds(menu: Menu, groups: Groups, error: number): Sweep {
  const { always, never, rising, falling } = groups
  const relative = thresholdError(error)
  const leave = leavingCost(menu)
  const [stays, leaves] = [total(always.share), total(never.share)]
  const boundAt = (s: number): number => {
    const stay = stayingCost(menu, s)
    const up = sharesAround(rising, s, relative)
    const down = sharesAround(falling, s, relative)
    const staying = stays + up.below + down.above
    const leaving = leaves + up.above + down.below
    return staying * stay + leaving * leave + (up.near + down.near) * Math.min(stay, leave)
  }
  const bounds = ({ at }: Jumps): Float64Array =>
    at.map((s) => (s >= menu.low && s <= menu.high ? boundAt(s) : Infinity))
  const [up, down] = [bounds(rising), bounds(falling)]
  const [low, high] = [boundAt(menu.low), boundAt(menu.high)]
  const smallest = (values: Float64Array): number => values.reduce((x, y) => Math.min(x, y), Infinity)
  return {
    least: Math.min(low, high, smallest(up), smallest(down)),
    upTo(bound) {
      const found: Breakpoint[] = []
      if (low <= bound) found.push({ near: menu.low, kind: 'low', type: 0 })
      if (high <= bound) found.push({ near: menu.high, kind: 'high', type: 0 })
      const add = (kind: 'rising' | 'falling', jumps: Jumps, values: Float64Array): void => {
        for (const [place, value] of values.entries()) {
          if (value > bound) continue
          found.push({ near: jumps.at[place] ?? 0, kind, type: jumps.order[place] ?? 0 })
        }
      }
      add('rising', rising, up)
      add('falling', falling, down)
      return found
    },
  }
}

function sharesAround(
  { at, share }: Jumps,
  s: number,
  relative: number,
): { readonly below: number; readonly near: number; readonly above: number } {
  const from = placeOf(at, s - s * relative, 'from')
  const to = placeOf(at, s + s * relative, 'after')
  const [below, upTo] = [share[from] ?? 0, share[to] ?? 0]
  return { below, near: upTo - below, above: total(share) - upTo }
}
