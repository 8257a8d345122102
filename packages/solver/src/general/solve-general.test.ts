import { exact, float, mapGame, type Exact, type Game } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SolvedGame } from '../document/solved.ts'
import { solveLeader } from '../leader/solve-leader.ts'
import { sampleGame } from '../leader/testing/sample-game.ts'
import { searchLimits } from '../search/limits.ts'
import { costOf } from '../search/search-problem.ts'
import { pose } from './posed.ts'
import { searchProblem } from './problem.ts'
import { solveGeneral } from './solve-general.ts'
import { menuGame, type Form, type MenuSample } from './testing/random-menus.ts'

const units = { cost: 'USD', time: 's', utility: 's' }

function solve(game: Game<Exact>, tolerance = 1e-6): SolvedGame<Exact> {
  return solveGeneral(pose(game), { units }, searchLimits({ tolerance }))
}

const cost = ({ provider }: SolvedGame<Exact>): number => exact.toNumber(provider.cost)
const escalation = ({ route }: SolvedGame<Exact>): readonly number[] =>
  (route?.variables ?? []).map((s) => exact.toNumber(s))

describe('games of theory solved by search', () => {
  it('a cascade of three that no single escalation matches', () => {
    const game = menuGame(exact, {
      form: 'cascade',
      p: [[5, 40, 80]],
      t: [19, 30, 230],
      c: [1.5, 28, 28.1],
      users: [{ V: 200 }],
      P: 460,
    })
    const solved = solve(game, 1e-3)
    expect(cost(solved)).toBeCloseTo(0.5072, 3)
    expect(escalation(solved)[0]).toBeCloseTo(0.15, 2)
    expect(escalation(solved)[1]).toBeCloseTo(0.35, 1)
  })

  it('an outside option makes a cascade pay where both models are worth the wait', () => {
    // p = (.5, .8), c = (.1, .8), ξ = (.2, .6), o = .45, P = 2
    const game = menuGame(exact, {
      form: 'cascade',
      p: [[50, 80]],
      t: [30, 20],
      c: [10, 80],
      users: [{ V: 100, outside: 45 }],
      P: 200,
    })
    const solved = solve(game)
    expect(escalation(solved)).toEqual([1 / 6])
    expect(exact.toExact(solved.provider.cost)).toBe('11/35')
    expect(exact.toNumber(solved.users[0]?.utility ?? exact.from(0))).toBe(0.45)
  })

  it('two users of whom one replies with a probability', () => {
    const game = menuGame(exact, {
      form: 'cascade',
      p: [[5, 10]],
      t: [6, 18],
      c: [2, 14],
      users: [{ V: 130 }, { V: 130 }, { V: 130 }, { V: 130 }, { V: 240 }],
      P: 20,
    })
    const solved = solve(game, 1e-4)
    expect(cost(solved)).toBeCloseTo(0.3341, 4)
    expect(escalation(solved)[0]).toBeCloseTo(0.0216, 3)
  })

  it('a reply strictly between staying and leaving', () => {
    const sample = { p: ['0.5', '0.02'], t: ['0.1', '0.023'], c: ['10', '0.02'], V: 1, P: 19 }
    const solved = solve(sampleGame(exact, sample))
    expect(cost(solved)).toBeCloseTo(18.0482, 4)
    expect(escalation(solved)[0]).toBeCloseTo(0.293, 3)
  })
})

describe('the search', () => {
  it('agrees with the closed forms of two models, route and behaviour included', () => {
    const number = fc.integer({ min: 1, max: 99 }).map((n) => n / 100)
    const pair = fc.tuple(number, number)
    fc.assert(
      fc.property(pair, pair, pair, number, number, (p, t, c, value, penalty) => {
        const game = sampleGame(exact, { p, t, c, V: value * 2, P: penalty * 4 })
        const formula = solveLeader(game)
        if (!formula.ok) throw new Error('a game of two models that is not solved')
        const solved = solve(game, 1e-4)
        const expected = exact.toNumber(formula.equilibrium.chosen.cost)
        expect(Math.abs(cost(solved) - expected)).toBeLessThanOrEqual(1e-4 * expected)
        expect(exact.toNumber(solved.bounds.lower)).toBeLessThanOrEqual(expected * (1 + 1e-9))
      }),
      { numRuns: 25 },
    )
  })

  const hundredths = fc.integer({ min: 2, max: 98 })
  const sample = (form: Form, count: number): fc.Arbitrary<MenuSample> => {
    const three = fc.array(hundredths, { minLength: count, maxLength: count })
    return fc.record({
      form: fc.constant(form),
      p: fc.array(three, { minLength: 1, maxLength: 2 }),
      t: three,
      c: three,
      users: fc.array(
        fc.record({
          V: fc.integer({ min: 10, max: 300 }),
          sees: fc.constantFrom('nothing' as const, 'attempts' as const),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      P: fc.integer({ min: 1, max: 400 }),
    })
  }

  it('finds nothing worse than a grid of routes, and bounds all of them', () => {
    fc.assert(
      fc.property(sample('cascade', 3), (given) => {
        const game = menuGame(exact, given)
        const solved = solve(game, 1e-2)
        const problem = searchProblem(mapGame(game, float, (n) => exact.toNumber(n)))
        const lower = exact.toNumber(solved.bounds.lower)
        for (let i = 0; i <= 6; i++) {
          for (let j = 0; j <= 6; j++) {
            for (const start of problem.starts) {
              const found = costOf(problem, { start, variables: [i / 6, j / 6] })
              expect(found).toBeGreaterThanOrEqual(lower * (1 - 1e-9) - 1e-12)
            }
          }
        }
        expect(cost(solved)).toBeGreaterThanOrEqual(lower * (1 - 1e-12))
      }),
      { numRuns: 8 },
    )
  })

  it('never leaves a user with more than her own best route would give', () => {
    fc.assert(
      fc.property(sample('cascade', 2), (given) => {
        for (const { gap } of solve(menuGame(exact, given), 1e-2).users) {
          expect(exact.sign(gap)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 12 },
    )
  })
})
