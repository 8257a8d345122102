import { boundBlock, costOfLeaving, leavingProbability, type CurveBound } from './curve.ts'
import { placeOf, total, type Curves, type Groups, type Menu } from './groups.ts'
import { leavingCost, stayingCost } from './sweep.ts'

/** Most blocks of types for a piece of the escalations, over its length. */
const finest = 16

/** Rounding of sums of costs, relative to their size. */
const rounding = 1e-12

/** Shares of types by what they do strictly inside a piece of escalations. */
interface Doing {
  readonly stay: number
  readonly leave: number
  /** Their threshold is inside. */
  readonly jump: number
  /** Part of the curves: those that persist with a probability in between somewhere inside. */
  readonly from: number
  readonly to: number
}

function doing({ always, never, rising, falling, curves }: Groups, x: number, y: number): Doing {
  const [riseX, riseY] = [placeOf(rising.at, x, 'after'), placeOf(rising.at, y, 'from')]
  const [fallX, fallY] = [placeOf(falling.at, x, 'after'), placeOf(falling.at, y, 'from')]
  const from = placeOf(curves.leavesFrom, x, 'after')
  const to = Math.max(from, placeOf(curves.staysTo, y, 'from'))
  const up = (place: number): number => rising.share[place] ?? 0
  const down = (place: number): number => falling.share[place] ?? 0
  const inner = Math.max(0, up(riseY) - up(riseX)) + Math.max(0, down(fallY) - down(fallX))
  return {
    stay: total(always.share) + up(riseX) + total(falling.share) - down(fallY) + curveShare(curves, to),
    leave: total(never.share) + total(rising.share) - up(riseY) + down(fallX) + (curves.share[from] ?? 0),
    jump: inner,
    from,
    to,
  }
}

function curveShare({ share }: Groups['curves'], from: number): number {
  return total(share) - (share[from] ?? 0)
}

/**
 * The cost of a start at the first model at one escalation, in doubles. Types whose threshold it is take the cheaper reply;
 * where ties break against the provider, the dearer one, or those that the escalations next to it on one side bring.
 */
export function costOf(menu: Menu, groups: Groups, s: number): number {
  const { always, never, rising, falling, curves } = groups
  const [stay, leave] = [stayingCost(menu, s), leavingCost(menu)]
  const around = ({ at, share }: Groups['rising']): readonly [number, number, number] => {
    const [from, to] = [share[placeOf(at, s, 'from')] ?? 0, share[placeOf(at, s, 'after')] ?? 0]
    return [from, to - from, total(share) - to]
  }
  const [up, upHere, notYet] = around(rising)
  const [gone, downHere, down] = around(falling)
  const tied = (): number => {
    const here = upHere + downHere
    if (here === 0) return 0
    if (menu.ties === 'strong') return here * Math.min(stay, leave)
    const below = s > menu.low ? upHere * leave + downHere * stay : Infinity
    const above = s < menu.high ? upHere * stay + downHere * leave : Infinity
    return Math.min(here * Math.max(stay, leave), below, above)
  }
  const stays = total(always.share) + up + down
  const leaves = total(never.share) + notYet + gone
  const { from, to, between } = curvesAt(menu, curves, s)
  const [before, after] = [curves.share[from] ?? 0, curveShare(curves, to)]
  return (stays + after) * stay + (leaves + before) * leave + tied() + between
}

/** What types with replies in between do at one escalation. */
interface CurvesAt {
  /** Those before this place leave. */
  readonly from: number
  /** Those from this place on stay. */
  readonly to: number
  /** What the others cost, shares counted in. */
  readonly between: number
}

/** Who of the types with replies in between leaves and stays at an escalation, and what the others cost. */
export function curvesAt(menu: Menu, { ratio, share, leavesFrom, staysTo }: Curves, s: number): CurvesAt {
  const from = placeOf(leavesFrom, s, 'after')
  const to = Math.max(from, placeOf(staysTo, s, 'from'))
  let between = 0
  for (let k = from; k < to; k++) {
    const weight = (share[k + 1] ?? 0) - (share[k] ?? 0)
    between += weight * costOfLeaving(menu, s, leavingProbability(menu, ratio[k] ?? 1, s))
  }
  return { from, to, between }
}

