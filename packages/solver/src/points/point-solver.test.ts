import type { Assignment, Expression, GameInstance, SolutionDocument } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solve } from '../document/solve.ts'
import { num, sampleInstance, type SampleInstance } from '../document/testing/sample-instance.ts'
import { coarse, limited, reversed, stream, wide } from '../leader/testing/random-games.ts'
import { pointOf, type PointSolution } from './point.ts'
import { pointSolver } from './point-solver.ts'

const moved = ['churn', 'user.value', 'm1.latency', 'm2.cost', 'm1.success']

/** Decimals on a coarse grid, so that ties occur, or with many digits. */
function pointAt(next: () => number): Assignment {
  const number = (): string => (next() < 0.5 ? String(Math.floor(next() * 8) / 4) : (next() * 3).toFixed(6))
  const values: readonly (readonly [string, Expression])[] = moved
    .filter(() => next() < 0.7)
    .map((name) => [
      name,
      num(name.endsWith('success') ? String((1 + Math.floor(next() * 20)) / 20) : number()),
    ])
  return new Map(values)
}

function randomSample(next: () => number): SampleInstance {
  const kind = Math.floor(next() * 4)
  const sample = kind === 0 ? wide(next) : kind === 1 ? reversed(next) : coarse(next)
  const form =
    (['cascade', 'cascade', 'cascade', 'static', 'choice'] as const)[Math.floor(next() * 5)] ?? 'cascade'
  return {
    ...(form === 'cascade' && next() < 0.4 ? limited(next, sample) : sample),
    form,
    ties: next() < 0.3 ? 'weak' : 'strong',
    ...(next() < 0.15 ? { throttle: '2.5' } : {}),
    units: { cost: 'USD', time: 's', utility: 'USD' },
  }
}

/** What {@link pointOf} reads, from a document. */
function fieldsOf(document: SolutionDocument, instance: GameInstance): PointSolution {
  const variables = (route: {
    readonly start: string | null
    readonly escalation: Readonly<Record<string, number>> | null
  }) => {
    return { start: route.start ?? '', variables: Object.values(route.escalation ?? {}) }
  }
  const { cost, serving, loss, regret } = document.provider
  const { throttling } = document
  expect(instance.name).toBe(document.game)
  return {
    route: document.route === null ? null : variables(document.route),
    cascades: document.route?.cascades ?? false,
    users: document.users.map((user) => ({
      regime: user.regime,
      begins: user.begins,
      abandonment: user.abandonment,
      success: user.success,
      latency: user.latency,
      attempts: user.attempts,
      utility: user.utility,
      bestUtility: user.best.utility,
      gap: user.gap,
      loses: user.gap > 0,
      route: user.route === undefined ? null : variables(user.route),
    })),
    provider: { cost, serving, loss, regret },
    gap: document.misalignment.gap,
    welfare: document.welfare,
    throttling:
      throttling === null ? null : { pays: throttling.pays, gain: throttling.gain, harm: throttling.harm },
  }
}

describe('a game solved at many points', () => {
  it('has at each of them the numbers that it has solved alone, to the last digit', () => {
    const next = stream(11)
    let solvedPoints = 0
    for (let round = 0; round < 20; round += 1) {
      const instance = sampleInstance(randomSample(next))
      const solver = pointSolver(instance, moved)
      for (let point = 0; point < 5; point += 1) {
        const assignment = pointAt(next)
        const alone = solve(instance, assignment)
        const found = solver(assignment, (solved) => {
          const range = solved.throttling?.range ?? null
          const { arithmetic: ar } = solved.game
          const number = (x: Parameters<typeof ar.toNumber>[0] | null | undefined) =>
            x === null || x === undefined ? null : ar.toNumber(x)
          return { point: pointOf(solved), startsAt: number(range?.from), endsAt: number(range?.to) }
        })
        if (!alone.ok || !found.ok) {
          expect({ ...found, round }).toEqual({ ...alone, round })
          continue
        }
        solvedPoints += 1
        const { throttling } = alone.document
        expect(found.value, JSON.stringify({ round, assignment: [...assignment] })).toEqual({
          point: fieldsOf(alone.document, instance),
          startsAt: throttling?.startsAt ?? null,
          endsAt: throttling?.endsAt ?? null,
        })
      }
    }
    expect(solvedPoints).toBeGreaterThan(80)
  })
})
