import { betaBelow, betaMean, betaOf, betaQuantile, type Beta } from './beta.ts'
import type { TruncatedDistribution } from './distribution.ts'
import { normalMass, normalMean, normalQuantile } from './normal.ts'

/** A truncated distribution made ready: the shares of it that lie below a value, and the other way round. */
interface Prepared {
  /** Null where nothing, or nothing that a double can tell, lies within the range. */
  readonly quantile: (u: number) => number
  /** The mean of what lies between two values; null where too little does to tell. */
  readonly meanBetween: (low: number, high: number) => number | null
  readonly low: number
  readonly high: number
}

/**
 * The value below which a share `u` of a truncated distribution lies, to about 13 digits; null where the range holds
 * none of it (a uniform spread that ends below 0, for a number that must not be negative).
 *
 * @param u in (0, 1)
 */
export function quantile(distribution: TruncatedDistribution, u: number): number | null {
  return prepare(distribution)?.quantile(u) ?? null
}

/** {@link quantile} for many shares of one distribution. Null where the range holds none of it. */
export function quantilesOf(distribution: TruncatedDistribution): ((u: number) => number) | null {
  return prepare(distribution)?.quantile ?? null
}

/**
 * The means of `count` parts of a truncated distribution that have the same probability, ascending: their own mean is
 * that of the distribution. Null where the range holds none of it.
 */
export function stratumMeans(distribution: TruncatedDistribution, count: number): readonly number[] | null {
  const prepared = prepare(distribution)
  if (prepared === null) return null
  if (distribution.shape.kind === 'point') return Array.from({ length: count }, () => prepared.quantile(0.5))
  const edges = Array.from({ length: count + 1 }, (_, index) => {
    if (index === 0) return prepared.low
    return index === count ? prepared.high : prepared.quantile(index / count)
  })
  return edges.slice(1).map((high, index) => {
    const low = edges[index] ?? prepared.low
    const mean = prepared.meanBetween(low, high)
    const inside = mean === null || Number.isNaN(mean) ? prepared.quantile((index + 0.5) / count) : mean
    return Math.min(Math.max(inside, low), high)
  })
}

function prepare({ shape, low, high }: TruncatedDistribution): Prepared | null {
  switch (shape.kind) {
    case 'point': {
      const { at } = shape
      return low <= at && at <= high ? { quantile: () => at, meanBetween: () => at, low: at, high: at } : null
    }
    case 'uniform': {
      const [from, to] = [Math.max(low, shape.low), Math.min(high, shape.high)]
      if (from > to) return null
      const between = (u: number): number => from * (1 - u) + to * u
      return { quantile: between, meanBetween: (a, b) => a / 2 + b / 2, low: from, high: to }
    }
    case 'normal': {
      const { mean, deviation } = shape
      return rescaled(low, high, {
        score: (x) => (x - mean) / deviation,
        value: (z) => mean + deviation * z,
        mean(a, b) {
          const z = normalMean(a, b)
          return z === null ? null : mean + deviation * z
        },
      })
    }
    case 'lognormal': {
      const { median, sigma } = shape
      return rescaled(Math.max(low, 0), high, {
        score: (x) => Math.log(x / median) / sigma,
        value: (z) => Math.min(median * Math.exp(sigma * z), Number.MAX_VALUE),
        mean(a, b) {
          const mass = normalMass(a, b)
          if (!(mass > 1e-290)) return null
          return median * Math.exp((sigma * sigma) / 2) * (normalMass(a - sigma, b - sigma) / mass)
        },
      })
    }
    case 'beta':
      return prepareBeta(betaOf(shape.alpha, shape.beta), Math.max(low, 0), Math.min(high, 1))
  }
}

/** Values that are a rising function of a standard normal score. */
interface Scores {
  readonly score: (x: number) => number
  readonly value: (z: number) => number
  readonly mean: (low: number, high: number) => number | null
}

function rescaled(low: number, high: number, { score, value, mean }: Scores): Prepared | null {
  if (low >= high) return null
  const [from, to] = [score(low), score(high)]
  return {
    quantile: (u) => Math.min(Math.max(value(normalQuantile(u, from, to)), low), high),
    meanBetween: (a, b) => mean(score(a), score(b)),
    low,
    high,
  }
}

function prepareBeta(beta: Beta, low: number, high: number): Prepared | null {
  if (low >= high) return null
  const below = betaBelow(beta, low)
  const share = betaBelow(beta, high) - below
  if (!(share > 0)) return null
  return {
    quantile: (u) => Math.min(Math.max(betaQuantile(beta, below + u * share), low), high),
    meanBetween: (a, b) => betaMean(beta, a, b),
    low,
    high,
  }
}
