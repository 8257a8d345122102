import { exact, float } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { playOut } from '../../leader/testing/brute-force.ts'
import { stream } from '../../leader/testing/random-games.ts'
import { searchProblem } from '../../general/problem.ts'
import { simpleRoutes } from '../../general/simple-routes.ts'
import { branchAndBound } from '../../search/branch-and-bound.ts'
import { searchLimits } from '../../search/limits.ts'
import { randomPopulation, samplePopulation } from '../testing/sample-population.ts'
import { boundBlock, costOfLeaving, leavingAtLeast, leavingAtMost, leavingProbability } from './curve.ts'
import { groupTypes, menuInDoubles, type Curves, type Menu } from './groups.ts'
import { twoModelPopulation } from './people.ts'
import { boundPiece, costOf } from './pieces.ts'
import { searchEscalations } from './search.ts'
import { solvePopulation } from './solve-population.ts'

/** A menu with types between wanting and not wanting the second model, drawn anyhow. */
function drawn(seed: number): { readonly menu: Menu; readonly curves: Curves } {
  const next = stream(seed)
  const rare = (): number => Math.max(1e-3, next() ** 2)
  const p = [rare(), rare()] as const
  const t = [p[0] * (0.5 + next()), p[1] * (2 + 4 * next())] as const
  const game = samplePopulation(
    exact,
    { p, c: [next(), next()], t, P: 20 * next() },
    Array.from({ length: 6 }, () => ({ V: 1.5 + 0.5 * next(), w: 1 + next() })),
  )
  const population = twoModelPopulation(game)
  if (population === null) throw new TypeError('a cascade of two models')
  const menu = menuInDoubles(population.menu)
  return { menu, curves: groupTypes(population, menu).curves }
}

describe('a type that persists with a probability in between', () => {
  it('leaves where its utility is greatest, and within the bounds given', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { menu, curves } = drawn(seed)
      for (const [k, ratio] of curves.ratio.entries()) {
        const [from, to] = [curves.staysTo[k] ?? 0, curves.leavesFrom[k] ?? 1]
        for (const part of [0.02, 0.5, 0.98]) {
          const s = from + part * (to - from)
          const q = leavingProbability(menu, ratio, s)
          const play = { p: menu.p, c: menu.c, xi: [ratio, -1] as const, P: menu.P }
          const utility = (leaving: number): number => playOut(play, 0, s, 1 - leaving).U
          const slack = 1e-12 * ratio
          for (const other of [q * 0.9, q + 0.1 * (1 - q), 0, 1])
            expect(utility(other), `seed ${seed}`).toBeLessThanOrEqual(utility(q) + slack)
          expect(leavingAtLeast(menu, ratio, s)).toBeLessThanOrEqual(q)
          expect(leavingAtMost(menu, ratio, s)).toBeGreaterThanOrEqual(q)
          expect(leavingAtMost(menu, ratio, s) - leavingAtLeast(menu, ratio, s)).toBeLessThan(1e-6)
        }
      }
    }
  })

  it('costs no less, and no steeper more, than the bounds of its block say', () => {
    for (let seed = 0; seed < 150; seed++) {
      const { menu, curves } = drawn(seed)
      const count = curves.ratio.length
      if (count === 0) continue
      const next = stream(seed + 1)
      const [one, other] = [next(), next()].map((part) => part * (curves.leavesFrom[count - 1] ?? 1) * 1.2)
      const [x, y] = [Math.min(one ?? 0, other ?? 1, 0.99), Math.min(Math.max(one ?? 0, other ?? 1), 1)]
      const bound = boundBlock(menu, curves, 0, count, x, y)
      const cost = (s: number): number =>
        curves.ratio.reduce((sum, ratio, k) => {
          const weight = (curves.share[k + 1] ?? 0) - (curves.share[k] ?? 0)
          return sum + weight * costOfLeaving(menu, s, leavingProbability(menu, ratio, s))
        }, 0)
      for (let step = 0; step < 20; step++) {
        const [s, next1] = [x + ((y - x) * step) / 20, x + ((y - x) * (step + 1)) / 20]
        expect(cost(s), `seed ${seed}`).toBeGreaterThanOrEqual(bound.lower - 1e-9)
        const slope = (cost(next1) - cost(s)) / (next1 - s)
        const room = 1e-6 * (1 + Math.abs(slope))
        expect(slope, `seed ${seed}`).toBeGreaterThanOrEqual(bound.slope.lo - room)
        expect(slope, `seed ${seed}`).toBeLessThanOrEqual(bound.slope.hi + room)
      }
    }
  })

  it('gains by escalation a utility that is convex in the share of the first model', () => {
    for (let seed = 0; seed < 150; seed++) {
      const { menu, curves } = drawn(seed)
      const [p, a] = [menu.p[0], menu.a[0]]
      for (const ratio of curves.ratio) {
        const at = (share: number): number => {
          const s = Math.min(1, (p * (1 - share)) / (a * share))
          const play = { p: menu.p, c: menu.c, xi: [ratio, -1] as const, P: 0 }
          return playOut(play, 0, s, 1 - leavingProbability(menu, ratio, s)).U
        }
        for (let step = 1; step < 20; step++) {
          const [before, here, after] = [-1, 0, 1].map((off) => at(p + ((1 - p) * (step + off)) / 20))
          const bend = (before ?? 0) - 2 * (here ?? 0) + (after ?? 0)
          expect(bend, `seed ${seed}`).toBeGreaterThanOrEqual(-1e-9 * (ratio / p))
        }
      }
    }
  })
})

