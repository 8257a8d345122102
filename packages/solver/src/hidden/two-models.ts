import { compare, max, min, type Arithmetic } from '@plumbline/game'
import type { Pair } from '../base/attempt.ts'
import {
  attemptsFromFirst,
  attemptsFromSecond,
  outcomeOf,
  type Attempts,
  type Outcome,
} from '../base/outcome.ts'
import { escalationOfPersistence, gainOfStaying } from '../base/thresholds.ts'
import { bestResponseToOne, interiorPersistence } from '../follower/best-response.ts'
import { replyCells, type Cell, type Reply } from '../follower/reply-cells.ts'
import type { Cascade } from '../leader/cascade-offers.ts'
import type { Range } from './equilibrium.ts'
import { slopeOfSum, utilityVanishes } from './mixed-start.ts'

/** What provider and user do in an equilibrium of two models, or in a connected set of equilibria that cost alike. */
export interface TwoModelEquilibrium<N> {
  /** `π1`: the probability with which the task starts at the first model. */
  readonly first: N
  /** `s` of the one that is best for the users; null where no task starts at the first model. */
  readonly escalation: N | null
  /** All escalations of the set; each comes with a start of its own where the start is mixed. */
  readonly escalations: Range<N> | null
  /** `r`; null where users split. */
  readonly persistence: N | null
  /** All persistences of the set. */
  readonly persistences: Range<N>
  /** `μ`: the share of users that never leaves while the others leave at once; null where all do alike. */
  readonly staying: N | null
  readonly outcome: Outcome<N>
  /** `U` over the set. */
  readonly utilities: Range<N>
}

/** Two models with what an attempt costs the provider net of the churn that it averts. */
interface Sides<N> extends Cascade<N> {
  /** `η1`, `η2`. */
  readonly costs: readonly [N, N]
  /** `D(0) = η1 - η2` and `D(1) = η1 p2 - η2 p1`, the ends of the line `D(r)` with the sign of what model 1 costs more. */
  readonly atLeaving: N
  readonly atStaying: N
}

/**
 * All Nash equilibria of a two-model cascade whose route users do not see, with a user of one abandonment probability: for
 * each start without chance, for the start mixed where the user persists now and then, and for users who split between
 * staying and leaving. Where ties of both sides meet, mixtures between equilibria that are listed are equilibria too.
 *
 * For a given persistence `r` the provider prefers the model with the lesser `h_i = η_i/(1 - a_i r)`, for the start
 * and after every failure alike; the sign of `h1 - h2` is that of the line `D(r) = η1 - η2 - r (a2 η1 - a1 η2)`.
 *
 * @param penalty `P`
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function twoModelEquilibria<N>(cascade: Cascade<N>, penalty: N): readonly TwoModelEquilibrium<N>[] {
  const { pair } = cascade
  const ar = pair.arithmetic
  const cost = ({ serving, success }: Pair<N>['first']): N => ar.sub(serving, ar.mul(penalty, success))
  const costs = [cost(pair.first), cost(pair.second)] as const
  const sides: Sides<N> = {
    ...cascade,
    costs,
    atLeaving: ar.sub(costs[0], costs[1]),
    atStaying: ar.sub(ar.mul(costs[0], pair.second.success), ar.mul(costs[1], pair.first.success)),
  }
  return [...fromFirst(sides), ...fromSecond(sides), ...mixedStarts(sides), ...splitUsers(sides)]
}

/** `D(r)`. */
function lineAt<N>({ pair: { arithmetic: ar }, atLeaving, atStaying }: Sides<N>, persistence: N): N {
  return ar.add(ar.mul(ar.sub(ar.from(1), persistence), atLeaving), ar.mul(persistence, atStaying))
}

/** Persistences at which the provider likes a start at least as well as the other; null for none. */
function persistencesFor<N>(sides: Sides<N>, sign: 1 | -1): Range<N> | null {
  const ar = sides.pair.arithmetic
  const [zero, one] = [ar.from(0), ar.from(1)]
  if (!(sides.startsFirst && sides.startsSecond)) return { from: zero, to: one }
  const [left, right] = [ar.sign(sides.atLeaving) * sign, ar.sign(sides.atStaying) * sign]
  if (left < 0 && right < 0) return null
  if (left >= 0 && right >= 0) return { from: zero, to: one }
  const between = indifference(sides)
  return left >= 0 ? { from: zero, to: between } : { from: between, to: one }
}

