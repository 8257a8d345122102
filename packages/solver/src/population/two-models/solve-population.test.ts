import { enclosure, exact, float, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solveLeader } from '../../leader/solve-leader.ts'
import { bruteForce } from '../testing/brute-force.ts'
import { randomPopulation, samplePopulation } from '../testing/sample-population.ts'
import { solvePopulation, type PopulationOptimum } from './solve-population.ts'

type Population = Parameters<typeof samplePopulation<Exact>> extends [unknown, ...infer Rest] ? Rest : never

function solved(...population: Population): PopulationOptimum<Exact> {
  const optimum = solvePopulation(samplePopulation(exact, ...population))
  if (optimum === null) throw new TypeError('a population that is not solved here')
  return optimum
}

const number = (x: Exact): number => exact.toNumber(x)

describe('the optimum in front of a population', () => {
  it('finds an escalation between the thresholds where replies in between make it cheaper', () => {
    const { start, escalation, cost, lower, method, tolerance } = solved(
      { p: ['0.05', '0.1'], c: ['0.02', '0.14'], t: ['0.06', '0.18'], P: '0.2' },
      [
        { V: '1.3', w: '0.8' },
        { V: '2.4', w: '0.2' },
      ],
    )
    expect(start).toBe(0)
    expect(number(escalation)).toBeCloseTo(0.0216, 3)
    expect(number(cost)).toBeCloseTo(0.3341, 4)
    expect(method).toBe('branch-and-bound')
    expect(tolerance).toBeLessThanOrEqual(1e-7)
    expect(number(lower)).toBeLessThanOrEqual(number(cost))
  })

  it('keeps as many as pay, by the exact thresholds', () => {
    // Thresholds 3/5 and 1/3: J_1(3/5) = 11/4, J_1(1/3) = 5/2, Q_1 = 1 + P/2.
    const menu = { p: ['1/2', '1/2'], c: ['1', '2'], t: ['1', '1/2'] }
    const types = [
      { V: '5/4', w: 2 },
      { V: '3/2', w: 1 },
    ]
    const at = (P: string): readonly unknown[] => {
      const { escalation, cost, method } = solved({ ...menu, P }, types)
      return [exact.toExact(escalation), exact.toExact(cost), method]
    }
    expect(at('2')).toEqual(['0', '2', 'closed-form'])
    expect(at('7/2')).toEqual(['1/3', '8/3', 'closed-form'])
    expect(at('4')).toEqual(['3/5', '11/4', 'closed-form'])
  })

  it('only comes close where ties break against the provider', () => {
    const menu = { p: ['1/2', '1/2'], c: ['1', '2'], t: ['1', '1/2'], P: '100', ties: 'weak' as const }
    const optimum = solved(menu, [
      { V: '5/4', w: 2 },
      { V: '3/2', w: 1 },
    ])
    expect(optimum).toMatchObject({ attained: false, side: 'above' })
    expect(exact.toExact(optimum.escalation)).toBe('3/5')
    expect(exact.toExact(optimum.cost)).toBe('11/4')
  })

  it('tells thresholds apart that doubles do not', () => {
    // The second type leaves up to an escalation that is greater by less than 1e-30.
    const menu = { p: ['1/2', '1/2'], c: ['1', '2'], t: ['1', '1/2'], P: '100' }
    const less = '1.249999999999999999999999999999999999'
    const { escalation, cost } = solved(menu, [
      { V: '5/4', w: 1 },
      { V: less, w: 1 },
    ])
    const beyond = exact.sub(escalation, exact.from('3/5'))
    expect(exact.sign(beyond)).toBe(1)
    expect(exact.toNumber(beyond)).toBeLessThan(1e-30)
    expect(exact.sign(exact.sub(cost, exact.from('11/4')))).toBe(1)
  })

  it('takes numbers that are known only within an enclosure', () => {
    const menu = { p: ['1/2', '1/2'], c: ['1', '2'], t: ['1', '1/2'], P: '100' }
    const types = [
      { V: '5/4', w: 2 },
      { V: '3/2', w: 1 },
    ]
    const game = samplePopulation(enclosure, menu, types)
    // Worth √2 times 9/10, which is 1.2728: the threshold falls below 3/5.
    const value = enclosure.mul(enclosure.sqrt(enclosure.from(2)), enclosure.from('9/10'))
    const users = game.users.map((user, index) => (index === 0 ? { ...user, value } : user))
    const optimum = solvePopulation({ ...game, users })
    expect(optimum?.method).toBe('closed-form')
    // (1 - V/2) / ((V/2 - 1/2) · 2 + 1 - V/2)
    const v = 0.9 * Math.SQRT2
    const threshold = (1 - v / 2) / (v - 1 + 1 - v / 2)
    expect(enclosure.toNumber(optimum?.escalation ?? enclosure.from(0))).toBeCloseTo(threshold, 12)
  })

  it('agrees with the closed forms where there is one type', () => {
    for (let seed = 0; seed < 80; seed++) {
      const ties = seed % 2 === 0 ? 'strong' : 'weak'
      const { sample, types } = randomPopulation(1000 + seed, ties)
      const game = samplePopulation(exact, sample, types.slice(0, 1))
      const leader = solveLeader(game)
      // Left to a search: a user to whom all is equal in a menu that lacks a start.
      if (!leader.ok) continue
      const { chosen } = leader.equilibrium
      const optimum = solvePopulation(game)
      const label = `seed ${seed}: ${leader.equilibrium.case}, ${ties}`
      expect(optimum, label).not.toBeNull()
      if (optimum === null) continue
      expect(optimum.attained, label).toBe(chosen.attained)
      expect(optimum.route.start, label).toBe(chosen.route.start)
      if (optimum.method === 'closed-form') {
        expect(exact.sign(exact.sub(optimum.cost, chosen.cost)), label).toBe(0)
        expect(exact.toExact(optimum.route.variables[0] ?? optimum.escalation), label).toEqual(
          exact.toExact(chosen.route.variables[0] ?? optimum.escalation),
        )
      } else {
        const cost = number(chosen.cost)
        expect(Math.abs(number(optimum.cost) - cost), label).toBeLessThanOrEqual(1e-7 * Math.abs(cost))
      }
    }
  })

  it.each(['strong', 'weak'] as const)('agrees with a search over a grid of routes, ties %s', (ties) => {
    let [searched, inside] = [0, 0]
    for (let seed = 0; seed < 250; seed++) {
      const { sample, types } = randomPopulation(seed, ties)
      const optimum = solved(sample, types)
      const game = samplePopulation(float, sample, types)
      const [cost, lower, s] = [number(optimum.cost), number(optimum.lower), number(optimum.escalation)]
      const also = ties === 'strong' ? [s] : [s, s * (1 + 1e-9) + 1e-12, s * (1 - 1e-9) - 1e-12]
      const { least, costAt } = bruteForce(game, 150, also)
      const close = 1e-6 * Math.abs(least) + 1e-12
      const label = `seed ${seed}, ${optimum.method}, s = ${s}`
      expect(lower, `${label}: a bound above what there is`).toBeLessThanOrEqual(least + close / 100)
      expect(cost, `${label}: worse than what there is`).toBeLessThanOrEqual(least + close)
      if (optimum.attained) {
        expect(Math.abs(costAt(optimum.start, s) - cost), `${label}: not its cost`).toBeLessThanOrEqual(close)
      }
      expect(cost - lower, label).toBeLessThanOrEqual(close)
      if (optimum.method === 'branch-and-bound') searched++
      if (optimum.start === 0 && s > 0 && s < 1) inside++
    }
    expect(searched).toBeGreaterThan(50)
    expect(inside).toBeGreaterThan(20)
  })

  it('leaves other games alone', () => {
    const game = samplePopulation(exact, { p: ['1/2', '1/2'], c: [1, 2], t: [1, 2], P: 1 }, [{ V: 1, w: 1 }])
    const [user] = game.users
    if (user === undefined) throw new TypeError('a user')
    expect(solvePopulation({ ...game, users: [{ ...user, outside: exact.from(0) }] })).toBeNull()
    expect(solvePopulation({ ...game, users: [{ ...user, sees: 'model' }] })).toBeNull()
    const three = samplePopulation(
      exact,
      { p: ['1/2', '1/2', '1/2'], c: [1, 2, 3], t: [1, 2, 3], P: 1, form: 'static' },
      [{ V: 1, w: 1 }],
    )
    expect(solvePopulation(three)).toBeNull()
  })
})
