import type { Distribution, RandomRange } from '@plumbline/game'

/** A distribution in doubles, conditioned on a range. */
export interface TruncatedDistribution {
  readonly shape: Shape
  /** May be infinite; `low <= high`. */
  readonly low: number
  readonly high: number
}

/** What a distribution is before it is conditioned on a range. */
export type Shape =
  /** One value, without a spread. */
  | { readonly kind: 'point'; readonly at: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number }

/** The ends of a range; whether an end is itself in it does not matter to a distribution without atoms. */
export function endsOf(range: RandomRange): { readonly low: number; readonly high: number } {
  switch (range) {
    case 'any':
      return { low: -Infinity, high: Infinity }
    case 'not-negative':
    case 'positive':
      return { low: 0, high: Infinity }
    case 'share':
    case 'success':
      return { low: 0, high: 1 }
  }
}

/**
 * The distribution of a random variable with its numbers filled in. `k of n` counts become `Beta(k+1, n-k+1)`; a
 * standard deviation of 0 becomes a point.
 *
 * @param range the random variable's own
 * @param value the double nearest to the value of one of the distribution's expressions
 */
export function truncated(
  distribution: Distribution,
  range: RandomRange,
  value: (expression: Extract<Distribution, { kind: 'normal' }>['mean']) => number,
): TruncatedDistribution {
  return { shape: shapeOf(distribution, value), ...endsOf(range) }
}

function shapeOf(distribution: Distribution, value: Parameters<typeof truncated>[2]): Shape {
  switch (distribution.kind) {
    case 'counts': {
      const successes = value(distribution.successes)
      return { kind: 'beta', alpha: successes + 1, beta: value(distribution.trials) - successes + 1 }
    }
    case 'normal': {
      const [mean, deviation] = [value(distribution.mean), value(distribution.deviation)]
      return deviation > 0 ? { kind: 'normal', mean, deviation } : { kind: 'point', at: mean }
    }
    case 'lognormal': {
      const [median, sigma] = [value(distribution.median), value(distribution.sigma)]
      return sigma > 0 ? { kind: 'lognormal', median, sigma } : { kind: 'point', at: median }
    }
    case 'uniform':
      return { kind: 'uniform', low: value(distribution.low), high: value(distribution.high) }
    case 'beta':
      return { kind: 'beta', alpha: value(distribution.alpha), beta: value(distribution.beta) }
  }
}
