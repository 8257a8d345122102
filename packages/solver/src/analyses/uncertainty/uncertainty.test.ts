import type { Distribution, GameInstance, RandomRange, UncertaintyEntry } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { solve, type SolveOptions } from '../../document/solve.ts'
import { num, sampleInstance, type SampleInstance } from '../../document/testing/sample-instance.ts'

/** A sample whose inputs, such as `m1.success`, are drawn from distributions; `point` is what the answer rests on. */
interface Uncertain {
  readonly input: string
  readonly distribution: Distribution
  readonly point: string
  readonly range?: RandomRange
}

function uncertain(sample: SampleInstance, spreads: readonly Uncertain[]): GameInstance {
  const instance = sampleInstance(sample)
  return {
    ...instance,
    randoms: spreads.map(({ input, distribution, point, range = 'success' }) => {
      return {
        name: input,
        purpose: 'uncertainty',
        distribution,
        range,
        point: num(point),
        dimension: {},
        origin: null,
      }
    }),
    models: instance.models.map((model) => ({
      ...model,
      ...Object.fromEntries(
        spreads.flatMap(({ input }) => {
          const [name = '', field = ''] = input.split('.')
          const quantity = { expression: { op: 'ref', name: input }, dimension: {}, origin: null }
          return name === model.name ? [[field, quantity]] : []
        }),
      ),
    })),
  }
}

function answerTo(instance: GameInstance, options: SolveOptions = {}): UncertaintyEntry {
  const result = solve(instance, new Map(), { ...options, with: ['uncertainty'] })
  if (!result.ok || result.document.uncertainty === undefined) throw new Error(JSON.stringify(result))
  return result.document.uncertainty
}

const counts = (input: string, successes: number, trials: number): Uncertain => ({
  input,
  distribution: { kind: 'counts', successes: num(successes), trials: num(trials) },
  point: `${String(successes)}/${String(trials)}`,
})
const uniform = (input: string, low: number, high: number): Uncertain => ({
  input,
  distribution: { kind: 'uniform', low: num(low), high: num(high) },
  point: String((low + high) / 2),
  range: 'not-negative',
})

/** `ln B(a, b)` for whole numbers. */
function logBeta(a: number, b: number): number {
  const factorial = (n: number): number =>
    Array.from({ length: n }, (_, index) => Math.log(index + 1)).reduce((sum, each) => sum + each, 0)
  return factorial(a - 1) + factorial(b - 1) - factorial(a + b - 1)
}

/** `P(y > x)` for `x ~ Beta(a, b)`, `y ~ Beta(c, d)`, whole numbers: a finite sum of beta functions. */
function exceeds(a: number, b: number, c: number, d: number): number {
  return Array.from({ length: c }, (_, i) => {
    return Math.exp(logBeta(a + i, b + d) - Math.log(d + i) - logBeta(1 + i, d) - logBeta(a, b))
  }).reduce((sum, each) => sum + each, 0)
}

describe('two counted successes', () => {
  // Both cost the same, and waiting is for the second model only: who needs fewer attempts is cheaper for the provider.
  const sample: SampleInstance = { p: [1, 1], c: [1, 1], t: [0, '1/100'], V: 50, P: 100 }
  it.each([
    [20, 45, 92, 225],
    [7, 12, 3, 5],
    [40, 80, 38, 80],
  ])('%i of %i against %i of %i are ordered as two Beta variables', (k1, n1, k2, n2) => {
    const entry = answerTo(uncertain(sample, [counts('m1.success', k1, n1), counts('m2.success', k2, n2)]), {
      draws: 512,
    })
    const expected = exceeds(k1 + 1, n1 - k1 + 1, k2 + 1, n2 - k2 + 1)
    const conflict = entry.verdicts.find(({ of }) => of === 'conflict')?.sides.find(({ is }) => is === 'yes')
    const second = entry.routes.find(({ start }) => start === 'm2')
    expect(Math.abs((conflict?.probability ?? 0) - expected)).toBeLessThan(0.02)
    expect(Math.abs((second?.probability ?? 0) - expected)).toBeLessThan(0.02)
    expect(second?.error).toBeLessThan(0.02)
  })

  it('has the mean and the quantiles of its posterior', () => {
    const entry = answerTo(uncertain(sample, [counts('m1.success', 1, 1)]), { draws: 512 })
    // Beta(2, 1): mean 2/3, below x lies x².
    expect(entry.inputs[0]?.mean).toBeCloseTo(2 / 3, 2)
    expect(entry.inputs[0]?.low).toBeCloseTo(Math.sqrt(0.05), 2)
    expect(entry.inputs[0]?.high).toBeCloseTo(Math.sqrt(0.95), 2)
  })
})

