import { compare, exact, less, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '../base/attempt.ts'
import { costOfPass, stayingValue } from '../base/single-model.ts'
import { stream } from '../leader/testing/random-games.ts'
import type { Solution } from '../document/solution.ts'
import { add, div, minimum, mul, num, sub } from './testing/numbers.ts'
import { pairOf, paperSample, solved, type Signs } from './testing/paper-games.ts'

// Propositions 1 and 2 of Mahmood, arXiv 2602.09902, sections 5 and 6.

const aligned = ({ gap }: Solution<Exact>): boolean => exact.sign(gap) === 0

/** Draws games of some signs and looks at each that is no tie; both answers must occur. */
function check(
  signs: Signs,
  seed: number,
  expected: (sample: ReturnType<typeof drawnWith>) => boolean | null,
): void {
  const next = stream(seed)
  const answers = new Set<boolean>()
  for (let game = 0; game < 80; game += 1) {
    const drawn = drawnWith(next, signs)
    const holds = expected(drawn)
    if (holds === null) continue
    answers.add(holds)
    expect(aligned(drawn.solution), JSON.stringify(drawn.sample)).toBe(holds)
  }
  expect(answers.size).toBe(2)
}

function drawnWith(next: () => number, signs: Signs) {
  const sample = paperSample(next, signs)
  return { sample, ...pairOf(sample), P: num(sample.P), solution: solved(sample) }
}

describe('Proposition 1: the gap is 0', () => {
  it('1. both worth the wait: exactly where costs-of-pass and ξ/p rank the models alike', () => {
    check('++', 4001, ({ first, second }) => {
      const costs = compare(exact, costOfPass(exact, first), costOfPass(exact, second))
      const worths = compare(exact, stayingValue(exact, second), stayingValue(exact, first))
      return costs === 0 || worths === 0 ? null : costs === worths
    })
  })

  it('2. neither: exactly where sign(ξ2 - ξ1) = sign(P - (c2-c1)/(p2-p1))', () => {
    check('--', 4002, ({ first, second, P }) => {
      const worths = compare(exact, second.netValue, first.netValue)
      const step = div(sub(second.serving, first.serving), sub(second.success, first.success))
      const side = compare(exact, P, step)
      return worths === 0 || side === 0 ? null : worths === side
    })
  })

  it.each(['-+', '+-'] as const)(
    '3. signs %s: exactly where the start is worth the wait and s = 0',
    (signs) => {
      check(signs, 4003, ({ solution }) => {
        const { start, variables } = solution.equilibrium.route
        const worth = signs[start] === '+'
        return worth && (start === 1 || exact.sign(variables[0] ?? num(0)) === 0)
      })
    },
  )

  it('ties need care: equal costs-of-pass leave no gap, whichever model the user prefers', () => {
    // c/p = 1 for both, ξ/p = V - t/p = 9 and 8: the paper's signs differ (0 and -1), and the gap is 0.
    const tie = { p: ['1/4', '1/2'], c: ['1/4', '1/2'], t: ['1/4', '1'], V: 10, P: 1 }
    expect(aligned(solved(tie))).toBe(true)
    const other = { p: ['1/4', '1/2'], c: ['1/4', '3/4'], t: ['1/4', '1/2'], V: 10, P: 1 }
    expect(aligned(solved(other))).toBe(true)
  })
})

describe('Proposition 2: throttling', () => {
  const costAt = (sample: Parameters<typeof solved>[0]): Exact => solved(sample).equilibrium.chosen.cost

  it('never costs the provider more where P <= min c/p, whichever models are slowed beyond V p', () => {
    const next = stream(4010)
    let times = 0
    while (times < 25) {
      const sample = paperSample(next, '++')
      const { first, second } = pairOf(sample)
      const m = minimum(costOfPass(exact, first), costOfPass(exact, second))
      if (less(exact, m, num(sample.P))) continue
      times += 1
      const slow = sample.p.map((p) => exact.toExact(mul(num(p), add(num(sample.V), num('1/7')))) as string)
      const [t1, t2] = [slow[0] ?? '', slow[1] ?? '']
      for (const t of [
        [t1, sample.t[1]],
        [sample.t[0], t2],
        [t1, t2],
      ]) {
        expect(compare(exact, costAt({ ...sample, t }), costAt(sample))).toBeLessThanOrEqual(0)
      }
    }
  })

  it('gains min c/p - min (c + P (1-p)), and nothing where P exceeds min c/p', () => {
    const next = stream(4011)
    const pays = new Set<boolean>()
    for (let game = 0; game < 60; game += 1) {
      const { first, second, P, solution } = drawnWith(next, '++')
      const m = minimum(costOfPass(exact, first), costOfPass(exact, second))
      const leaving = ({ serving, failure }: Attempt<Exact>): Exact => add(serving, mul(P, failure))
      const gain = sub(m, minimum(leaving(first), leaving(second)))
      pays.add(solution.throttling.pays)
      expect(solution.throttling.pays).toBe(exact.sign(gain) > 0)
      expect(solution.throttling.pays).toBe(less(exact, P, m))
      if (solution.throttling.pays) {
        expect(exact.toExact(solution.throttling.gain)).toEqual(exact.toExact(gain))
        expect(exact.sign(solution.throttling.harm)).toBe(1)
      }
    }
    expect(pays.size).toBe(2)
  })
})
