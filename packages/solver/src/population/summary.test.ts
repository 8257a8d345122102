import { describe, expect, it } from 'vitest'
import { summarise, weightedQuantiles, type TypeOutcome } from './summary.ts'

const outcome = (weight: number, utility: number, gap: number): TypeOutcome => ({
  weight,
  abandonment: 0,
  success: 1,
  latency: 2,
  attempts: 1,
  utility,
  best: utility + gap,
  gap,
})

describe('the summary of a population', () => {
  it('weighs means and gaps, and says whom the routing costs something', () => {
    const summary = summarise([outcome(3, 1, 0), outcome(1, 5, 2)])
    expect(summary).toMatchObject({ types: 2, utility: 2, best: 2.5, gap: 0.5, losing: 0.25, latency: 2 })
    expect(summary.quantiles.utility).toEqual([1, 1, 1, 1, 5])
    expect(summary.quantiles.gap).toEqual([0, 0, 0, 0, 2])
  })

  it('has no mean of what is infinite, or no number, for some', () => {
    const endless = { ...outcome(1, 0, 0), latency: null, attempts: null, abandonment: null }
    const summary = summarise([outcome(1, 1, 0), endless])
    expect(summary).toMatchObject({ latency: null, attempts: null, abandonment: null, utility: 0.5 })
  })

  it('takes a quantile to be the least value that reaches the level', () => {
    expect(weightedQuantiles([3, 1, 2], [0.2, 0.3, 0.5], [0.3, 0.31, 0.8, 0.81, 1])).toEqual([1, 2, 2, 3, 3])
    expect(weightedQuantiles([7], [0.1], [0.05, 0.95])).toEqual([7, 7])
    const tenths = Array.from({ length: 10 }, (_, index) => index)
    expect(
      weightedQuantiles(
        tenths,
        tenths.map(() => 0.1),
        [0.1, 0.5, 1],
      ),
    ).toEqual([0, 4, 9])
  })
})