describe('the worth of knowing', () => {
  // Users stay for good, so a task costs 2 c: x = 2 c1 is uniform on [0, 4], y = 2 c2 on [0.8, 2.8].
  const sample: SampleInstance = { p: ['1/2', '1/2'], c: [1, 1], t: [0, 0], V: 5, P: 100 }
  const instance = uncertain(sample, [uniform('m1.cost', 0, 2), uniform('m2.cost', 0.4, 1.4)])

  it('is what deciding with the number saves on average', () => {
    const { knowing, intervals } = answerTo(instance, { draws: 1024 })
    const worth = (name: string): number => knowing?.inputs.find((each) => each.name === name)?.value ?? -1
    // Blind 1.8, with c1 E min(x, 1.8) = 1.395, with c2 E min(2, y) = 1.64.
    expect(worth('m1.cost')).toBeCloseTo(0.405, 2)
    expect(worth('m2.cost')).toBeCloseTo(0.16, 2)
    // E min(x, y) = E (y - y²/8) with E y = 1.8, E y² = 1.8² + 1/3.
    const both = 1.8 - (1.8 ** 2 + 1 / 3) / 8
    expect(knowing?.all.value).toBeCloseTo(1.8 - both, 2)
    expect(intervals.cost.mean).toBeCloseTo(both, 2)
    expect(knowing?.inputs.map(({ name }) => name)).toEqual(['m1.cost', 'm2.cost'])
    expect(knowing?.best.route.start).toBe('m2')
    expect(knowing?.best.value).toBeCloseTo(1.8, 2)
  })

  it('is nothing for a number that decides nothing', () => {
    const { knowing } = answerTo(
      uncertain(sample, [uniform('m1.cost', 0, 0.5), uniform('m2.cost', 0.6, 1.4)]),
      { draws: 256 },
    )
    expect(knowing?.inputs.map(({ value }) => value)).toEqual([0, 0])
    expect(knowing?.all.value).toBeCloseTo(0, 9)
  })
})

describe('draws', () => {
  const sample: SampleInstance = { p: [1, 1], c: [1, 2], t: ['1/2', '1/4'], V: 2, P: 3 }
  const instance = uncertain(sample, [counts('m1.success', 30, 60), counts('m2.success', 45, 60)])

  it('are the same for the same seed, and others for another', () => {
    const [one, again, other] = [{ seed: 5 }, { seed: 5 }, { seed: 6 }].map((seed) =>
      answerTo(instance, { ...seed, draws: 128 }),
    )
    expect(again).toEqual(one)
    expect(other?.intervals).not.toEqual(one?.intervals)
  })

  it('agree with one another within a few standard errors', () => {
    const answers = [1, 2, 3].map((seed) => answerTo(instance, { seed, draws: 256 }).intervals.cost)
    const means = answers.map(({ mean }) => mean)
    const error = Math.max(...answers.map((each) => each.error))
    expect(Math.max(...means) - Math.min(...means)).toBeLessThan(8 * error)
  })

  it('out of the range of a number are left out and counted', () => {
    const latency: Uncertain = {
      input: 'm1.latency',
      distribution: { kind: 'normal', mean: num('1/2'), deviation: num('1/2') },
      point: '1/2',
      range: 'any',
    }
    const entry = answerTo(uncertain(sample, [latency]), { draws: 512 })
    // P(normal < -1 deviation) = 0.1587.
    expect(entry.rejected / (entry.rejected + entry.draws)).toBeCloseTo(0.1587, 2)
  })

  it('say nothing where no number is uncertain', () => {
    const result = solve(sampleInstance({ ...sample, p: ['1/2', '3/4'] }), new Map(), {
      with: ['uncertainty'],
    })
    expect(result.ok && result.document.unanswered).toEqual([
      { name: 'uncertainty', reason: 'no number of the file is uncertain' },
    ])
  })
})
