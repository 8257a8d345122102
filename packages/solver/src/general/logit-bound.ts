import type { Game } from '@plumbline/game'
import { convertPair, type Pair } from '../base/attempt.ts'
import { attemptsFromFirst, attemptsFromSecond, costAt, outcomeOf } from '../base/outcome.ts'
import { around, interval, only, type Interval } from '../leader/interior/interval.ts'
import { recognise } from '../leader/recognise.ts'
import { slopeAtEscalation } from './logit-worth.ts'

/** Boxes of escalations looked at, at most. */
const most = 3000
/** Relative: how far the bound may stay behind. */
const tolerance = 1e-4
/** How finely the replies of a box are told apart. */
const steps = 40
const refinements = 14

/**
 * A lower bound of the provider's cost over all routes of two models in front of one user of bounded rationality: branch and
 * bound over the escalation, with the user's replies to all escalations of a box enclosed by intervals rounded outward, and the
 * cost over a box of escalations and replies likewise. `null` for games of another shape.
 *
 * @param upper the cost of the best route known
 */
export function logitBound(game: Game<number>, upper: number): number | null {
  const [user, ...others] = game.users
  if (user === undefined || others.length > 0 || user.rationality === null) return null
  const shape = recognise({ ...game, users: [{ ...user, rationality: null }] })
  if (shape.kind !== 'cascade') return null
  const { pair, low, high, startsFirst, startsSecond } = shape.cascade
  const exactly = convertPair(pair, interval, around)
  const lambda = around(user.rationality)
  const penalty = around(game.provider.penalty)
  const problem: Problem = { pair: exactly, lambda, penalty }
  let bound = Infinity
  if (startsSecond) bound = Math.min(bound, leastCost(problem, 'second', only(0)))
  if (!startsFirst) return bound
  if (pair.first.failure === 0) return Math.min(bound, leastCost(problem, 'first', { lo: low, hi: high }))
  const enough = upper - tolerance * Math.abs(upper)
  let boxes = [{ from: low, to: high, lower: -Infinity }]
  for (let seen = 0; boxes.length > 0;) {
    const next: typeof boxes = []
    for (const { from, to, lower } of boxes) {
      const own = seen < most ? Math.max(lower, leastCost(problem, 'first', { lo: from, hi: to })) : lower
      seen++
      const middle = from + (to - from) / 2
      if (own >= enough || seen >= most || middle <= from || middle >= to) bound = Math.min(bound, own)
      else next.push({ from, to: middle, lower: own }, { from: middle, to, lower: own })
    }
    boxes = next
  }
  return bound
}

interface Problem {
  readonly pair: Pair<Interval>
  readonly lambda: Interval
  readonly penalty: Interval
}

type Start = 'first' | 'second'

/** A lower bound of the cost over the escalations of a box, users answering as they do. */
function leastCost(problem: Problem, start: Start, box: Interval): number {
  const replies = repliesTo(problem, start, box)
  const ends = box.lo === box.hi ? [only(box.lo)] : [only(box.lo), only(box.hi)]
  const pieces = 8
  let least = Infinity
  for (let piece = 0; piece < pieces; piece++) {
    const r: Interval = {
      lo: replies.lo + ((replies.hi - replies.lo) * piece) / pieces,
      hi: piece === pieces - 1 ? replies.hi : replies.lo + ((replies.hi - replies.lo) * (piece + 1)) / pieces,
    }
    // For a given reply the cost is a quotient of straight lines in the escalation, so least at an end of the box.
    for (const s of ends) least = Math.min(least, costAtReply(problem, start, s, r).lo)
  }
  return least
}

function costAtReply({ pair, penalty }: Problem, start: Start, s: Interval, r: Interval): Interval {
  const attempts = start === 'first' ? attemptsFromFirst(pair, s, r) : attemptsFromSecond(pair, r)
  return costAt(pair, outcomeOf(pair, attempts, r), penalty)
}

/** An interval that holds the user's reply to every escalation of a box. */
function repliesTo(problem: Problem, start: Start, box: Interval): Interval {
  const half = excess(problem, start, box, only(0.5))
  if (half.lo > 0) return beyondHalf(problem, start, box, 1)
  if (half.hi < 0) return beyondHalf(problem, start, box, -1)
  const [up, down] = [beyondHalf(problem, start, box, 1), beyondHalf(problem, start, box, -1)]
  return { lo: Math.min(down.lo, 0.5), hi: Math.max(up.hi, 0.5) }
}

/** Where the first crossing lies on one side of 1/2: after what is surely before it, up to what is surely behind it. */
function beyondHalf(problem: Problem, start: Start, box: Interval, side: 1 | -1): Interval {
  const at = (k: number): number => {
    // Closer together towards the end.
    const x = (k / steps) ** 0.5
    return side > 0 ? 0.5 + x / 2 : 0.5 - x / 2
  }
  const signed = (r: Interval): Interval => {
    const found = excess(problem, start, box, r)
    return side > 0 ? found : interval.neg(found)
  }
  let first = 0
  while (first < steps) {
    const [a, b] = [at(first), at(first + 1)]
    const cell: Interval = { lo: Math.min(a, b), hi: Math.max(a, b) }
    if (cell.hi >= 1 || cell.lo <= 0 || signed(cell).lo <= 0) break
    first++
  }
  let last = first
  while (last < steps) {
    const r = at(last)
    if (r > 0 && r < 1 && signed(only(r)).hi < 0) break
    last++
  }
  let [near, far] = [at(first), at(last)]
  // Both ends are then moved closer as far as the enclosures allow.
  for (let [step, to] = [0, at(Math.min(first + 1, steps))]; step < refinements; step++) {
    const middle = (near + to) / 2
    const cell = { lo: Math.min(near, middle), hi: Math.max(near, middle) }
    if (cell.lo > 0 && cell.hi < 1 && signed(cell).lo > 0) near = middle
    else to = middle
  }
  for (let [step, from] = [0, near]; step < refinements; step++) {
    const middle = (from + far) / 2
    if (middle > 0 && middle < 1 && signed(only(middle)).hi < 0) far = middle
    else from = middle
  }
  return { lo: Math.min(near, far), hi: Math.max(near, far) }
}

/** `λ W(r) - ln(r/(1-r))` over a box of escalations and an interval of replies inside (0, 1). */
function excess({ pair, lambda }: Problem, start: Start, box: Interval, r: Interval): Interval {
  const worth = slopeAtEscalation(pair, start, box, r)
  const odds: Interval = {
    lo: around(Math.log(r.lo) - Math.log1p(-r.lo)).lo - 1e-14,
    hi: around(Math.log(r.hi) - Math.log1p(-r.hi)).hi + 1e-14,
  }
  return interval.sub(interval.mul(lambda, worth), odds)
}
