import { exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { stream } from '../../leader/testing/random-games.ts'
import { samplePopulation } from '../testing/sample-population.ts'
import { solveManyTypes } from './in-bulk.ts'
import { solvePopulation } from './solve-population.ts'

describe('types in bulk', () => {
  it('come to what the same types in a game come to', () => {
    for (const [seed, p2] of ['3/5', '1/10', '1'].entries()) {
      const next = stream(seed)
      const menu = { p: ['3/10', p2], c: ['1/250', '3/100'], t: ['12', '8'], P: '1/5' }
      const value = Float64Array.from({ length: 60 }, () => next())
      const patience = Float64Array.from({ length: 60 }, () => 0.03 * next())
      const weight = Float64Array.from({ length: 60 }, () => (next() < 0.1 ? 1e-9 : next()))
      const types = Array.from(value, (V, index) => ({
        V,
        kappa: patience[index] ?? 0,
        w: weight[index] ?? 0,
      }))
      const game = samplePopulation(exact, menu, types)
      const [one, many] = [solvePopulation(game), solveManyTypes(game, { value, patience, weight })]
      expect(many?.method).toBe(one?.method)
      const costs = [one, many].map((optimum) => exact.toNumber(optimum?.cost ?? exact.from(-1)))
      expect(costs[0]).toBe(costs[1])
      expect(many?.escalation).toEqual(one?.escalation)
    }
  })

  it('share equally where no weights are given', () => {
    const menu = { p: ['1/2', '1/2'], c: ['1', '2'], t: ['1', '1/2'], P: '7/2' }
    const game = samplePopulation(exact, menu, [{ V: 1, w: 1 }])
    const optimum = solveManyTypes(game, {
      value: Float64Array.of(1.25, 1.25, 1.5),
      patience: Float64Array.of(1, 1, 1),
    })
    expect(exact.toExact(optimum?.cost ?? exact.from(0))).toBe('8/3')
    expect(exact.toExact(optimum?.escalation ?? exact.from(0))).toBe('1/3')
  })

  it('decides what doubles cannot: a net value of one part in 10^17', () => {
    // V p1 - t1 rounds to 0 in doubles, and is less: that type leaves unless it is escalated to the second model.
    const menu = { p: ['1/3', '1/2'], c: ['1', '2'], t: ['1', '1/2'], P: '100' }
    const game = samplePopulation(
      exact,
      { ...menu, t: ['1000000000000000000001/1000000000000000000000', '1/2'] },
      [{ V: 1, w: 1 }],
    )
    const optimum = solveManyTypes(game, { value: Float64Array.of(3), patience: Float64Array.of(1) })
    expect(exact.sign(optimum?.escalation ?? exact.from(0))).toBe(1)
    expect(exact.toNumber(optimum?.escalation ?? exact.from(1))).toBeLessThan(1e-20)
  })
})
