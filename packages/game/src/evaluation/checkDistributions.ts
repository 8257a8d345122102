import type { Expression } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import type { Dimension } from '../instance/quantity.ts'
import type { RandomVariable } from '../instance/random.ts'
import type { Limits } from './limits.ts'
import { type Ranges, rangesOf } from './ranges.ts'
import { measure, type Survey } from './survey.ts'

/** Measures one number of a distribution; null where it is out of its limits, which is noted. */
type MeasurePart<N> = (
  what: string,
  expression: Expression,
  limits: Limits<N>,
  dimension?: Dimension,
) => N | null

/**
 * Checks the numbers of every random variable's distribution: counts `0 <= k <= n` with `n > 0`, standard deviations
 * that are not negative, positive medians, `low < high`, positive parameters of beta distributions.
 *
 * @param hasPoint - whether a random variable has a point value; where it has none, that has been told
 * @returns the names of those that are not in order; the problems are noted
 */
export function checkDistributions<N>(
  survey: Survey<N>,
  instance: GameInstance,
  hasPoint: (name: string) => boolean,
): ReadonlySet<string> {
  const ranges = rangesOf(survey.calculus.arithmetic)
  const wrong = instance.randoms.filter((random) => {
    const part: MeasurePart<N> = (what, expression, limits, dimension = {}) =>
      measure(
        survey,
        { what: `${what} of '${random.name}'`, expression, dimension, origin: random.origin },
        limits,
      )
    return hasPoint(random.name) && !isInOrder(random, part, ranges)
  })
  return new Set(wrong.map(({ name }) => name))
}

function isInOrder<N>(
  { distribution, dimension }: RandomVariable,
  part: MeasurePart<N>,
  ranges: Ranges<N>,
): boolean {
  switch (distribution.kind) {
    case 'counts': {
      const n = part('the number of trials', distribution.trials, ranges.positive)
      const upTo: Limits<N> = n === null ? {} : { high: { at: n, open: false } }
      const limits: Limits<N> = { ...ranges.notNegative, ...upTo }
      return part('the number of successes', distribution.successes, limits) !== null && n !== null
    }
    case 'normal':
      return part('the standard deviation', distribution.deviation, ranges.notNegative, dimension) !== null
    case 'lognormal': {
      const median = part('the median', distribution.median, ranges.positive, dimension)
      return part('the sigma', distribution.sigma, ranges.notNegative) !== null && median !== null
    }
    case 'uniform': {
      const low = part('the lower end', distribution.low, ranges.any, dimension)
      const above: Limits<N> = low === null ? {} : { low: { at: low, open: true } }
      return part('the upper end', distribution.high, above, dimension) !== null && low !== null
    }
    case 'beta': {
      const alpha = part("the 'a'", distribution.alpha, ranges.positive)
      return part("the 'b'", distribution.beta, ranges.positive) !== null && alpha !== null
    }
  }
}

/** The expressions of a distribution. */
export function partsOfDistribution(distribution: RandomVariable['distribution']): readonly Expression[] {
  switch (distribution.kind) {
    case 'counts':
      return [distribution.successes, distribution.trials]
    case 'normal':
      return [distribution.mean, distribution.deviation]
    case 'lognormal':
      return [distribution.median, distribution.sigma]
    case 'uniform':
      return [distribution.low, distribution.high]
    case 'beta':
      return [distribution.alpha, distribution.beta]
  }
}
