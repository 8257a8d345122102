import { compare } from '@plumbline/game'
import { announce } from '../../general/announce.ts'
import { pose, type Posed } from '../../general/posed.ts'
import type { FloatRoute } from '../../general/simple-routes.ts'
import { slowedGame, type DelayLimits, type ModelDelays } from './delays.ts'
import { indifferences } from './indifference.ts'

/** Relative distance within which a double stands for a limit, or for a delay at which a user is indifferent. */
const near = 1e-7
/** Relative steps by which delays are moved off, smallest first: on the wrong side a user would stay. */
const steps = ['1e-13', '1e-11', '1e-9']

/**
 * Delays in the game's own numbers that some in doubles may stand for, the most exact first: none and the limits where they
 * are near, then with one of the others at a delay at which a user is indifferent, and a little to either side.
 *
 * @param wanted in doubles, by model
 */
export function* exactDelays<N>(
  posed: Posed<N>,
  { start, variables }: FloatRoute,
  wanted: readonly number[],
  limits: DelayLimits<N>,
): Generator<ModelDelays<N>> {
  const { game } = posed
  const { arithmetic: ar } = game
  const plain = wanted.map((delay, model) => {
    const limit = limits[model] ?? null
    if (delay === 0) return ar.from(0)
    const found = ar.from(delay.toPrecision(15))
    if (limit === null) return found
    return delay >= ar.toNumber(limit) * (1 - near * 1e-3) ? limit : found
  })
  const inside = plain.flatMap((delay, model) => {
    const limit = limits[model] ?? null
    return ar.sign(delay) > 0 && (limit === null || compare(ar, delay, limit) < 0) ? [model] : []
  })
  const within = (model: number, delay: N): N => {
    const limit = limits[model] ?? null
    return limit !== null && compare(ar, delay, limit) > 0 ? limit : delay
  }
  const withDelay = (model: number, delay: N): ModelDelays<N> =>
    plain.map((each, at) => (at === model ? within(model, delay) : each))
  const route = { start, variables: variables.map((value) => ar.from(value.toPrecision(15))) }
  for (const model of inside) {
    const told = announce(pose(slowedGame(game, plain)), route).replies.map(({ chosen }) => chosen)
    for (const delay of indifferences(posed, route, plain, model, told)) {
      const wish = wanted[model] ?? 0
      if (Math.abs(ar.toNumber(delay) - wish) < near * wish) yield withDelay(model, delay)
    }
  }
  yield plain
  for (const step of steps) {
    for (const sign of [1, -1]) {
      const factor = ar.add(ar.from(1), ar.mul(ar.from(sign), ar.from(step)))
      yield plain.map((each, model) => (inside.includes(model) ? within(model, ar.mul(each, factor)) : each))
    }
  }
}
