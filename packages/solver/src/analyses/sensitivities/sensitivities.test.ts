import { exact, type Exact, type InputSensitivities } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solve } from '../../document/solve.ts'
import { solvedGame } from '../../document/solved-game.ts'
import { num, sampleInstance, type SampleInstance } from '../../document/testing/sample-instance.ts'
import { atPopulation } from '../../population/population-game.ts'
import { searchLimits } from '../../search/limits.ts'
import { reportedQuantities } from './quantities.ts'

function sensitivitiesOf(sample: SampleInstance): readonly InputSensitivities[] {
  const result = solve(sampleInstance(sample), new Map(), { with: ['sensitivities'] })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.document.sensitivities?.inputs ?? []
}

const of = (sample: SampleInstance, input: string, quantity: string) =>
  sensitivitiesOf(sample)
    .find(({ name }) => name === input)
    ?.of.find((each) => each.quantity === quantity)

/** What the game reports with another value of a number, solved by itself. */
function quantitiesAt(
  sample: SampleInstance,
  name: string,
  value: Exact,
): ReadonlyMap<string, number | null> | null {
  const instance = sampleInstance(sample)
  const text = exact.toExact(value)
  if (typeof text !== 'string') throw new Error('not a fraction')
  const evaluation = atPopulation(instance, new Map([[name, num(text)]]), {}, (population) => {
    const solved = solvedGame(population, instance, searchLimits({}))
    if (!solved.ok) throw new Error('not solved')
    const { arithmetic: ar } = population.game
    const quantities = [...reportedQuantities(solved.solved, 'provider')]
    return new Map(quantities.map(([key, each]) => [key, each === null ? null : ar.toNumber(each)]))
  })
  return evaluation.ok ? evaluation.value : null
}

const rising: SampleInstance = { p: ['1/5', '3/5'], t: ['3/5', '3/5'], c: [1, 8], V: 2, P: 20 }

describe('derivatives of what is reported', () => {
  it('move the route along: at s0 = 1/6 a dearer second model costs n2 = 2/3 times its rise', () => {
    // n2 = 1/p2 · a1 s0/(p1 + a1 s0) = 5/3 · (2/15)/(1/3) = 2/3.
    expect(of(rising, 'm2.cost', 'provider.cost')?.derivative).toBeCloseTo(2 / 3, 14)
    // s0 = -ξ1/(ξ2/p2 - ξ1) with ξ1 = -1/5, ξ2/p2 = 1; ∂s0/∂ξ1 = -(1)/(6/5)² = -25/36, and ξ1 falls with t1.
    expect(of(rising, 'm1.latency', 'route.escalation.m1')?.derivative).toBeCloseTo(25 / 36, 14)
    expect(of(rising, 'churn', 'provider.cost')).toBeUndefined()
  })

  it('are one-sided at a tie of the provider: at P = 55/6 leaving and the cascade cost the same', () => {
    const slope = of({ ...rising, P: '55/6' }, 'churn', 'provider.cost')
    expect(slope).toMatchObject({ derivative: null, elasticity: null, right: 0 })
    expect(slope?.left).toBeCloseTo(4 / 5, 14)
    expect(of({ ...rising, P: '55/6' }, 'churn', 'user.abandonment')).toMatchObject({ derivative: null })
  })

  it('agree with differences of games solved alone', { timeout: 60_000 }, () => {
    const tenth = fc.integer({ min: 1, max: 19 }).map((n) => `${n}/20`)
    const amount = fc.integer({ min: 1, max: 40 }).map((n) => `${n}/10`)
    const sample = fc.record({
      p: fc.tuple(tenth, tenth),
      t: fc.tuple(amount, amount),
      c: fc.tuple(amount, amount),
      V: amount,
      P: amount,
      form: fc.constantFrom('cascade' as const, 'static' as const, 'choice' as const),
    })
    const step = exact.from('1e-9')
    fc.assert(
      fc.property(sample, fc.integer({ min: 0, max: 9 }), (game, pick) => {
        const inputs = sensitivitiesOf(game)
        const input = inputs[pick % inputs.length]
        if (input?.reason !== undefined || input === undefined) return
        const here = exact.from(String(input.value))
        const now = quantitiesAt(game, input.name, here)
        for (const side of [1, -1] as const) {
          const moved = exact.add(here, side > 0 ? step : exact.neg(step))
          const there = quantitiesAt(game, input.name, moved)
          if (there === null || now === null) continue
          for (const [quantity, value] of now) {
            const beside = there.get(quantity) ?? null
            if (value === null || beside === null) continue
            const found = input.of.find((each) => each.quantity === quantity)
            const slope = found === undefined ? 0 : side > 0 ? found.right : found.left
            const difference = beside - value
            if (slope === null) expect(Math.abs(difference)).toBeGreaterThan(1e-7)
            else
              expect(Math.abs(difference - side * slope * 1e-9)).toBeLessThan(1e-12 * (1 + Math.abs(slope)))
          }
        }
      }),
      { numRuns: 25, seed: 11 },
    )
  })

  it('hold for several users, where the route stands at the threshold of one of them', () => {
    const instance = sampleInstance(rising)
    const [user] = instance.users
    if (user === undefined) throw new Error('no user')
    const eager = { ...user, name: 'eager', value: { ...user.value, expression: num(5) } }
    const costAt = (cost: number | null): number => {
      const assignment = new Map(cost === null ? [] : [['m2.cost', num(String(cost))] as const])
      const result = solve({ ...instance, users: [user, eager] }, assignment)
      if (!result.ok) throw new Error('not solved')
      return result.document.provider.cost
    }
    const result = solve({ ...instance, users: [user, eager] }, new Map(), { with: ['sensitivities'] })
    const inputs = result.ok ? (result.document.sensitivities?.inputs ?? []) : []
    const found = inputs
      .find(({ name }) => name === 'm2.cost')
      ?.of.find(({ quantity }) => quantity === 'provider.cost')
    expect(found?.derivative).toBeCloseTo((costAt(8.001) - costAt(7.999)) / 0.002, 8)
  })
})