/** `r̃ = D(0)/(D(0) - D(1))`, where both models cost the provider the same. For ends of opposite signs, or one of them 0. */
function indifference<N>({ pair: { arithmetic: ar }, atLeaving, atStaying }: Sides<N>): N {
  return ar.div(atLeaving, ar.sub(atLeaving, atStaying))
}

/** Every task starts at the first model. */
function fromFirst<N>(sides: Sides<N>): readonly TwoModelEquilibrium<N>[] {
  const { pair, low, high, startsFirst } = sides
  const ar = pair.arithmetic
  const preferred = startsFirst ? persistencesFor(sides, -1) : null
  if (preferred === null) return []
  const [zero, one] = [ar.from(0), ar.from(1)]
  const cells = replyCells(pair, low, high)
  const alike = ar.sign(pair.first.failure) === 0
  const found: TwoModelEquilibrium<N>[] = []
  const add = (persistences: Range<N>, escalations: Range<N> | null): void => {
    if (escalations === null) return
    found.push(pure(sides, one, escalations, persistences))
  }
  if (alike) return [pure(sides, one, { from: low, to: high }, preferred)]
  const everything = { from: low, to: high }
  if (ar.sign(preferred.from) === 0) add({ from: zero, to: zero }, escalationsWith(cells, 'leave'))
  // While somebody re-prompts the provider escalates as little as it may, or as much, or does not care.
  const choice = (persistence: N): Range<N> => {
    const sign = ar.sign(lineAt(sides, persistence))
    return sign === 0 ? everything : sign < 0 ? { from: low, to: low } : { from: high, to: high }
  }
  if (compare(ar, preferred.to, one) === 0) {
    add({ from: one, to: one }, overlap(ar, escalationsWith(cells, 'stay'), choice(one)))
  }
  for (const at of compare(ar, low, high) === 0 ? [low] : [low, high]) {
    const persistence = betweenAt(pair, cells, at)
    if (persistence === null || !within(ar, persistence, preferred)) continue
    const order = ar.sign(lineAt(sides, persistence))
    const same = ar.sign(sides.atLeaving) === 0 && ar.sign(sides.atStaying) === 0
    // Where the provider does not care at this persistence alone the start may be mixed: see `mixedStarts`.
    if (order === 0 ? !same : compare(ar, choice(persistence).from, at) !== 0) continue
    add({ from: persistence, to: persistence }, { from: at, to: at })
  }
  return found
}

/** Escalations to which a reply is a best one: a closed interval, since best replies move from one to the other once. */
function escalationsWith<N>(cells: readonly Cell<N>[], reply: Reply): Range<N> | null {
  const having = cells.filter(({ replies }) => replies.includes(reply))
  const [first, last] = [having[0], having.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    from: first.kind === 'point' ? first.place.at : first.from.at,
    to: last.kind === 'point' ? last.place.at : last.to.at,
  }
}

/** The persistence strictly between staying and leaving that answers an escalation best; null where it is another reply. */
function betweenAt<N>(pair: Pair<N>, cells: readonly Cell<N>[], escalation: N): N | null {
  const ar = pair.arithmetic
  const here = cells.some(
    (cell) =>
      cell.kind === 'point' &&
      cell.replies.includes('between') &&
      compare(ar, cell.place.at, escalation) === 0,
  )
  return here ? interiorPersistence(pair, escalation) : null
}

/** Every task starts at the second model. */
function fromSecond<N>(sides: Sides<N>): readonly TwoModelEquilibrium<N>[] {
  const { pair, startsSecond } = sides
  const ar = pair.arithmetic
  const preferred = startsSecond ? persistencesFor(sides, 1) : null
  if (preferred === null) return []
  const zero = ar.from(0)
  const reply = bestResponseToOne(ar, pair.second)
  if (reply.kind === 'point') {
    const { at } = reply
    return within(ar, at, preferred) ? [pure(sides, zero, null, { from: at, to: at })] : []
  }
  return [pure(sides, zero, null, preferred)]
}

