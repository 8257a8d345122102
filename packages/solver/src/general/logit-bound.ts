import type { Game } from '@plumbline/game'
import { convertPair, type Pair } from '../base/attempt.ts'
import { attemptsFromFirst, attemptsFromSecond, costAt, outcomeOf } from '../base/outcome.ts'
import { around, interval, only, type Interval } from '../leader/interior/interval.ts'
import { recognise } from '../leader/recognise.ts'
import { endOf, type SearchLimits, type SearchResult } from '../search/branch-and-bound.ts'
import { Heap } from '../search/heap.ts'
import { slopeAtEscalation } from './logit-worth.ts'

/** Boxes of escalations looked at, at most. */
const most = 3000

/** A bound, and how the search for it ended. */
interface LogitBound {
  readonly lower: number
  readonly nodes: number
  readonly ended: SearchResult['ended']
}

/**
 * A lower bound of the provider's cost over all routes of two models in front of one user of bounded rationality: best-first
 * branch and bound over the escalation, with the user's replies to all escalations of a box enclosed by intervals rounded
 * outward, and the cost over a box of escalations and replies likewise. `null` for games of another shape.
 *
 * @param upper the cost of the best route known
 */
export function logitBound(game: Game<number>, upper: number, limits: SearchLimits): LogitBound | null {
  const [user, ...others] = game.users
  if (user === undefined || others.length > 0 || user.rationality === null) return null
  const shape = recognise({ ...game, users: [{ ...user, rationality: null }] })
  if (shape.kind !== 'cascade') return null
  const { pair, low, high, startsFirst, startsSecond } = shape.cascade
  const exactly = convertPair(pair, interval, around)
  const lambda = around(user.rationality)
  const penalty = around(game.provider.penalty)
  const problem: Problem = { pair: exactly, lambda, penalty }
  const second = startsSecond ? leastCost(problem, 'second', only(0)) : Infinity
  if (!startsFirst) return { lower: second, nodes: 1, ended: 'tolerance' }
  const queue = new Heap<Box>((one, other) => one.lower - other.lower)
  const add = (from: number, to: number, atLeast: number): void => {
    queue.push({ from, to, lower: Math.max(atLeast, leastCost(problem, 'first', { lo: from, hi: to })) })
  }
  // Where the first model never fails, escalations make no difference.
  if (pair.first.failure === 0) add(low, low, -Infinity)
  else add(low, high, -Infinity)
  let closed = second
  for (let nodes = 1; ; nodes += 2) {
    const box = queue.pop()
    const lower = Math.min(closed, box?.lower ?? Infinity)
    if (box === undefined) return { lower, nodes, ended: 'tolerance' }
    const ended = endOf({ lower: Math.min(lower, upper), upper, nodes }, limits)
    if (ended !== null || nodes >= most) return { lower, nodes, ended: ended ?? 'nodes' }
    const middle = box.from + (box.to - box.from) / 2
    if (middle <= box.from || middle >= box.to) {
      closed = Math.min(closed, box.lower)
      continue
    }
    add(box.from, middle, box.lower)
    add(middle, box.to, box.lower)
  }
}

/** Escalations, and what no route with any of them costs less than. */
interface Box {
  readonly from: number
  readonly to: number
  readonly lower: number
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
  const half = excess(problem, start, box, only(0.5), only(0))
  if (half.lo > 0) return beyondHalf(problem, start, box, 1)
  if (half.hi < 0) return beyondHalf(problem, start, box, -1)
  const [up, down] = [beyondHalf(problem, start, box, 1), beyondHalf(problem, start, box, -1)]
  return { lo: Math.min(down.lo, 0.5), hi: Math.max(up.hi, 0.5) }
}

/** Log odds beyond which a persistence cannot be told from 1, or from 0. */
const mostOdds = 36
/** How finely replies are told apart, at most and in a box as wide as all escalations. */
const finest = 2 ** -36
const coarsest = 2 ** -7

/**
 * Where the first crossing lies on one side of 1/2, in log odds: beyond steps over each of which there surely is none, as
 * long as enclosures allow; before a point that surely lies behind one.
 */
function beyondHalf(problem: Problem, start: Start, box: Interval, side: 1 | -1): Interval {
  const step = Math.max(finest, coarsest * Math.min(1, box.hi - box.lo))
  const between = (from: number, to: number): Interval => {
    const [one, other] = [persistenceAt(side * from), persistenceAt(side * to)]
    return { lo: Math.min(one.lo, other.lo), hi: Math.max(one.hi, other.hi) }
  }
  const signed = (from: number, to: number): Interval => {
    const found = excess(problem, start, box, between(from, to), { lo: side * from, hi: side * to })
    return side > 0 ? found : interval.neg(found)
  }
  let near = 0
  for (let width = 1; width >= step && near < mostOdds;) {
    if (signed(near, near + width).lo > 0) {
      near += width
      width *= 2
    } else width /= 2
  }
  let far = Infinity
  for (let width = step; far === Infinity && near + width < mostOdds; width *= 2) {
    if (signed(near + width, near + width).hi < 0) far = near + width
  }
  const end = far === Infinity ? only(side > 0 ? 1 : 0) : between(far, far)
  const beginning = between(near, near)
  return { lo: Math.min(beginning.lo, end.lo), hi: Math.max(beginning.hi, end.hi) }
}

/** `1/(1 + e^-x)`, enclosed; at most 1. */
function persistenceAt(odds: number): Interval {
  const near = 1 / (1 + Math.exp(-odds))
  return { lo: near * (1 - 2 ** -49), hi: Math.min(1, near * (1 + 2 ** -49)) }
}

/** `λ W(r) - x` over a box of escalations and an interval of replies, of which `x` are the log odds. */
function excess(
  { pair, lambda }: Problem,
  start: Start,
  box: Interval,
  r: Interval,
  odds: Interval,
): Interval {
  const ordered = { lo: Math.min(odds.lo, odds.hi), hi: Math.max(odds.lo, odds.hi) }
  return interval.sub(interval.mul(lambda, slopeAtEscalation(pair, start, box, r)), ordered)
}
