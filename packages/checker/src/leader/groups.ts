import type { Arithmetic, Game } from '@plumbline/game'
import { order } from '../play/order.ts'
import type { Side, Step } from '../play/side.ts'
import type { Shape } from './shape.ts'
import { menuShape } from './shape.ts'
import { stepAt } from './formula.ts'
import { thresholdsOf } from './thresholds.ts'

export type Pair<N> = Extract<Shape<N>, { readonly kind: 'pair' }>

/** How a user of a cascade of two models answers a start at the first, by the escalation. */
export type Manner<N> =
  | { readonly kind: 'stays' }
  | { readonly kind: 'leaves' }
  /** Stays above `at`, leaves below it; at it either is best. */
  | { readonly kind: 'rising'; readonly at: N }
  /** Stays below `at`, leaves above it; at it either is best. */
  | { readonly kind: 'falling'; readonly at: N }
  /** Stays up to `from`, leaves from `to` on, and between them now and then. */
  | { readonly kind: 'torn'; readonly from: N; readonly to: N }

/** Users in front of a cascade of two models. */
export interface Crowd<N> {
  readonly arithmetic: Arithmetic<N>
  readonly pair: Pair<N>
  readonly starts: readonly number[]
  readonly penalty: N
  readonly people: readonly Person<N>[]
}

export interface Person<N> {
  readonly weight: N
  readonly first: Step<N>
  readonly second: Step<N>
  readonly manner: Manner<N>
}

/**
 * The users of a cascade of two models by how they answer, where each has one abandonment probability and no outside option,
 * and all tasks and attempts are alike.
 *
 * @returns null for any other game, and where some user gains and loses nothing by either model
 */
export function crowdOf<N>(game: Game<N>, sides: readonly Side<N>[]): Crowd<N> | null {
  const { arithmetic: ar, chain, provider } = game
  const pair = menuShape(game, ar.from(1))
  const plain = sides.every(
    ({ kinds, user }) =>
      kinds.length === 1 && kinds[0]?.stages.length === 1 && user.sees === 'nothing' && user.outside === null,
  )
  if (pair?.kind !== 'pair' || !plain) return null
  const people = sides.map((side): Person<N> | null => {
    const [first, second] = [stepAt(side, pair.first), stepAt(side, pair.second)]
    const manner = mannerOf(ar, first, second)
    return manner === null ? null : { weight: side.user.weight, first, second, manner }
  })
  const known = people.filter((person) => person !== null)
  if (known.length < people.length) return null
  return { arithmetic: ar, pair, starts: chain.starts, penalty: provider.penalty, people: known }
}

/** The table of docs/theory.md, "The user's best response". */
function mannerOf<N>(ar: Arithmetic<N>, first: Step<N>, second: Step<N>): Manner<N> | null {
  const [one, two] = [ar.sign(first.worth), ar.sign(second.worth)]
  if (ar.sign(first.failure) === 0) return { kind: 'stays' }
  if (one === 0 && two === 0) return null
  if (one > 0 && two > 0) return { kind: 'stays' }
  if (one < 0 && two < 0) return { kind: 'leaves' }
  const zero = ar.from(0)
  if (one === 0) return { kind: two > 0 ? 'rising' : 'falling', at: zero }
  if (two === 0) return { kind: one > 0 ? 'falling' : 'rising', at: ar.from(1) }
  const { rising, falling } = thresholdsOf(ar, first, second)
  const [s0] = rising
  const [sL, sH] = falling
  if (s0 !== undefined) return { kind: 'rising', at: s0 }
  if (sL === undefined) throw new TypeError('a user without thresholds')
  return sH === undefined ? { kind: 'falling', at: sL } : { kind: 'torn', from: sL, to: sH }
}

/** What a user costs who never leaves, started at the first model: `J_1(s)`. */
export function stayingCost<N>(ar: Arithmetic<N>, { first, second }: Person<N>, s: N): N {
  const onward = ar.mul(first.failure, s)
  const over = ar.add(first.serving, ar.mul(onward, ar.div(second.serving, second.success)))
  return ar.div(over, ar.add(first.success, onward))
}

