import { exact, type BaselinesEntry, type Exact, type Game } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solve } from '../../document/solve.ts'
import { sampleInstance, type SampleInstance } from '../../document/testing/sample-instance.ts'
import { sampleGame } from '../../leader/testing/sample-game.ts'
import { bestFor, bestWithin, planOf, plansOf } from './exogenous.ts'
import { rankingEntry } from './rankings.ts'
import { tradeoffOf } from './tradeoffs.ts'

function baselinesOf(sample: SampleInstance): BaselinesEntry {
  const result = solve(sampleInstance(sample), new Map(), { with: ['baselines'] })
  if (!result.ok || result.document.baselines === undefined) throw new Error('not answered')
  return result.document.baselines
}

/** Every order of every set of models, but the empty one. */
function orderedSets(models: readonly number[]): readonly (readonly number[])[] {
  return models.flatMap((first) => {
    const others = models.filter((each) => each !== first)
    return [[first], ...orderedSets(others).map((rest) => [first, ...rest])]
  })
}

const percent = fc.integer({ min: 1, max: 100 }).map((n) => `${n}/100`)
const menus = fc
  .array(fc.record({ p: percent, c: fc.integer({ min: 0, max: 30 }) }), { minLength: 1, maxLength: 4 })
  .map((models): Game<Exact> =>
    sampleGame(exact, {
      form: 'static',
      p: models.map(({ p }) => p),
      c: models.map(({ c }) => c),
      t: models.map(() => 1),
      V: 1,
      P: 1,
    }),
  )
const indices = (game: Game<Exact>): readonly number[] => game.models.map((_, index) => index)

describe('plans as if nobody left', () => {
  it('are listed for every worth of a solved task: from the last that it reaches nobody else is better', () => {
    fc.assert(
      fc.property(menus, fc.integer({ min: 0, max: 80 }), (game, worth) => {
        const { plans } = tradeoffOf(game, indices(game), 'cascade-routing')
        const chosen = plans.findLast(({ from }) => from <= worth) ?? plans[0]
        const best = bestFor(exact, plansOf(game, indices(game), 'cascade-routing'), exact.from(worth))
        const gain = worth * exact.toNumber(best.quality) - exact.toNumber(best.cost)
        expect(worth * (chosen?.quality ?? NaN) - (chosen?.budget ?? NaN)).toBeCloseTo(gain, 9)
        expect(plans.map(({ budget }) => budget)).toEqual(
          plans.map(({ budget }) => budget).toSorted((a, b) => a - b),
        )
      }),
      { numRuns: 60, seed: 4 },
    )
  })

  it('are the best of all ordered sets of models, whatever a solved task is worth', () => {
    fc.assert(
      fc.property(menus, fc.integer({ min: 0, max: 80 }), (game, worth) => {
        const v = exact.from(worth)
        const all = orderedSets(indices(game)).map((order) => planOf(game, order))
        const gain = (plan: ReturnType<typeof planOf<Exact>>): number =>
          exact.toNumber(exact.sub(exact.mul(v, plan.quality), plan.cost))
        const best = Math.max(...all.map(gain))
        expect(gain(bestFor(exact, plansOf(game, indices(game), 'cascade-routing'), v))).toBe(best)
        const singles = all.filter(({ order }) => order.length === 1)
        expect(gain(bestFor(exact, plansOf(game, indices(game), 'routing'), v))).toBe(
          Math.max(...singles.map(gain)),
        )
      }),
      { numRuns: 60, seed: 3 },
    )
  })

  it('meet a budget exactly by mixing two neighbours, and no mixture of two plans does better', () => {
    fc.assert(
      fc.property(menus, fc.integer({ min: 0, max: 60 }), (game, halves) => {
        const budget = halves / 2
        const all = orderedSets(indices(game)).map((order) => planOf(game, order))
        const points = all.map(
          ({ cost, quality }) => [exact.toNumber(cost), exact.toNumber(quality)] as const,
        )
        let best = -1
        for (const [c, q] of points) {
          if (c <= budget) best = Math.max(best, q)
          for (const [d, r] of points) {
            if (c <= budget && d > budget) best = Math.max(best, q + ((r - q) * (budget - c)) / (d - c))
          }
        }
        const found = bestWithin(exact, plansOf(game, indices(game), 'cascade-routing'), exact.from(budget))
        if (found === null) {
          expect(best).toBe(-1)
          return
        }
        const share = exact.toNumber(found.share)
        const mixed = (of: 'cost' | 'quality'): number =>
          share * exact.toNumber(found.plans[0][of]) + (1 - share) * exact.toNumber(found.plans[1][of])
        expect(mixed('quality')).toBeCloseTo(best, 12)
        expect(mixed('cost')).toBeLessThanOrEqual(budget + 1e-12)
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})

describe('rules that do not ask how users answer', () => {
  // Only the second model is worth the wait: alone with the first a user leaves.
  const rising: SampleInstance = { p: ['1/5', '3/5'], t: ['3/5', '3/5'], c: [1, 8], V: 2, P: 20 }
  const named = (name: string) => baselinesOf(rising).policies.find((each) => each.name === name)

  it('drive the user of the cheapest model out: 1 + 20 · 4/5 a task, where the optimum costs 25/3', () => {
    expect(named('cheapest')).toMatchObject({ models: ['m1'], cost: 17, loss: 16, allowed: true })
    expect(named('cheapest')?.users).toEqual([{ name: 'user', abandonment: 1, begins: true, utility: -0.2 }])
    expect(named('cheapest')?.price).toBeCloseTo(17 - 25 / 3, 12)
    expect(named('user-choice')).toMatchObject({ models: ['m2'], gap: 0 })
  })

  it('think of a cascade that both models are worth it: 1 + 4/5 · 8 a task, for 17/25 of them', () => {
    const { believed, models } = named('cascade-routing') ?? {}
    expect(models).toEqual(['m1', 'm2'])
    expect(believed).toEqual({ worth: 20, quality: 0.68, cost: 7.4 })
  })

  it('never cost less than the optimum where the menu allows them', () => {
    const tenth = fc.integer({ min: 1, max: 19 }).map((n) => `${n}/20`)
    const amount = fc.integer({ min: 0, max: 40 }).map((n) => `${n}/10`)
    const sample = fc.record({
      p: fc.tuple(tenth, tenth),
      t: fc.tuple(amount, amount),
      c: fc.tuple(amount, amount),
      V: amount,
      P: amount,
    })
    fc.assert(
      fc.property(sample, (game) => {
        for (const { price, gap, allowed } of baselinesOf(game).policies) {
          expect(allowed ? price : 0).toBeGreaterThanOrEqual(0)
          expect(gap).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 30, seed: 5 },
    )
  })
})

describe('the distance of two rankings', () => {
  it('counts opposite pairs, and half of those that only one side orders', () => {
    const provider = [['a'], ['b'], ['c', 'd']]
    expect(rankingEntry('u', provider, provider)).toMatchObject({ distance: 0, pairs: 6, opposed: [] })
    expect(rankingEntry('u', provider, [['d'], ['c'], ['b'], ['a']])).toMatchObject({ distance: 5.5 })
    expect(rankingEntry('u', provider, [['b', 'a'], ['d'], ['c']])).toMatchObject({
      distance: 1,
      opposed: [],
    })
    expect(rankingEntry('u', [['a'], ['b']], [['b'], ['a']])).toMatchObject({ opposed: [['a', 'b']] })
  })
})
