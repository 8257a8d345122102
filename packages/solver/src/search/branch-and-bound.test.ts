import { exact, float, type Game } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveLeader } from '../leader/solve-leader.ts'
import { plainUser, sampleGame } from '../leader/testing/sample-game.ts'
import { processOf } from '../process/process.ts'
import { matrixAt, rowsOf } from './box.ts'
import { branchAndBound, type SearchResult } from './branch-and-bound.ts'
import { playerOf } from './player.ts'

interface Numbers {
  readonly p: readonly number[]
  readonly t: readonly number[]
  readonly c: readonly number[]
  readonly V: number
  readonly P: number
}

type Form = 'cascade' | 'escalate' | 'free'

/** Which steps a menu of a form leaves to the provider. */
function stepsOf(form: Form, models: number): readonly (readonly [number, number])[] {
  const all = Array.from({ length: models }, (_, from) =>
    Array.from({ length: models }, (_, to) => [from, to] as const),
  )
  return all.flat().filter(([from, to]) => {
    if (from === to) return false
    return form === 'cascade' ? to === from + 1 : form === 'escalate' ? to > from : true
  })
}

function gameOf({ p, t, c, V, P }: Numbers, form: Form): Game<number> {
  const steps = stepsOf(form, p.length)
  const names = p.map((_, index) => `m${index + 1}`)
  return {
    arithmetic: float,
    tasks: [],
    models: names.map((name, index) => ({
      name,
      success: p[index] ?? 1,
      latency: t[index] ?? 0,
      cost: c[index] ?? 0,
      price: 0,
      later: [],
      kinds: [],
    })),
    chain: {
      states: names.map((name, model) => ({ name, model })),
      starts: names.map((_, state) => state),
      chooser: 'provider',
      variables: steps.map(([from, to]) => ({ name: `${from}.${to}`, state: from, low: 0, high: 1 })),
      transitions: names.map((_, state) => {
        const leaving = steps.flatMap(([from, to], variable) => (from === state ? [{ to, variable }] : []))
        return [
          { to: state, constant: 1, terms: leaving.map(({ variable }) => ({ variable, coefficient: -1 })) },
          ...leaving.map(({ to, variable }) => ({ to, constant: 0, terms: [{ variable, coefficient: 1 }] })),
        ]
      }),
    },
    users: [{ name: 'user', weight: 1, value: V, patience: 1, ...plainUser }],
    provider: { penalty: P, throttle: null, routing: 'announced', ties: 'strong' },
  }
}

function search(game: Game<number>, tolerance = 1e-6): SearchResult {
  const rows = rowsOf(game.chain)
  const { variables, starts } = game.chain
  const isRoute = (values: readonly number[]): boolean => {
    const matrix = new Float64Array(rows.length ** 2)
    matrixAt(rows, values, matrix)
    return matrix.every((p) => p >= -1e-12)
  }
  const corners = [0, 1].map((value) => variables.map(() => value)).filter(isRoute)
  return branchAndBound(
    {
      players: game.users.map((user) => playerOf(processOf(game, user), rows, 1)),
      starts,
      box: { low: variables.map(({ low }) => low), high: variables.map(({ high }) => high) },
      isRoute,
    },
    starts.flatMap((start) => corners.map((values) => ({ start, variables: values }))),
    { tolerance, nodes: 50_000, time: 60_000, now: () => 0, began: 0 },
  )
}

describe('branch and bound over routes', () => {
  it('finds the cascade of three models that beats every single escalation', () => {
    const { lower, upper, ended } = search(
      gameOf({ p: [0.05, 0.4, 0.8], t: [0.19, 0.3, 2.3], c: [0.015, 0.28, 0.281], V: 2, P: 4.6 }, 'cascade'),
      1e-4,
    )
    expect(ended).toBe('tolerance')
    expect(upper).toBeCloseTo(0.5072, 4)
    expect(lower).toBeLessThanOrEqual(upper)
  })

  it('finds a reply strictly between staying and leaving', () => {
    const { upper, best } = search(
      gameOf({ p: [0.5, 0.02], t: [0.1, 0.023], c: [10, 0.02], V: 1, P: 19 }, 'cascade'),
      1e-4,
    )
    expect(upper).toBeCloseTo(18.0482, 3)
    expect(best.variables[0]).toBeCloseTo(0.29, 2)
  })

  it('agrees with the closed forms of two models', () => {
    const number = fc.integer({ min: 1, max: 99 }).map((n) => n / 100)
    const pair = fc.tuple(number, number)
    fc.assert(
      fc.property(pair, pair, pair, number, number, (p, t, c, value, penalty) => {
        const numbers = { p, t, c, V: value * 2, P: penalty * 4 }
        const solved = solveLeader(sampleGame(exact, numbers))
        if (!solved.ok) throw new Error('a game of two models that is not solved')
        const cost = exact.toNumber(solved.equilibrium.chosen.cost)
        const { lower, upper } = search(gameOf(numbers, 'cascade'), 1e-4)
        expect(lower).toBeLessThanOrEqual(cost * (1 + 1e-9))
        expect(upper).toBeGreaterThanOrEqual(cost * (1 - 1e-6))
        expect(upper - lower).toBeLessThanOrEqual(1e-4 * upper)
      }),
      { numRuns: 60 },
    )
  })

  it('has a lower bound that no route of a grid passes', () => {
    const number = fc.integer({ min: 2, max: 98 }).map((n) => n / 100)
    const three = fc.tuple(number, number, number)
    fc.assert(
      fc.property(
        three,
        three,
        three,
        number,
        number,
        fc.constantFrom<Form>('cascade', 'escalate'),
        (p, t, c, value, penalty, form) => {
          const { lower } = search(gameOf({ p, t, c, V: value * 2, P: penalty * 4 }, form), 1e-3)
          const coarse = search(gameOf({ p, t, c, V: value * 2, P: penalty * 4 }, 'cascade'), 1e-2)
          // A cascade is a part of what an escalating menu allows.
          expect(lower).toBeLessThanOrEqual(coarse.upper * (1 + 1e-9))
        },
      ),
      { numRuns: 15 },
    )
  })
})
