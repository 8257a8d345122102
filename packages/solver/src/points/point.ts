import type { SolvedNumbers } from '../document/solved.ts'
import type { Route } from '../leader/equilibrium.ts'

/** A route by its numbers: the name of the first model, and a value for each of the chain's variables. */
export interface PointRoute {
  readonly start: string
  readonly variables: readonly number[]
}

/** What one user does at a point and what comes of it; null for what is infinite or is not one number. */
export interface PointUser {
  readonly regime: string
  readonly begins: boolean
  readonly abandonment: number | null
  readonly success: number
  readonly latency: number | null
  readonly attempts: number | null
  readonly utility: number
  readonly bestUtility: number
  readonly gap: number
  /** The sign of the gap, exactly. */
  readonly loses: boolean
  /** Her own, under user choice. */
  readonly route: PointRoute | null
}

/** The numbers and verdicts of a solved game that searches look at: doubles nearest the exact values. */
export interface PointSolution {
  /** Null under user choice. */
  readonly route: PointRoute | null
  readonly cascades: boolean
  readonly users: readonly PointUser[]
  readonly provider: {
    readonly cost: number
    readonly serving: number
    readonly loss: number
    readonly regret: number
  }
  readonly gap: number
  readonly welfare: number | null
  /** Null where it is not known. */
  readonly throttling: { readonly pays: boolean; readonly gain: number; readonly harm: number } | null
}

/** The numbers and verdicts of a solved game. For {@link pointSolver}: `solve(assignment, pointOf)`. */
export function pointOf<N>(solved: SolvedNumbers<N>): PointSolution {
  const { game, users, provider, throttling, welfare } = solved
  const { arithmetic: ar } = game
  const optional = (x: N | null): number | null => (x === null ? null : ar.toNumber(x))
  return {
    route: routeOf(solved, solved.route),
    cascades: solved.cascades,
    users: users.map((user) => ({
      regime: user.regime,
      begins: user.reply.kind !== 'outside',
      abandonment:
        user.reply.kind === 'stationary'
          ? ar.toNumber(ar.sub(ar.from(1), user.reply.persistence))
          : user.reply.kind === 'mean'
            ? optional(user.reply.abandonment)
            : null,
      success: ar.toNumber(user.success),
      latency: optional(user.latency),
      attempts: optional(user.attempts),
      utility: ar.toNumber(user.utility),
      bestUtility: ar.toNumber(user.best.utility),
      gap: ar.toNumber(user.gap),
      loses: ar.sign(user.gap) > 0,
      route: routeOf(solved, user.route),
    })),
    provider: {
      cost: ar.toNumber(provider.cost),
      serving: ar.toNumber(provider.serving),
      loss: ar.toNumber(provider.loss),
      regret: ar.toNumber(provider.regret),
    },
    gap: ar.toNumber(solved.gap),
    welfare: optional(welfare),
    throttling:
      throttling === null
        ? null
        : {
            pays: throttling.pays,
            gain: ar.toNumber(throttling.gain),
            harm: ar.toNumber(throttling.harm),
          },
  }
}

function routeOf<N>(
  { game: { arithmetic: ar, chain } }: SolvedNumbers<N>,
  route: Route<N> | null,
): PointRoute | null {
  if (route === null) return null
  const variables = route.variables.map((value) => ar.toNumber(value))
  return { start: chain.states[route.start]?.name ?? '', variables }
}
