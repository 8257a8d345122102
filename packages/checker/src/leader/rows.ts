import { compare, type Arithmetic, type NumericChain } from '@plumbline/game'
import { dot } from '../play/elimination.ts'

/** Ranges of the menu's variables. */
export interface Box<N> {
  readonly low: readonly N[]
  readonly high: readonly N[]
}

/** Where a failure and a re-prompt in one state lead: affine in the variables. */
export interface Row<N> {
  readonly constant: readonly N[]
  readonly effects: readonly { readonly variable: number; readonly on: readonly N[] }[]
  /**
   * All that is not taken by its variables, each the probability of one other state, stays: so they sum to at most 1. Else
   * only their ranges are counted on.
   */
  readonly shared: boolean
}

/** The rows of a menu. */
export function rowsOf<N>(ar: Arithmetic<N>, chain: NumericChain<N>): readonly Row<N>[] {
  return chain.transitions.map((transitions, self): Row<N> => {
    const constant = chain.states.map(() => ar.from(0))
    const effects = new Map<number, N[]>()
    for (const { to, constant: at, terms } of transitions) {
      constant[to] = ar.add(constant[to] ?? ar.from(0), at)
      for (const { variable, coefficient } of terms) {
        const on = effects.get(variable) ?? chain.states.map(() => ar.from(0))
        on[to] = ar.add(on[to] ?? ar.from(0), coefficient)
        effects.set(variable, on)
      }
    }
    const list = [...effects].map(([variable, on]) => ({ variable, on }))
    const is = (x: N, value: number): boolean => compare(ar, x, ar.from(value)) === 0
    const targets = new Set(list.map(({ on }) => on.findIndex((x, to) => to !== self && is(x, 1))))
    const shared =
      targets.size === list.length &&
      !targets.has(-1) &&
      constant.every((x, to) => is(x, to === self ? 1 : 0)) &&
      list.every(
        ({ on }) =>
          is(on[self] ?? ar.from(0), -1) &&
          on.filter((x, to) => to !== self && ar.sign(x) !== 0).length === 1,
      )
    return { constant, effects: list, shared }
  })
}

/** A bound of `(K v)_i` over a box, and the row that has it. */
export interface Extreme<N> {
  readonly value: N
  readonly row: readonly N[]
}

/**
 * The least of `(K v)_i` over the routes of a box: each variable at the end of its range that makes it less; where variables
 * share a probability of 1, the most gainful as far as that goes.
 */
export function leastOf<N>(
  ar: Arithmetic<N>,
  { constant, effects, shared }: Row<N>,
  { low, high }: Box<N>,
  v: readonly N[],
): Extreme<N> {
  const zero = ar.from(0)
  const gains = effects.map(({ on, variable }) => ({ on, variable, gain: dot(ar, on, v) }))
  const from = (variable: number): N => low[variable] ?? zero
  let left = effects.reduce((rest, { variable }) => ar.sub(rest, from(variable)), ar.from(1))
  let row = constant
  for (const { on, variable, gain } of gains.toSorted((a, b) => compare(ar, a.gain, b.gain))) {
    let value = from(variable)
    if (ar.sign(gain) < 0) {
      const room = ar.sub(high[variable] ?? zero, value)
      const more = shared && compare(ar, left, room) < 0 ? (ar.sign(left) < 0 ? zero : left) : room
      value = ar.add(value, more)
      left = ar.sub(left, more)
    }
    row = row.map((x, to) => ar.add(x, ar.mul(value, on[to] ?? zero)))
  }
  return { row, value: dot(ar, row, v) }
}