/** A start without chance; of several persistences the greatest stands for them, of several escalations the best for users. */
function pure<N>(
  { pair, low }: Sides<N>,
  first: N,
  escalations: Range<N> | null,
  persistences: Range<N>,
): TwoModelEquilibrium<N> {
  const persistence = persistences.to
  const at = (escalation: N): Outcome<N> => outcomeAt(pair, first, escalation, persistence)
  const outcomes = escalations === null ? [at(low)] : [at(escalations.from), at(escalations.to)]
  const [one = at(low), other = one] = outcomes
  const ar = pair.arithmetic
  const rises = one !== other && compare(ar, one.utility, other.utility) < 0
  return {
    first,
    escalation: escalations === null ? null : rises ? escalations.to : escalations.from,
    escalations,
    persistence,
    persistences,
    staying: null,
    outcome: rises ? other : one,
    utilities: rises ? { from: one.utility, to: other.utility } : { from: other.utility, to: one.utility },
  }
}

/** What comes of a start at the first model with probability `first`. */
function outcomeAt<N>(pair: Pair<N>, first: N, escalation: N, persistence: N): Outcome<N> {
  const { arithmetic: ar } = pair
  const second = ar.sub(ar.from(1), first)
  const one = attemptsFromFirst(pair, escalation, persistence)
  const other = attemptsFromSecond(pair, persistence)
  const attempts: Attempts<N> = {
    first: ar.mul(first, one.first),
    second: ar.add(ar.mul(first, one.second), ar.mul(second, other.second)),
  }
  return outcomeOf(pair, attempts, persistence)
}

/**
 * The user persists with `r̃`, at which both models cost the provider the same, so that it may start and escalate as it
 * likes: `π1 U1'(r̃) + π2 U2'(r̃) = 0` makes `r̃` stationary. For one pair `(π, s)` of models `U(r) - U(r̃)` is
 * `-U(r̃) a1 a2 (1-s) (r - r̃)²` over a positive denominator, so that a stationary `r̃` is a best reply exactly where
 * `U(r̃) >= 0`, the sign of `π1 ξ1 + π2 ξ2`.
 */
function mixedStarts<N>(sides: Sides<N>): readonly TwoModelEquilibrium<N>[] {
  const { pair, low, high, startsFirst, startsSecond } = sides
  const ar = pair.arithmetic
  const { first, second } = pair
  const signs = [ar.sign(first.netValue), ar.sign(second.netValue)] as const
  if (!startsFirst || ar.sign(sides.atLeaving) * ar.sign(sides.atStaying) >= 0) return []
  if (signs[0] * signs[1] >= 0 || ar.sign(first.failure) === 0 || ar.sign(second.failure) === 0) return []
  const persistence = indifference(sides)
  const turning = signs[0] > 0 ? escalationOfPersistence(pair, persistence) : null
  if (!startsSecond) {
    if (turning === null || compare(ar, turning, low) < 0 || compare(ar, turning, high) > 0) return []
    return [mixture(sides, persistence, turning, turning)]
  }
  const vanishing = utilityVanishes(pair, persistence)
  if (turning === null) {
    // ξ1 < 0 < ξ2: the utility falls as escalation rises and the start moves to the first model.
    if (vanishing === null || compareRoots(ar, vanishing, low) < 0) return []
    return [mixture(sides, persistence, low, compareRoots(ar, vanishing, high) < 0 ? vanishing : high)]
  }
  const from = vanishing === null || compareRoots(ar, vanishing, low) < 0 ? low : vanishing
  const to = compareRoots(ar, turning, high) < 0 ? turning : high
  return compareRoots(ar, from, to) > 0 ? [] : [mixture(sides, persistence, to, from)]
}

/** Compares numbers of which each may hold a square root of its own. */
function compareRoots<N>(ar: Arithmetic<N>, a: N, b: N): number {
  try {
    return compare(ar, a, b)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return ar.toNumber(a) - ar.toNumber(b)
  }
}