describe('the search over escalations', () => {
  const game = samplePopulation(
    exact,
    { p: ['0.05', '0.1'], c: ['0.02', '0.14'], t: ['0.06', '0.18'], P: '0.2' },
    [
      { V: '1.3', w: '0.8' },
      { V: '2.4', w: '0.2' },
    ],
  )

  it('beats all thresholds where the least is between them', () => {
    const population = twoModelPopulation(game)
    if (population === null) throw new TypeError('a cascade of two models')
    const menu = menuInDoubles(population.menu)
    const groups = groupTypes(population, menu)
    const thresholds = [...groups.curves.staysTo, ...groups.curves.leavesFrom, 0, 1]
    expect(Math.min(...thresholds.map((s) => costOf(menu, groups, s)))).toBeCloseTo(0.3747, 4)
    const { best, lower } = searchEscalations(menu, groups, Infinity, { tolerance: 1e-9, nodes: 5000 })
    expect(best[0]?.cost).toBeCloseTo(0.33411, 5)
    expect((best[0]?.cost ?? 1) - lower).toBeLessThan(1e-9)
    expect(boundPiece(menu, groups, 0.02, 0.023, 0.3).lower).toBeLessThanOrEqual(best[0]?.cost ?? 0)
  })

  it('ends early with a bound that holds', () => {
    const early = solvePopulation(game, { nodes: 3 })
    const late = solvePopulation(game, { tolerance: 1e-9 })
    if (early === null || late === null) throw new TypeError('a cascade of two models')
    expect(exact.toNumber(early.lower)).toBeLessThanOrEqual(exact.toNumber(late.lower))
    expect(exact.toNumber(early.cost)).toBeGreaterThanOrEqual(exact.toNumber(late.cost))
    expect(early.tolerance).toBeGreaterThan(1e-7)
    expect(late.tolerance).toBeLessThanOrEqual(1e-9)
  })

  it('agrees with the branch and bound for any menu', () => {
    for (let seed = 0; seed < 16; seed++) {
      const { sample, types } = randomPopulation(9001 + seed)
      const problem = searchProblem(samplePopulation(float, sample, types))
      const general = branchAndBound(
        problem,
        simpleRoutes(problem),
        searchLimits({ nodes: 150, tolerance: 1e-5 }),
      )
      const optimum = solvePopulation(samplePopulation(exact, sample, types))
      const [cost, lower] = [optimum?.cost, optimum?.lower].map((n) => (n ? exact.toNumber(n) : Number.NaN))
      // Its replies in between are found by golden section: near the best, the cost is off by this much.
      const room = 1e-6 * Math.abs(general.upper) + 1e-12
      expect(lower, `seed ${seed}`).toBeLessThanOrEqual(general.upper + room)
      expect(cost, `seed ${seed}`).toBeGreaterThanOrEqual(general.lower - room)
    }
  })
})
