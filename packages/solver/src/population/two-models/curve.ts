import type { Curves, Menu } from './groups.ts'

/** Two doubles with a number between them. */
export interface Range {
  readonly lo: number
  readonly hi: number
}

/** Rounding, and net values that are only nearly known, move either side of the condition by less than this, relative. */
const slip = 1e-13

/**
 * The abandonment probability `q` of a type with `ξ1/-ξ2 = ratio` from the first model at escalation `s`: 0 up to `sL`,
 * 1 from `sH`, between them the positive root of `S + 2Bq + Aq²` with `S = (1-s) ρ p2² - s (1 - a1 a2 (1-s))`,
 * `B = a2 (1-s) (p2 ρ - a1 s)`, `A = a2 (1-s) (a2 ρ + a1 s)`, in the form in which nothing cancels.
 */
export function leavingProbability({ p, a }: Menu, ratio: number, s: number): number {
  const down = 1 - s
  const rest = down * ratio * p[1] * p[1] - s * (p[0] + a[0] * p[1] + a[0] * a[1] * s)
  if (rest >= 0) return 0
  if (down * ratio <= s) return 1
  const b = a[1] * down * (p[1] * ratio - a[0] * s)
  const square = a[1] * down * (a[1] * ratio + a[0] * s)
  const root = Math.sqrt(b * b - square * rest)
  return Math.min(1, b > 0 ? -rest / (b + root) : (root - b) / square)
}

/**
 * Whether leaving more often than with probability `q` certainly pays (-1: the best is above `q`), less often (1), or
 * doubles cannot tell (0): the sign of `(1-s) ρ (1 - a2 r)² - s (1 - a1 a2 (1-s) r²)` at `r = 1 - q`.
 */
function sideOf({ p, a }: Menu, ratio: number, s: number, q: number): number {
  const survival = p[1] + a[1] * q
  const r = 1 - q
  const gain = (1 - s) * ratio * survival * survival
  const loss = s * (p[0] + a[0] * p[1] + a[0] * a[1] * (q * (1 + r) + s * r * r))
  const margin = slip * (gain + loss)
  return gain > loss + margin ? 1 : gain < loss - margin ? -1 : 0
}

/** {@link leavingProbability} as a number that is certainly not above it. */
export function leavingAtLeast(menu: Menu, ratio: number, s: number): number {
  const q = leavingProbability(menu, ratio, s)
  for (let reach = slip * (q + menu.p[1]); ; reach *= 64) {
    const least = q - reach
    if (least <= 0) return 0
    if (sideOf(menu, ratio, s, least) < 0) return least
  }
}

/** {@link leavingProbability} as a number that is certainly not below it. */
export function leavingAtMost(menu: Menu, ratio: number, s: number): number {
  const q = leavingProbability(menu, ratio, s)
  for (let reach = slip * (q + menu.p[1]); ; reach *= 64) {
    const most = q + reach
    if (most >= 1) return 1
    if (sideOf(menu, ratio, s, most) > 0) return most
  }
}

/** What one type costs from the first model at escalation `s` if it leaves with probability `q`. */
export function costOfLeaving({ p, a, c, P }: Menu, s: number, q: number): number {
  const r = 1 - q
  const first = 1 / (p[0] + a[0] * (q + r * s))
  const second = (a[0] * r * s * first) / (p[1] + a[1] * q)
  return first * c[0] + second * c[1] + P * q * (first * a[0] + second * a[1])
}

/** Bounds of the cost of types `from` to `to - 1` over the escalations of a piece, and of its slope, shares counted in. */
export interface CurveBound {
  readonly lower: number
  readonly slope: Range
}

/**
 * Bounds over all escalations in `[x, y]`, `0 <= x < y <= 1`, for a block of types. A type leaves the more, the greater the
 * escalation and the less its ratio, so the corners bound `q`; the expected attempts `n1 = 1/(1 - a1 r (1-s))` and
 * `n2 = a1 r s n1/(1 - a2 r)` are monotone in both. The cost is `P + n1 η1 + n2 η2`, and along a type's replies its slope is
 * `a1/D1² (-r η1 + r (1 - a1 r)/D2 η2 - w (η1 + ρ η2))`, `D1 = 1 - a1 r (1-s)`, `D2 = 1 - a2 r`,
 * `w = D2 (1 - a1 a2 (1-s)² r²)/(2 a2 s D1)`; where it never leaves, `r = 1` without the last term.
 */