/** Equilibria at `r̃` from the escalation that is best for users to that which is worst. */
function mixture<N>(sides: Sides<N>, persistence: N, best: N, worst: N): TwoModelEquilibrium<N> {
  const { pair } = sides
  const ar = pair.arithmetic
  const startFor = (escalation: N): N => {
    const one = slopeOfSum(pair, 'first', escalation, persistence)
    const other = slopeOfSum(pair, 'second', escalation, persistence)
    return ar.div(other, ar.sub(other, one))
  }
  const first = startFor(best)
  const outcome = outcomeAt(pair, first, best, persistence)
  const least = best === worst ? outcome : outcomeAt(pair, startFor(worst), worst, persistence)
  const ascending = ar.toNumber(best) <= ar.toNumber(worst)
  return {
    first,
    escalation: best,
    escalations: ascending ? { from: best, to: worst } : { from: worst, to: best },
    persistence,
    persistences: { from: persistence, to: persistence },
    staying: null,
    outcome,
    utilities: { from: least.utility, to: outcome.utility },
  }
}

/**
 * A share `μ` of the users never leaves and the others leave at once. Both must be best, `U(0) = U(1)` with nothing better
 * between, which is `U <= 0`; and the provider, who meets only the staying after a failure, must be indifferent between
 * the starts: with `X = J1(s) - h2` at `r = 1`, `(1-μ) D(0) + μ X = 0`.
 */
function splitUsers<N>(sides: Sides<N>): readonly TwoModelEquilibrium<N>[] {
  const { pair, low, high, startsFirst, startsSecond, costs, atLeaving, atStaying } = sides
  const ar = pair.arithmetic
  const { first, second } = pair
  const [zero, one] = [ar.from(0), ar.from(1)]
  if (!(startsFirst && startsSecond) || ar.sign(atLeaving) * ar.sign(atStaying) >= 0) return []
  if (ar.sign(first.failure) === 0 || ar.sign(second.failure) === 0) return []
  const escalation = ar.sign(atStaying) < 0 ? low : high
  // What staying gains over leaving at once, from each start.
  const gains = [
    ar.div(
      ar.mul(first.failure, gainOfStaying(pair, escalation)),
      ar.add(first.success, ar.mul(first.failure, escalation)),
    ),
    ar.div(ar.mul(second.failure, second.netValue), second.success),
  ] as const
  if (ar.sign(gains[0]) * ar.sign(gains[1]) >= 0) return []
  const start = ar.div(gains[1], ar.sub(gains[1], gains[0]))
  const left = outcomeAt(pair, start, escalation, zero)
  const open = ar.sign(ar.sub(one, escalation)) > 0
  if (open && ar.sign(left.utility) > 0) return []
  const { attempts } = outcomeAt(pair, one, escalation, one)
  const difference = ar.sub(
    ar.add(ar.mul(attempts.first, costs[0]), ar.mul(attempts.second, costs[1])),
    ar.div(costs[1], second.success),
  )
  const staying = ar.div(atLeaving, ar.sub(atLeaving, difference))
  const stayed = outcomeAt(pair, start, escalation, one)
  const mean = (of: (outcome: Outcome<N>) => N): N =>
    ar.add(ar.mul(staying, of(stayed)), ar.mul(ar.sub(one, staying), of(left)))
  const outcome: Outcome<N> = {
    attempts: {
      first: mean(({ attempts: each }) => each.first),
      second: mean(({ attempts: each }) => each.second),
    },
    utility: left.utility,
    serving: mean(({ serving }) => serving),
    loss: mean(({ loss }) => loss),
  }
  return [
    {
      first: start,
      escalation,
      escalations: { from: escalation, to: escalation },
      persistence: null,
      persistences: { from: zero, to: one },
      staying,
      outcome,
      utilities: { from: left.utility, to: left.utility },
    },
  ]
}

function within<N>(ar: Arithmetic<N>, value: N, { from, to }: Range<N>): boolean {
  return compare(ar, value, from) >= 0 && compare(ar, value, to) <= 0
}

function overlap<N>(ar: Arithmetic<N>, one: Range<N> | null, other: Range<N>): Range<N> | null {
  if (one === null) return null
  const from = max(ar, one.from, other.from)
  const to = min(ar, one.to, other.to)
  return compare(ar, from, to) <= 0 ? { from, to } : null
}
