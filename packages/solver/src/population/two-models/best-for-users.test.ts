import { exact, float } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { randomPopulation, samplePopulation } from '../testing/sample-population.ts'
import { bruteForce } from '../testing/brute-force.ts'
import { bestForUsers } from './best-for-users.ts'

const number = (x: Parameters<typeof exact.toNumber>[0]): number => exact.toNumber(x)

describe('the route that is best for the users of a population', () => {
  it('may be sure escalation: some want the second model, most would be off worse to begin there', () => {
    // An attempt is worth 1 and 5/4 to the first type, -1/2 and -3/4 to the second, which leaves after a failure.
    const menu = { p: ['1/2', '1/2'], c: ['1', '1'], t: ['1', '0'], f: ['0', '3/4'], P: '1' }
    const best = bestForUsers(
      samplePopulation(exact, menu, [
        { V: '4', w: 1 },
        { V: '0', kappa: '1/2', w: 3 },
      ]),
    )
    // 1 + 1/2 · 5/2 for the first; the static routes give (2 - 3/2)/4 and (5/2 - 9/4)/4.
    expect(best?.route).toEqual({ start: 0, variables: [exact.from(1)] })
    expect(number(best?.utility ?? exact.from(0))).toBe((9 / 4 - 3 / 2) / 4)
    expect(best?.types.map(({ route, utility }) => [route.start, number(utility)])).toEqual([
      [1, 2.5],
      [0, -0.5],
    ])
  })

  it('is nowhere beaten on a grid of routes', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { sample, types } = randomPopulation(5000 + seed)
      const best = bestForUsers(samplePopulation(exact, sample, types))
      const { most } = bruteForce(samplePopulation(float, sample, types), 100, [])
      const utility = number(best?.utility ?? exact.from(0))
      expect(utility, `seed ${seed}`).toBeGreaterThanOrEqual(most - 1e-9 * Math.abs(most) - 1e-12)
    }
  })
})
