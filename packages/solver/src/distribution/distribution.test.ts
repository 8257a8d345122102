import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { truncated, type Shape } from './distribution.ts'
import { quantile, stratumMeans } from './quantile.ts'

const anywhere = { low: -Infinity, high: Infinity }
const positive = { low: 0, high: Infinity }
const normal: Shape = { kind: 'normal', mean: 0, deviation: 1 }
const beta = (alpha: number, b: number): Shape => ({ kind: 'beta', alpha, beta: b })

/** Reference values: SciPy 1.15's `ppf`. */
describe('a quantile', () => {
  const near = (shape: Shape, range: typeof anywhere, expected: readonly (readonly [number, number])[]) => {
    for (const [u, value] of expected) {
      const found = quantile({ shape, ...range }, u) ?? Number.NaN
      expect(Math.abs(found - value), `at ${u}`).toBeLessThanOrEqual(1e-12 * Math.abs(value) + 1e-300)
    }
  }

  it('agrees with reference values of the normal distribution', () => {
    near(normal, anywhere, [
      [1e-12, -7.034483825301131],
      [0.01, -2.3263478740408408],
      [0.3, -0.5244005127080409],
      [0.975, 1.959963984540054],
    ])
  })

  it('agrees with reference values of normal distributions that are cut off', () => {
    near({ kind: 'normal', mean: 1, deviation: 2 }, positive, [
      [0.01, 0.0390912178967755],
      [0.5, 1.7937423501790895],
      [0.99, 5.923336629820172],
    ])
    near(normal, { low: 8, high: Infinity }, [
      [0.01, 8.00123742466429],
      [0.5, 8.084911007391545],
      [0.99, 8.5487588055355],
    ])
  })

  it('agrees with reference values of beta distributions, from flat to narrow to spiked', () => {
    near(beta(141, 86), anywhere, [
      [1e-6, 0.4641115861306417],
      [0.5, 0.6215017637535875],
      [0.95, 0.6733905237527736],
    ])
    near(beta(0.01, 0.02), anywhere, [
      [0.05, 3.1055928275781e-113],
      [0.5, 3.105592827577112e-13],
    ])
    near(beta(1e6 + 1, 1e6 + 1), anywhere, [[0.05, 0.499418456837914]])
    near(beta(0.5, 30), anywhere, [
      [1e-6, 2.639900631100866e-14],
      [0.95, 0.06251745148307054],
    ])
    near(beta(5000, 3), anywhere, [[0.95, 0.9998365077753708]])
  })

  it('reads k of n as the posterior of a uniform prior', () => {
    const zero = { op: 'number', value: '0' } as const
    const counts = { kind: 'counts', successes: zero, trials: { op: 'number', value: '3' } } as const
    const distribution = truncated(counts, 'success', ({ ...expression }) =>
      expression.op === 'number' ? Number(expression.value) : Number.NaN,
    )
    // Beta(1, 4): 1 - (1 - x)^4.
    expect(quantile(distribution, 0.5)).toBeCloseTo(1 - 0.5 ** 0.25, 13)
  })

  it('stays beyond a cut far out in the tail', () => {
    expect(quantile({ shape: normal, low: 40, high: Infinity }, 0.5)).toBeCloseTo(40.01731412676465, 12)
    expect(quantile({ shape: normal, low: -Infinity, high: -40 }, 0.5)).toBeCloseTo(-40.01731412676465, 12)
  })

  it('is null where the range holds nothing of the distribution', () => {
    expect(quantile({ shape: { kind: 'uniform', low: -2, high: -1 }, ...positive }, 0.5)).toBeNull()
    expect(quantile({ shape: { kind: 'point', at: -1 }, ...positive }, 0.5)).toBeNull()
    expect(quantile({ shape: beta(2, 3), low: 1, high: 2 }, 0.5)).toBeNull()
  })

  it('rises with the share, up to rounding, and stays within the range', () => {
    const shapes: fc.Arbitrary<Shape> = fc.oneof(
      fc.record({ kind: fc.constant('normal' as const), mean: number(-3, 3), deviation: number(0.01, 5) }),
      fc.record({ kind: fc.constant('lognormal' as const), median: number(0.01, 9), sigma: number(0.01, 3) }),
      fc.record({ kind: fc.constant('uniform' as const), low: number(-1, 0), high: number(0.5, 3) }),
      fc.record({ kind: fc.constant('beta' as const), alpha: number(0.05, 50), beta: number(0.05, 50) }),
    )
    fc.assert(
      fc.property(shapes, number(0.001, 0.999), number(0.001, 0.999), (shape, u, v) => {
        const [x, y] = [Math.min(u, v), Math.max(u, v)].map((level) =>
          quantile({ shape, ...positive }, level),
        )
        expect(x).not.toBeNull()
        expect(x ?? -1).toBeGreaterThanOrEqual(0)
        expect(x ?? 1).toBeLessThanOrEqual((y ?? 0) * (1 + 1e-12))
      }),
    )
  })
})

function number(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true })
}

describe('means of parts of equal probability', () => {
  it('are those of a beta distribution', () => {
    const means = stratumMeans({ shape: beta(2, 3), ...anywhere }, 4) ?? []
    const expected = [0.15406952817525035, 0.31486364504766945, 0.4614365763074549, 0.6696302504696253]
    for (const [index, mean] of means.entries()) expect(mean).toBeCloseTo(expected[index] ?? 0, 12)
  })

  it('are those of a lognormal distribution, and keep its mean', () => {
    const shape: Shape = { kind: 'lognormal', median: 0.5, sigma: 0.8 }
    const means = stratumMeans({ shape, ...positive }, 4) ?? []
    const expected = [0.19327957243932842, 0.390224330387985, 0.6560758047522922, 1.514675821091391]
    for (const [index, mean] of means.entries()) expect(mean).toBeCloseTo(expected[index] ?? 0, 10)
    const many = stratumMeans({ shape, ...positive }, 64) ?? []
    expect(many.reduce((sum, mean) => sum + mean, 0) / 64).toBeCloseTo(0.5 * Math.exp(0.32), 12)
  })

  it('of a uniform distribution are the middles, of a point the point', () => {
    expect(stratumMeans({ shape: { kind: 'uniform', low: -1, high: 2 }, ...positive }, 4)).toEqual([
      0.25, 0.75, 1.25, 1.75,
    ])
    expect(stratumMeans({ shape: { kind: 'point', at: 3 }, ...positive }, 2)).toEqual([3, 3])
  })
})
