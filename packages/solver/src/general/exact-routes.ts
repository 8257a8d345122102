import { compare, type Game } from '@plumbline/game'
import type { Route } from '../leader/equilibrium.ts'
import type { Posed } from './posed.ts'
import type { FloatRoute } from './simple-routes.ts'
import { stayingThresholds } from './thresholds.ts'

/** Distance within which a double stands for a limit of its variable, or for a threshold. */
const near = 1e-7

/** Steps by which a route is moved off a threshold, smallest first: on the wrong side of it the user would leave. */
const steps = ['1e-14', '1e-13', '1e-12', '1e-11', '1e-10', '1e-9']

/**
 * Routes in the game's own numbers that a route found in doubles may stand for, the most exact first: with each variable
 * near a limit put there; with one of the others at the threshold that it is near; and a little to either side.
 */
export function* exactRoutes<N>(posed: Posed<N>, { start, variables }: FloatRoute): Generator<Route<N>> {
  const { game } = posed
  const { arithmetic: ar } = game
  const plain: Route<N> = { start, variables: variables.map((value, index) => settled(game, index, value)) }
  const inside = game.chain.variables.flatMap(({ low, high }, index) => {
    const value = plain.variables[index]
    if (value === undefined) return []
    return compare(ar, value, low) > 0 && compare(ar, value, high) < 0 ? [index] : []
  })
  const withValue = (index: number, value: N): Route<N> => {
    return { start, variables: plain.variables.map((each, at) => (at === index ? value : each)) }
  }
  for (const index of inside) {
    for (const threshold of stayingThresholds(posed, plain, index)) {
      if (Math.abs(ar.toNumber(threshold) - (variables[index] ?? 0)) < near) yield withValue(index, threshold)
    }
  }
  yield plain
  for (const step of steps) {
    for (const index of inside) {
      for (const sign of [1, -1]) {
        const value = plain.variables[index]
        if (value !== undefined) yield withValue(index, ar.add(value, ar.mul(ar.from(sign), ar.from(step))))
      }
    }
  }
}

/** The variable's limit where the double is as good as there; else a decimal of 15 digits. */
function settled<N>({ arithmetic: ar, chain }: Game<N>, index: number, value: number): N {
  const variable = chain.variables[index]
  if (variable === undefined) throw new RangeError(`no variable ${String(index)}`)
  const { low, high } = variable
  if (value - ar.toNumber(low) < near * 1e-3) return low
  if (ar.toNumber(high) - value < near * 1e-3) return high
  return ar.from(value.toPrecision(15))
}
