import { type Arithmetic, type Game } from '@plumbline/game'
import { netValue } from '../../chain/netValue.ts'
import { recognise } from '../../leader/recognise.ts'
import type { TieRule } from '../../leader/choose.ts'

/** Two numbers, of the first model and of the second, the one that it may escalate to. */
export type Both<N> = readonly [first: N, second: N]

/** A cascade of two models as the provider has it, whoever its users are. */
export interface TwoModels<N> {
  readonly arithmetic: Arithmetic<N>
  /** `p`, each in (0, 1]. */
  readonly success: Both<N>
  /** `a = 1 - p`. */
  readonly failure: Both<N>
  /** `c - f`: what an attempt costs net of its price. */
  readonly serving: Both<N>
  /** `P`. */
  readonly penalty: N
  /** Limits of the escalation, `0 <= low <= high <= 1`. */
  readonly low: N
  readonly high: N
  readonly ties: TieRule
  /** Whether a task may start at each. */
  readonly starts: Both<boolean>
  /** States of the chain. */
  readonly states: Both<number>
}

/** One type: what an attempt with each model is worth to it (`ξ`), and its share of the users. */
export interface ExactType<N> {
  readonly worth: Both<N>
  readonly weight: N
}

/**
 * Types of users, each with one abandonment probability and no outside option. Doubles for the search, exact numbers for
 * what these leave open.
 */
export interface People<N> {
  readonly count: number
  /** `ξ1`, `ξ2`: signs are certain, sizes within `error` of the truth, relative. */
  readonly worth: Both<Float64Array>
  readonly error: number
  /** The doubles nearest to the shares, which sum to 1. */
  readonly weight: Float64Array
  readonly exactType: (index: number) => ExactType<N>
  /** The exact sum of the shares of `order[from]` to `order[to - 1]`. */
  readonly weightOf: (order: Uint32Array, from: number, to: number) => N
}

/** A population in front of a two-model cascade. */
export interface TwoModelPopulation<N> {
  readonly menu: TwoModels<N>
  readonly people: People<N>
}

/**
 * The population of a game, where its menu is a cascade of two models whose start the provider chooses and all its users
 * answer with one abandonment probability; else null.
 *
 * @throws Undecided where the arithmetic cannot tell a transition, or the sign of a net value
 */
export function twoModelPopulation<N>(game: Game<N>): TwoModelPopulation<N> | null {
  const { arithmetic: ar, users, provider } = game
  const [user] = users
  const plain = users.every(
    ({ sees, outside, rationality }) => sees === 'nothing' && outside === null && rationality === null,
  )
  if (user === undefined || !plain || provider.routing === 'hidden') return null
  const shape = recognise({ ...game, users: [user] })
  if (shape.kind !== 'cascade') return null
  const { pair, first, second, low, high, startsFirst, startsSecond } = shape.cascade
  const models = [first, second].map((state) => game.models[game.chain.states[state]?.model ?? -1])
  const [one, two] = models
  if (one === undefined || two === undefined) throw new TypeError('a state without its model')
  const types = users.map((each): ExactType<N> => {
    return { worth: [netValue(game, one, each), netValue(game, two, each)], weight: each.weight }
  })
  return {
    menu: {
      arithmetic: ar,
      success: [pair.first.success, pair.second.success],
      failure: [pair.first.failure, pair.second.failure],
      serving: [pair.first.serving, pair.second.serving],
      penalty: provider.penalty,
      low,
      high,
      ties: provider.ties,
      starts: [startsFirst, startsSecond],
      states: [first, second],
    },
    people: peopleFrom(ar, types),
  }
}

/** The nearest doubles are within half a unit of the last place; a unit of room is left. */
const nearest = 2 ** -52

/** Types whose numbers are at hand. */
export function peopleFrom<N>(ar: Arithmetic<N>, types: readonly ExactType<N>[]): People<N> {
  const at = (index: number): ExactType<N> => {
    const type = types[index]
    if (type === undefined) throw new RangeError(`no type ${String(index)}`)
    return type
  }
  const worth = (model: 0 | 1): Float64Array =>
    Float64Array.from(types, (type) => signedNumber(ar, type.worth[model]))
  return {
    count: types.length,
    worth: [worth(0), worth(1)],
    error: nearest,
    weight: Float64Array.from(types, ({ weight }) => ar.toNumber(weight)),
    exactType: at,
    weightOf: sumsOf(ar, (index) => at(index).weight),
  }
}

/** Sums of parts of orders, from running sums that are kept for each order. */
function sumsOf<N>(ar: Arithmetic<N>, weight: (index: number) => N): People<N>['weightOf'] {
  const known = new WeakMap<Uint32Array, readonly N[]>()
  const running = (order: Uint32Array): readonly N[] => {
    let sum = ar.from(0)
    const sums = [sum]
    for (const index of order) sums.push((sum = ar.add(sum, weight(index))))
    known.set(order, sums)
    return sums
  }
  return (order, from, to) => {
    const sums = known.get(order) ?? running(order)
    const [low, high] = [sums[from], sums[to]]
    if (low === undefined || high === undefined) throw new RangeError('a part beyond its order')
    return from === 0 ? high : ar.sub(high, low)
  }
}

/** The double nearest to a number, kept off 0 where the number is not 0. */
export function signedNumber<N>(ar: Arithmetic<N>, value: N): number {
  const sign = ar.sign(value)
  const number = ar.toNumber(value)
  if (sign === 0) return 0
  return Math.sign(number) === sign ? number : sign * Number.MIN_VALUE
}
