import { compare, type Game } from '@plumbline/game'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import type { Route } from '../leader/equilibrium.ts'
import { payoffs } from '../process/payoffs.ts'
import type { Posed } from './posed.ts'

/**
 * Values of one of the leader's variables, all others held, at which a user who stays to the end is as well off as one who
 * leaves after the first failure, or who does not begin: the thresholds at which the provider keeps her most cheaply.
 *
 * The utility of staying is a quotient of affine functions of the variable where it stands in one row of the chain and
 * all tasks are of one kind (one row of `I - A K` changes, so that numerator and determinant are affine in it): three
 * of its values give the threshold exactly. Elsewhere what is returned need not be one; it is a route as any other.
 *
 * @returns values strictly within the variable's limits
 */
export function stayingThresholds<N>(
  { game, processes }: Posed<N>,
  route: Route<N>,
  variable: number,
): readonly N[] {
  const { arithmetic: ar, chain } = game
  const limits = chain.variables[variable]
  if (limits === undefined || compare(ar, limits.low, limits.high) >= 0) return []
  const middle = ar.div(ar.add(limits.low, limits.high), ar.from(2))
  const at = (value: N): readonly (readonly N[])[] =>
    transitionMatrix(
      game,
      route.variables.map((each, index) => (index === variable ? value : each)),
    )
  const places = [limits.low, middle, limits.high].map((value) => ({ value, transitions: at(value) }))
  return processes.flatMap((process) => {
    const { user } = process
    if (user.sees !== 'nothing') return []
    const worth = places.map(
      ({ transitions }) =>
        payoffs(process, transitions, route.start, { kind: 'stationary', persistence: ar.from(1) }).utility,
    )
    const [low, mid, high] = worth
    if (!isKnown(low) || !isKnown(mid) || !isKnown(high)) return []
    const leaving = payoffs(process, places[0]?.transitions ?? [], route.start, {
      kind: 'leaves-after',
      failures: 1,
    }).utility
    return [leaving, user.outside].flatMap((target) => {
      if (target === null) return []
      const share = shareWhere(game, [low, mid, high], target)
      if (share === null || ar.sign(share) <= 0 || compare(ar, share, ar.from(1)) >= 0) return []
      return [ar.add(limits.low, ar.mul(share, ar.sub(limits.high, limits.low)))]
    })
  })
}

/** Where a quotient of affine functions, known at 0, 1/2 and 1, takes a value; null where it does nowhere or everywhere. */
function shareWhere<N>(
  { arithmetic: ar }: Game<N>,
  [low, mid, high]: readonly [N, N, N],
  target: N,
): N | null {
  const rise = ar.sub(high, mid)
  if (ar.sign(rise) === 0) return null
  // f(x) = (low + b x)/(1 + d x)
  const d = ar.div(ar.sub(ar.sub(ar.add(mid, mid), low), high), rise)
  const b = ar.sub(ar.mul(high, ar.add(ar.from(1), d)), low)
  const slope = ar.sub(b, ar.mul(target, d))
  return ar.sign(slope) === 0 ? null : ar.div(ar.sub(target, low), slope)
}

function isKnown<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
