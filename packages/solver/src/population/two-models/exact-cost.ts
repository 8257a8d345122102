import { compare, type Arithmetic } from '@plumbline/game'
import type { Attempt, Pair } from '../../base/attempt.ts'
import { costAt, outcomeFromFirst } from '../../base/outcome.ts'
import { indifferentEscalation, leavingEscalation } from '../../base/thresholds.ts'
import { placeOf, preferred, type Groups, type Jumps } from './groups.ts'
import type { ExactType, TwoModelPopulation, TwoModels } from './people.ts'

/** An escalation itself, or escalations just below or just above it. */
export type Side = 'at' | 'below' | 'above'

/** The pair of models as one type sees it. */
export function pairOf<N>(menu: TwoModels<N>, { worth }: ExactType<N>): Pair<N> {
  const { arithmetic, success, failure, serving } = menu
  const attempt = (model: 0 | 1): Attempt<N> => ({
    success: success[model],
    failure: failure[model],
    latency: arithmetic.from(0),
    serving: serving[model],
    netValue: worth[model],
  })
  return { arithmetic, first: attempt(0), second: attempt(1) }
}

/** The exact threshold of a type that jumps. */
export function thresholdOf<N>(menu: TwoModels<N>, type: ExactType<N>, kind: 'rising' | 'falling'): N {
  const pair = pairOf(menu, type)
  return kind === 'rising' ? indifferentEscalation(pair) : leavingEscalation(pair)
}

/** Costs of a start at the first model in the game's own numbers, for populations without replies in between. */
export interface Costs<N> {
  /** Of a type that never leaves, and of one that leaves after a first failure. */
  readonly stay: (escalation: N) => N
  readonly leave: N
}

/** What the two replies cost the provider. */
export function costsFromFirst<N>(menu: TwoModels<N>): Costs<N> {
  const ar = menu.arithmetic
  const pair = pairOf(menu, { worth: [ar.from(0), ar.from(0)], weight: ar.from(1) })
  const cost = (escalation: N, persistence: N): N =>
    costAt(pair, outcomeFromFirst(pair, escalation, persistence), menu.penalty)
  return { stay: (escalation) => cost(escalation, ar.from(1)), leave: cost(ar.from(0), ar.from(0)) }
}

/** What a start at the second model costs: each type stays, leaves or does not care, by the sign of `ξ2`. */
export function costFromSecond<N>({ menu, people }: TwoModelPopulation<N>): N {
  const { arithmetic: ar, failure, serving, success, penalty, ties } = menu
  const stay = ar.div(serving[1], success[1])
  if (ar.sign(failure[1]) === 0) return stay
  const leave = ar.add(serving[1], ar.mul(penalty, failure[1]))
  const bySign: Record<string, number[]> = { '1': [], '0': [], '-1': [] }
  people.worth[1].forEach((worth, index) => bySign[String(Math.sign(worth) + 0)]?.push(index))
  const share = (sign: string): N => {
    const order = Uint32Array.from(bySign[sign] ?? [])
    return people.weightOf(order, 0, order.length)
  }
  const tied = preferred(ar, stay, leave, ties)
  return ar.add(ar.add(ar.mul(share('1'), stay), ar.mul(share('-1'), leave)), ar.mul(share('0'), tied))
}

/**
 * The exact cost of a start at the first model where no type persists with a probability in between. The order of
 * thresholds in doubles tells who stays but for those within `error` of the escalation, which are compared exactly.
 *
 * @param escalation exact; `near` is the double nearest
 * @param side the escalation itself, with ties as the menu breaks them, or the limit from one side
 * @param own the type whose threshold the escalation is, null where it is none: inexact numbers could not tell
 */
export function exactCost<N>(
  population: TwoModelPopulation<N>,
  groups: Groups,
  escalation: N,
  near: number,
  side: Side,
  error: number,
  own: number | null,
): N {
  const { menu, people } = population
  const { arithmetic: ar, ties } = menu
  const { stay, leave } = costsFromFirst(menu)
  const staying = stay(escalation)
  const all = (order: Uint32Array): N => people.weightOf(order, 0, order.length)
  const rising = splitAt(population, groups.rising, 'rising', escalation, near, error, own)
  const falling = splitAt(population, groups.falling, 'falling', escalation, near, error, own)
  let stays = ar.add(all(groups.always.order), ar.add(rising.below, falling.above))
  let leaves = ar.add(all(groups.never.order), ar.add(rising.above, falling.below))
  if (side === 'at') {
    const tied = ar.mul(ar.add(rising.at, falling.at), preferred(ar, staying, leave, ties))
    return ar.add(ar.add(ar.mul(stays, staying), ar.mul(leaves, leave)), tied)
  }
  stays = ar.add(stays, side === 'above' ? rising.at : falling.at)
  leaves = ar.add(leaves, side === 'above' ? falling.at : rising.at)
  return ar.add(ar.mul(stays, staying), ar.mul(leaves, leave))
}

interface Split<N> {
  readonly below: N
  readonly at: N
  readonly above: N
}

/** The shares of those whose threshold is below, at and above an escalation. */
function splitAt<N>(
  { menu, people }: TwoModelPopulation<N>,
  { order, at }: Jumps,
  kind: 'rising' | 'falling',
  escalation: N,
  near: number,
  error: number,
  own: number | null,
): Split<N> {
  const ar: Arithmetic<N> = menu.arithmetic
  const from = placeOf(at, near - error, 'from')
  const to = placeOf(at, near + error, 'after')
  let below = people.weightOf(order, 0, from)
  let tied = ar.from(0)
  let above = people.weightOf(order, to, order.length)
  for (let k = from; k < to; k++) {
    const type = people.exactType(order[k] ?? 0)
    const sign = order[k] === own ? 0 : compare(ar, thresholdOf(menu, type, kind), escalation)
    if (sign < 0) below = ar.add(below, type.weight)
    else if (sign > 0) above = ar.add(above, type.weight)
    else tied = ar.add(tied, type.weight)
  }
  return { below, at: tied, above }
}