export function boundBlock(
  menu: Menu,
  { ratio, staysTo, leavesFrom, share }: Curves,
  from: number,
  to: number,
  x: number,
  y: number,
): CurveBound {
  const { p, a, c, P } = menu
  const [least, most] = [ratio[from] ?? 0, ratio[to - 1] ?? 0]
  const weight = (share[to] ?? 0) - (share[from] ?? 0)
  const qLo = leavingAtLeast(menu, most, x)
  const qHi = leavingAtMost(menu, least, y)
  const [rLo, rHi] = [1 - qHi, 1 - qLo]
  const d1Lo = p[0] + a[0] * (qLo + rHi * x)
  const d1Hi = p[0] + a[0] * (qHi + rLo * y)
  const first = { lo: 1 / (p[0] + a[0] * (qHi + rLo * y)), hi: 1 / (p[0] + a[0] * (qLo + rHi * x)) }
  const d2 = { lo: p[1] + a[1] * qLo, hi: p[1] + a[1] * qHi }
  const secondAt = (s: number, q: number, r: number, d: number): number =>
    (a[0] * r * s) / ((p[0] + a[0] * (q + r * s)) * d)
  const second = { lo: secondAt(x, qHi, rLo, d2.hi), hi: secondAt(y, qLo, rHi, d2.lo) }
  const eta = [c[0] - P * p[0], c[1] - P * p[1]] as const
  const lower =
    P + eta[0] * (eta[0] > 0 ? first.lo : first.hi) + eta[1] * (eta[1] > 0 ? second.lo : second.hi)
  const slope = slopeOf()
  return { lower: weight * lower, slope: { lo: weight * slope.lo, hi: weight * slope.hi } }

  function slopeOf(): Range {
    const [lowest, highest] = [a[0] / (d1Hi * d1Hi), a[0] / (d1Lo * d1Lo)]
    const u = scaled({ lo: rLo, hi: rHi }, -eta[0])
    const v = scaled(
      { lo: (rLo * (p[0] + a[0] * qLo)) / d2.hi, hi: (rHi * (p[0] + a[0] * qHi)) / d2.lo },
      eta[1],
    )
    let sum = { lo: u.lo + v.lo, hi: u.hi + v.hi }
    let size = Math.abs(eta[0]) * rHi + Math.max(Math.abs(v.lo), Math.abs(v.hi))
    // Types that reply with a probability in between do so from the least of their `sL` on.
    const [staysLeast, staysMost] = [staysTo[from] ?? 0, staysTo[to - 1] ?? 0]
    const left = Math.max(x, staysLeast * (1 - slip))
    if (left < y && x < (leavesFrom[to - 1] ?? 1)) {
      const both = a[0] * a[1]
      const e = {
        lo: 1 - both * ((1 - left) * rHi) ** 2,
        hi: 1 - both * ((1 - y) * rLo) ** 2,
      }
      const w = {
        lo: (d2.lo * e.lo) / (2 * a[1] * y * d1Hi),
        hi: (d2.hi * e.hi) / (2 * a[1] * left * d1Lo),
      }
      const ends = [eta[0] + least * eta[1], eta[0] + most * eta[1]]
      const gain = { lo: Math.min(...ends), hi: Math.max(...ends) }
      const products = [w.lo * gain.lo, w.lo * gain.hi, w.hi * gain.lo, w.hi * gain.hi]
      const third = { lo: -Math.max(...products), hi: -Math.min(...products) }
      size += Math.max(Math.abs(third.lo), Math.abs(third.hi))
      const always = x >= staysMost && y <= (leavesFrom[from] ?? 1)
      sum = always
        ? { lo: sum.lo + third.lo, hi: sum.hi + third.hi }
        : { lo: sum.lo + Math.min(0, third.lo), hi: sum.hi + Math.max(0, third.hi) }
    }
    const corners = [lowest * sum.lo, highest * sum.lo, lowest * sum.hi, highest * sum.hi]
    const rounding = slip * highest * size
    const hull = { lo: Math.min(...corners) - rounding, hi: Math.max(...corners) + rounding }
    return y > (leavesFrom[from] ?? 1) ? { lo: Math.min(0, hull.lo), hi: Math.max(0, hull.hi) } : hull
  }
}

function scaled({ lo, hi }: Range, by: number): Range {
  return by >= 0 ? { lo: lo * by, hi: hi * by } : { lo: hi * by, hi: lo * by }
}
