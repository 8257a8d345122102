import { rational, type Arithmetic } from '@plumbline/game'
import { payoffs } from '../../process/payoffs.ts'
import type { Process, Start } from '../../process/process.ts'
import { favouritesOf, type Favourite, type Favourites } from './favourites.ts'
import { criticalPoints } from './critical-points.ts'
import { sumRatio } from './utility-ratio.ts'

/** Values at points that are not rational are taken for equal when they agree so closely. */
const agreement = '1e-80'

/**
 * The best persistences of a user who leaves with one probability after every failure. Her utility is a rational function
 * of persistence, so the best are among 0, 1 and its critical points inside, all of which are found; where it is constant
 * all of [0, 1] is best, and the persistence that suits the provider is among the critical points of its cost.
 *
 * A persistence at which the task never ends is no reply: of infinitely many attempts nothing is expected.
 */
export function stationary<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  ties: 'strong' | 'weak',
): Favourites<N> {
  const { arithmetic: ar } = process
  const at = (persistence: N): readonly Favourite<N>[] => {
    const reply = { kind: 'stationary', persistence } as const
    const found = payoffs(process, transitions, start, reply)
    return found.utility === null || !found.finite ? [] : [{ reply, payoffs: found, utility: found.utility }]
  }
  const [zero, one] = [ar.from(0), ar.from(1)]
  const inside = criticalPoints(
    ar,
    sumRatio(process, transitions, start, ({ netValue }) => netValue),
  )
  if (inside.kind === 'everywhere') {
    const costs = criticalPoints(
      ar,
      sumRatio(process, transitions, start, ({ netCost }) => netCost),
    )
    const points = [one, zero, ...(costs.kind === 'points' ? costs.at : [])]
    return {
      best: favouritesOf(ar, points.flatMap(at), () => true),
      persistenceSet: [{ from: zero, to: one }],
      exact: costs.kind === 'everywhere' || costs.exact,
    }
  }
  const close = (difference: N): boolean => {
    if (inside.exact) return ar.sign(difference) === 0
    return isSpeck(ar, difference)
  }
  // Among equals the user who stays is preferred: longest persistence first.
  const best = favouritesOf(ar, [one, ...inside.at.toReversed(), zero].flatMap(at), close)
  const points = best.flatMap(({ reply }) => (reply.kind === 'stationary' ? [reply.persistence] : []))
  return {
    best: ties === 'strong' ? best : best.toReversed(),
    persistenceSet: points.toReversed().map((point) => ({ from: point, to: point })),
    exact: inside.exact || best.every(({ reply }) => isEnd(ar, reply)),
  }
}

function isEnd<N>(ar: Arithmetic<N>, reply: Favourite<N>['reply']): boolean {
  if (reply.kind !== 'stationary') return true
  return ar.sign(reply.persistence) === 0 || ar.sign(ar.sub(reply.persistence, ar.from(1))) === 0
}

function isSpeck<N>(ar: Arithmetic<N>, difference: N): boolean {
  const form = ar.toExact(difference)
  if (typeof form !== 'string') return ar.sign(difference) === 0
  return rational(form).abs().lt(rational(agreement))
}
