import { compare, float, Undecided } from '@plumbline/game'
import { convertPair, type Pair } from '../../base/attempt.ts'
import { costAt, outcomeFromFirst } from '../../base/outcome.ts'
import { costOfPass } from '../../base/single-model.ts'
import { escalationOfPersistence } from '../../base/thresholds.ts'
import { interiorPersistence } from '../../follower/best-response.ts'
import type { CostLine } from '../equilibrium.ts'
import { dual } from './dual.ts'
import { around, interval, only, type Interval } from './interval.ts'
import { minimiseBelow, type Enclosing, type Minimum } from './minimise.ts'

/** How far the bounds of the search may be apart, relative to the value. */
const searchTolerance = 1e-12

/** The replies strictly between staying and leaving: persistences in an open interval. */
export interface Curve<N> {
  readonly pair: Pair<N>
  /** `0 <= from < to <= 1`. */
  readonly from: number
  readonly to: number
}

/** A point of the curve: a persistence, and the escalation to which it is the best response. */
export interface CurvePoint<N> {
  readonly persistence: N
  readonly escalation: N
  readonly line: CostLine<N>
  readonly utility: N
}

/**
 * The least cost of the provider at replies strictly between staying and leaving, where it is below `target`:
 * `J` over the persistence `r` on the curve `s(r)`, bounded by intervals.
 *
 * @param penalty `P`
 * @param target the cost of the best of the other candidates
 * @param until `first`: stop at the first cost found below the target, without a bound
 * @param tolerance relative: how far the bounds may stay apart
 */
export function searchCurve<N>(
  curve: Curve<N>,
  penalty: N,
  target: number,
  until: 'best' | 'first' = 'best',
  tolerance = searchTolerance,
): Minimum {
  const ar = curve.pair.arithmetic
  const constant = (x: N): Interval =>
    ar.name === float.name ? only(ar.toNumber(x)) : around(ar.toNumber(x))
  const price = constant(penalty)
  const ring = dual(interval)
  const pair = convertPair(curve.pair, ring, (x) => ({ value: constant(x), slope: only(0) }))
  const enclose: Enclosing = (x) => {
    const persistence = { value: x, slope: only(1) }
    const escalation = escalationOfPersistence(pair, persistence)
    const { serving, loss } = outcomeFromFirst(pair, escalation, persistence)
    return ring.add(serving, ring.mul({ value: price, slope: only(0) }, loss))
  }
  return minimiseBelow(enclose, curve.from, curve.to, target, Math.abs(target) * tolerance, until)
}

/**
 * The curve near a persistence: the escalation is the double nearest to that of which it is the best reply, and the reply
 * the exact one to this.
 */
export function pointOfCurve<N>({ pair }: Curve<N>, persistence: number): CurvePoint<N> {
  const ar = pair.arithmetic
  const nearby = convertPair(pair, float, (x) => ar.toNumber(x))
  const escalation = ar.from(escalationOfPersistence(nearby, persistence))
  const reply = interiorPersistence(pair, escalation)
  const { serving, loss, utility } = outcomeFromFirst(pair, escalation, reply)
  return { persistence: reply, escalation, line: { serving, loss }, utility }
}

/**
 * The persistence near `from` at which the provider's cost on the curve is least, in doubles: a ternary search
 * around what a coarser search found. For places that need no bound.
 */
export function descend<N>(
  { pair }: Curve<N>,
  penalty: number,
  from: number,
): { readonly persistence: number; readonly line: CostLine<number> } {
  const nearby = convertPair(pair, float, (x) => pair.arithmetic.toNumber(x))
  const lineAt = (r: number): CostLine<number> =>
    outcomeFromFirst(nearby, escalationOfPersistence(nearby, r), r)
  const cost = (r: number): number => costAt(nearby, lineAt(r), penalty)
  const reach = Math.min(from, 1 - from) / 8
  let [low, high] = [from - reach, from + reach]
  for (let step = 0; step < 60; step += 1) {
    const [x, y] = [low + (high - low) / 3, high - (high - low) / 3]
    if (cost(x) < cost(y)) high = y
    else low = x
  }
  const persistence = cost(low) < cost(from) ? low : from
  return { persistence, line: lineAt(persistence) }
}

/**
 * Whether it is proved that no reply strictly between staying and leaving is better for the provider than
 * `C1`, `J1(sL)`, `Q1` and `Q2`, all of them being available: `p1 <= p2`, or `p2 >= 3 - 2√2`, or `C1 <= C2`,
 * or `P <= C2`. False where the arithmetic cannot tell.
 */
export function provenOuter<N>({ arithmetic: ar, first, second }: Pair<N>, penalty: N): boolean {
  const atMost = (a: N, b: N): boolean => {
    try {
      return compare(ar, a, b) <= 0
    } catch (error) {
      if (error instanceof Undecided) return false
      throw error
    }
  }
  const short = ar.sub(ar.from(3), second.success)
  return (
    atMost(first.success, second.success) ||
    atMost(ar.mul(short, short), ar.from(8)) ||
    atMost(costOfPass(ar, first), costOfPass(ar, second)) ||
    atMost(penalty, costOfPass(ar, second))
  )
}
