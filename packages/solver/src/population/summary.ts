import { runningSums } from './two-models/groups.ts'

/** What one type of a user does and gets, in doubles. */
export interface TypeOutcome {
  /** Any share above 0, of whatever total. */
  readonly weight: number
  /** `q`; null where the type answers with more than one number. */
  readonly abandonment: number | null
  readonly success: number
  /** Null where infinite. */
  readonly latency: number | null
  readonly attempts: number | null
  readonly utility: number
  /** What the type would get on the route that is best for it. */
  readonly best: number
  readonly gap: number
}

/** The shares of types below which {@link PopulationSummary} tells utility and gap. */
export const quantileLevels = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** The types of one declared user, summed up. */
export interface PopulationSummary {
  readonly types: number
  /** Means over the types by weight; null where that of some type is. */
  readonly abandonment: number | null
  readonly success: number
  readonly latency: number | null
  readonly attempts: number | null
  readonly utility: number
  readonly best: number
  readonly gap: number
  /** Share of the types that have a gap. */
  readonly losing: number
  readonly quantiles: {
    readonly levels: readonly number[]
    readonly utility: readonly number[]
    readonly gap: readonly number[]
  }
}

/** Sums up the types of a user: means by weight, and how utility and gap are spread over them. At least one type. */
export function summarise(types: readonly TypeOutcome[]): PopulationSummary {
  const weights = types.map(({ weight }) => weight)
  const mean = (read: (type: TypeOutcome) => number): number => weightedMean(types.map(read), weights)
  const known = (read: (type: TypeOutcome) => number | null): number | null => {
    const values = types.flatMap((type) => read(type) ?? [])
    return values.length < types.length ? null : weightedMean(values, weights)
  }
  const quantiles = (read: (type: TypeOutcome) => number): readonly number[] =>
    weightedQuantiles(types.map(read), weights, quantileLevels)
  return {
    types: types.length,
    abandonment: known(({ abandonment }) => abandonment),
    success: mean(({ success }) => success),
    latency: known(({ latency }) => latency),
    attempts: known(({ attempts }) => attempts),
    utility: mean(({ utility }) => utility),
    best: mean(({ best }) => best),
    gap: mean(({ gap }) => gap),
    losing: mean(({ gap }) => (gap > 0 ? 1 : 0)),
    quantiles: {
      levels: quantileLevels,
      utility: quantiles(({ utility }) => utility),
      gap: quantiles(({ gap }) => gap),
    },
  }
}

/** The mean of values by weight. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const size = sumOf(weights)
  return sumOf(values.map((value, index) => value * (weights[index] ?? 0))) / size
}

/**
 * For each level the least of the values such that values up to it have that share of the weight, or more.
 *
 * @param levels in (0, 1]
 */
export function weightedQuantiles(
  values: readonly number[],
  weights: readonly number[],
  levels: readonly number[],
): readonly number[] {
  const places = values.map((_, place) => place).sort((x, y) => (values[x] ?? 0) - (values[y] ?? 0))
  const sums = runningSums(places.length, (k) => weights[places[k] ?? 0] ?? 0)
  const whole = sums[places.length] ?? 0
  // Rounding must not push a level past the types that make it up.
  const enough = (level: number): number => level * whole * (1 - 1e-12)
  return levels.map((level) => {
    const last = places.findIndex((_, k) => (sums[k + 1] ?? 0) >= enough(level))
    return values[places[last] ?? 0] ?? 0
  })
}

function sumOf(terms: readonly number[]): number {
  return runningSums(terms.length, (index) => terms[index] ?? 0)[terms.length] ?? 0
}
