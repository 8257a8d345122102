import { less, type Arithmetic } from '@plumbline/game'
import type { TieRule } from '../../leader/choose.ts'
import type { Both, People, TwoModelPopulation, TwoModels } from './people.ts'

/** Types, and the sums of the shares of the first `k` of them, for `k` from 0 on. */
export interface Group {
  /** Indices of types. */
  readonly order: Uint32Array
  readonly share: Float64Array
}

/** Types that change between leaving and staying at one escalation each, which ascend. */
export interface Jumps extends Group {
  readonly at: Float64Array
}

/**
 * Types with `ξ1 > 0 > ξ2` and `p2 < 1`, ascending in `ξ1/-ξ2`, on which alone their replies depend: they stay up to an
 * escalation, leave from another on, and persist with a probability in between.
 */
export interface Curves extends Group {
  readonly ratio: Float64Array
  /** `sL` and `sH`, both ascending. */
  readonly staysTo: Float64Array
  readonly leavesFrom: Float64Array
}

/** All types by how they answer the escalations of a start at the first model. */
export interface Groups {
  readonly always: Group
  readonly never: Group
  /** Leave below, stay above. */
  readonly rising: Jumps
  /** Stay below, leave above. */
  readonly falling: Jumps
  readonly curves: Curves
}

/** A cascade of two models in doubles. */
export interface Menu {
  readonly p: Both<number>
  readonly a: Both<number>
  /** `c - f` for the provider. */
  readonly c: Both<number>
  readonly P: number
  readonly low: number
  readonly high: number
  readonly ties: TieRule
}

/** The menu in doubles. */
export function menuInDoubles<N>(menu: TwoModels<N>): Menu {
  const { arithmetic: ar, success, failure, serving, penalty, low, high, ties } = menu
  const both = ([one, two]: Both<N>): Both<number> => [ar.toNumber(one), ar.toNumber(two)]
  return {
    p: both(success),
    a: both(failure),
    c: both(serving),
    P: ar.toNumber(penalty),
    low: ar.toNumber(low),
    high: ar.toNumber(high),
    ties,
  }
}

type Kind = keyof Groups

/** Sorts the types by how they answer, from the signs of their net values. */
export function groupTypes<N>({ menu, people }: TwoModelPopulation<N>, inDoubles: Menu): Groups {
  const { arithmetic: ar } = menu
  const certain = ar.sign(menu.failure[1]) === 0
  const found: Record<Kind, number[]> = { always: [], never: [], rising: [], falling: [], curves: [] }
  const [first, second] = people.worth
  for (let index = 0; index < people.count; index++) {
    found[kindOf(first[index] ?? 0, second[index] ?? 0, certain)].push(index)
  }
  const { p, a } = inDoubles
  const ratioOf = (k: number): number => (first[k] ?? 0) / -(second[k] ?? -1)
  const rise = (k: number): number => {
    const away = -(first[k] ?? 0)
    return away / ((second[k] ?? 0) / p[1] + away)
  }
  const fall = (k: number): number => (first[k] ?? 0) / ((first[k] ?? 0) - (second[k] ?? 0))
  const curves = ordered(found.curves, ratioOf)
  const ratio = Float64Array.from(curves, ratioOf)
  return {
    always: groupOf(people, Uint32Array.from(found.always)),
    never: groupOf(people, Uint32Array.from(found.never)),
    rising: jumpsOf(people, found.rising, rise),
    falling: jumpsOf(people, found.falling, fall),
    curves: {
      ...groupOf(people, curves),
      ratio,
      staysTo: ratio.map((value) => stayingEscalation(value, p, a)),
      leavesFrom: ratio.map((value) => value / (1 + value)),
    },
  }
}

function kindOf(one: number, two: number, certain: boolean): Kind {
  if (one > 0) {
    if (two > 0) return 'always'
    return two === 0 || certain ? 'falling' : 'curves'
  }
  if (one === 0) return two < 0 ? 'falling' : two > 0 ? 'rising' : 'always'
  return two < 0 ? 'never' : 'rising'
}

function stayingEscalation(ratio: number, p: Both<number>, a: Both<number>): number {
  const c = ratio * p[1] * p[1]
  const minusB = p[0] + a[0] * p[1] + c
  return (2 * c) / (minusB + Math.sqrt(minusB * minusB + 4 * a[0] * a[1] * c))
}

/** Types in ascending order of a number. */
function ordered(types: readonly number[], of: (type: number) => number): Uint32Array {
  const keys = Float64Array.from(types, of)
  const places = Uint32Array.from(types, (_, place) => place)
  places.sort((x, y) => (keys[x] ?? 0) - (keys[y] ?? 0))
  return places.map((place) => types[place] ?? 0)
}

function jumpsOf<N>(people: People<N>, types: readonly number[], of: (type: number) => number): Jumps {
  const order = ordered(types, of)
  return { ...groupOf(people, order), at: Float64Array.from(order, of) }
}

function groupOf<N>({ weight }: People<N>, order: Uint32Array): Group {
  return { order, share: runningSums(order.length, (k) => weight[order[k] ?? 0] ?? 0) }
}

/** Sums of the first 0, 1, 2, … numbers, with what rounding takes away carried along. */
export function runningSums(count: number, of: (index: number) => number): Float64Array {
  const sums = new Float64Array(count + 1)
  let [sum, carry] = [0, 0]
  for (let k = 0; k < count; k++) {
    const term = of(k)
    const next = sum + term
    carry += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
    sum = next
    sums[k + 1] = sum + carry
  }
  return sums
}

/** The sum over all. */
export function total(sums: Float64Array): number {
  return sums[sums.length - 1] ?? 0
}

/** The first place in an ascending array whose entry is not below (`from`), or is above (`after`), a number. */
export function placeOf(sorted: Float64Array, value: number, side: 'from' | 'after'): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = sorted[middle] ?? Infinity
    if (entry < value || (side === 'after' && entry === value)) low = middle + 1
    else high = middle
  }
  return low
}

/** The lesser of two numbers for whoever the ties serve. */
export function preferred<N>(ar: Arithmetic<N>, one: N, other: N, ties: 'strong' | 'weak'): N {
  return less(ar, one, other) === (ties === 'strong') ? one : other
}