/** What one costs who leaves after a first failure: `Q`. */
export function leavingCost<N>(ar: Arithmetic<N>, { serving, failure }: Step<N>, penalty: N): N {
  return ar.add(serving, ar.mul(penalty, failure))
}

/** What a start at the second model costs: each user stays or leaves by the sign of `ξ2`, and does what is cheaper at 0. */
export function secondCost<N>({ arithmetic: ar, penalty, people }: Crowd<N>): N {
  return people.reduce((total, { weight, second }) => {
    const stays = ar.div(second.serving, second.success)
    const leaves = leavingCost(ar, second, penalty)
    const sign = ar.sign(second.failure) === 0 ? 1 : ar.sign(second.worth)
    const cost = sign > 0 || (sign === 0 && order(ar, stays, leaves) < 0) ? stays : leaves
    return ar.add(total, ar.mul(weight, cost))
  }, ar.from(0))
}

/**
 * The least cost of all announcements where nobody is torn: `J(s) = w J_1(s) + (1 - w) Q_1` with the share `w` of those who
 * stay, which changes only at thresholds; between them `J_1` is a Möbius function, so that all is least at one of them, where
 * those who do not care do what is cheaper, or at a limit.
 *
 * @returns null where somebody is torn
 */
export function leastCost<N>(crowd: Crowd<N>): N | null {
  const { arithmetic: ar, pair, starts, penalty, people } = crowd
  if (people.some(({ manner }) => manner.kind === 'torn')) return null
  const less = (a: N | null, b: N): N => (a === null || order(ar, b, a) < 0 ? b : a)
  const fromSecond = starts.includes(pair.second) ? secondCost(crowd) : null
  const [anybody] = people
  if (!starts.includes(pair.first) || anybody === undefined) return fromSecond
  const leave = leavingCost(ar, anybody.first, penalty)
  const shareOf = (kind: Manner<N>['kind']): N =>
    people.reduce((sum, { weight, manner }) => (manner.kind === kind ? ar.add(sum, weight) : sum), ar.from(0))
  // Of those who may do either the shares that stay below a place, and above it.
  let stay = ar.add(shareOf('stays'), shareOf('falling'))
  let best = fromSecond
  const thresholds = people.flatMap(({ manner, weight }) =>
    manner.kind === 'rising' || manner.kind === 'falling'
      ? [{ at: manner.at, weight, rises: manner.kind === 'rising' }]
      : [],
  )
  const places = [pair.low, pair.high].map((at) => ({ at, weight: ar.from(0), rises: true }))
  const sorted = [...thresholds, ...places].toSorted((one, other) => order(ar, one.at, other.at))
  const whole = people.reduce((sum, { weight }) => ar.add(sum, weight), ar.from(0))
  for (let next = 0; next < sorted.length;) {
    const at = sorted[next]?.at ?? pair.low
    let [tied, after] = [ar.from(0), stay]
    for (let each = sorted[next]; each !== undefined && order(ar, each.at, at) === 0; each = sorted[next]) {
      tied = ar.add(tied, each.weight)
      after = each.rises ? ar.add(after, each.weight) : ar.sub(after, each.weight)
      if (!each.rises) stay = ar.sub(stay, each.weight)
      next++
    }
    if (order(ar, at, pair.low) >= 0 && order(ar, at, pair.high) <= 0) {
      const staying = stayingCost(ar, anybody, at)
      const [low, high] = order(ar, staying, leave) < 0 ? [staying, leave] : [leave, staying]
      const [ofLow, ofHigh] =
        order(ar, staying, leave) < 0
          ? [ar.add(stay, tied), ar.sub(whole, ar.add(stay, tied))]
          : [ar.sub(whole, stay), stay]
      best = less(best, ar.add(ar.mul(ofLow, low), ar.mul(ofHigh, high)))
    }
    stay = after
  }
  return best
}
