import type { Arithmetic } from '@plumbline/game'
import { costAt } from '../../base/outcome.ts'
import type { Available, Choice } from '../choose.ts'
import type { CostLine } from '../equilibrium.ts'
import type { LeaderProblem } from '../leader-problem.ts'
import type { Option } from '../offers.ts'
import { below } from './interval.ts'
import { pointOfCurve, provenOuter, searchCurve, type Curve } from './curve.ts'

/** A choice with the bounds of its cost; `searched`: they come from a branch and bound, and may differ. */
export interface Settled<N> {
  readonly choice: Choice<N>
  readonly lower: number
  readonly searched: boolean
}

/**
 * Adds to a choice the best reply strictly between staying and leaving where it costs the provider less. A
 * search is spared where it is proved that none does; one that settles every cell leaves the closed form exact.
 */
export function interiorChoice<N>(problem: LeaderProblem<N>, choice: Choice<N>, penalty: N): Settled<N> {
  const ar = problem.arithmetic
  const outer = ar.toNumber(choice.chosen.cost)
  const exactly: Settled<N> = { choice, lower: outer, searched: false }
  const { curve } = problem
  if (curve === null || isProvenOuter(problem, penalty)) return exactly
  const found = searchCurve(curve, penalty, outer)
  if (found.at === null) {
    if (found.lower >= outer) return exactly
    return { choice, lower: found.lower, searched: true }
  }
  const chosen = interiorAvailable(problem, curve, found.at, penalty)
  return {
    choice: {
      available: [chosen, ...choice.available],
      best: [chosen],
      chosen,
      place: chosen.places?.[0] ?? null,
    },
    lower: Math.min(found.lower, below(ar.toNumber(chosen.cost))),
    searched: true,
  }
}

/** Whether a reply strictly between staying and leaving is certainly never better than the candidates. */
export function isProvenOuter<N>({ curve, cascade, arithmetic: ar }: LeaderProblem<N>, penalty: N): boolean {
  if (curve === null || cascade === null) return true
  const whole = curve.from === 0 && curve.to === 1 && ar.sign(cascade.low) === 0
  return whole && cascade.startsFirst && cascade.startsSecond && provenOuter(curve.pair, penalty)
}

/** The announcement of a persistence on the curve. */
export function interiorAvailable<N>(
  problem: LeaderProblem<N>,
  curve: Curve<N>,
  persistence: number,
  penalty: N,
): Available<N> {
  const { arithmetic, cascade } = problem
  const point = pointOfCurve(curve, persistence)
  const option: Option<N> = {
    id: 'interior',
    start: cascade?.first ?? 0,
    reply: 'between',
    persistence: point.persistence,
    line: point.line,
    utility: point.utility,
  }
  return {
    option,
    cost: costNear(arithmetic, point.line, penalty),
    attained: true,
    places: [{ name: 'inside', at: point.escalation }],
  }
}

/** The cost of a line, of the doubles nearest where penalty and line are over unlike square roots. */
function costNear<N>(arithmetic: Arithmetic<N>, line: CostLine<N>, penalty: N): N {
  try {
    return costAt({ arithmetic }, line, penalty)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [serving, loss, p] = [line.serving, line.loss, penalty].map((n) => arithmetic.toNumber(n))
    return arithmetic.from((serving ?? 0) + (p ?? 0) * (loss ?? 0))
  }
}
