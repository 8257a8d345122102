import type { Calculus } from './calculus.ts'

/** About ten seconds of the slowest arithmetic: squares of binary digits, summed over results. */
const workBound = 2e10

/**
 * The same calculus with a bound on all the work that is done with it: past it every number counts as too large.
 * No honest game comes near; a hostile one of a million operations on numbers of 4096 digits ends in time.
 */
export function metered<N>(calculus: Calculus<N>): Calculus<N> {
  let work = 0
  return {
    ...calculus,
    size(a) {
      const bits = calculus.size(a)
      work += bits * bits
      return work > workBound ? Infinity : bits
    },
  }
}

/** Whether a metered calculus has done all the work that it may. */
export function isSpent<N>(calculus: Calculus<N>): boolean {
  return calculus.size(calculus.arithmetic.from(0)) === Infinity
}