/** What is known of the cost strictly inside a piece of the escalations. */
export interface PieceBound {
  readonly lower: number
  /** Where the cost only rises or only falls inside, the end at which it is least in the limit. */
  readonly leastAt: number | null
  /** Whether thresholds of types that jump lie inside. */
  readonly jumps: boolean
}

/**
 * A lower bound of the cost strictly between two escalations: by what each block of types costs at least, and, where that
 * does not exceed `target`, from the cost in the middle and the bounds of the slope.
 */
export function boundPiece(menu: Menu, groups: Groups, x: number, y: number, target: number): PieceBound {
  const { stay, leave, jump, from, to } = doing(groups, x, y)
  const [first, last, gone] = [stayingCost(menu, x), stayingCost(menu, y), leavingCost(menu)]
  const lesser = Math.min(first, last)
  const blocks = blocksOf(menu, groups, from, to, x, y)
  const margin = costRounding(menu, x, y)
  const settled = leave * gone + jump * Math.min(lesser, gone) - margin
  const plain = settled + stay * lesser + blocks.lower
  const jumps = jump > 0
  if (plain > target) return { lower: plain, leastAt: null, jumps }
  const slopes = [slopeOfStaying(menu, x), slopeOfStaying(menu, y)]
  const slope = {
    lo: stay * Math.min(...slopes) * (1 + rounding) + blocks.slope.lo,
    hi: stay * Math.max(...slopes) * (1 + rounding) + blocks.slope.hi,
  }
  if (!jumps && slope.lo >= 0) return { lower: plain, leastAt: x, jumps }
  if (!jumps && slope.hi <= 0) return { lower: plain, leastAt: y, jumps }
  const middle = x + (y - x) / 2
  if (!Number.isFinite(slope.lo) || !Number.isFinite(slope.hi)) return { lower: plain, leastAt: null, jumps }
  let centre = stay * stayingCost(menu, middle)
  for (let k = from; k < to; k++) {
    const weight = (groups.curves.share[k + 1] ?? 0) - (groups.curves.share[k] ?? 0)
    const ratio = groups.curves.ratio[k] ?? 1
    centre += weight * costOfLeaving(menu, middle, leavingProbability(menu, ratio, middle))
  }
  const fall = Math.min(0, slope.lo * (y - middle), -slope.hi * (middle - x)) * (1 + rounding)
  return { lower: Math.max(plain, settled + centre + fall), leastAt: null, jumps }
}

function slopeOfStaying({ p, a, c }: Menu, s: number): number {
  const d = p[0] + a[0] * s
  return (a[0] * ((c[1] * p[0]) / p[1] - c[0])) / (d * d)
}

/** How far costs in doubles may be off over a piece: by a part of what attempts, and the penalty, come to at most. */
export function costRounding({ p, a, c, P }: Menu, x: number, y: number): number {
  const first = Math.abs(c[0]) / (p[0] + a[0] * x)
  const second = (a[0] * y * Math.abs(c[1])) / ((p[0] + a[0] * y) * p[1])
  return rounding * 2 * (P + first + second + Math.abs(c[0]))
}

function blocksOf(
  menu: Menu,
  { curves }: Groups,
  from: number,
  to: number,
  x: number,
  y: number,
): CurveBound {
  const count = Math.min(to - from, Math.ceil(64 + finest / (y - x)))
  let [lower, lo, hi] = [0, 0, 0]
  for (let block = 0; block < count; block++) {
    const first = from + Math.floor((block * (to - from)) / count)
    const next = from + Math.floor(((block + 1) * (to - from)) / count)
    const bound = boundBlock(menu, curves, first, next, x, y)
    lower += bound.lower
    lo += bound.slope.lo
    hi += bound.slope.hi
  }
  return { lower, slope: { lo, hi } }
}
