import { compare, exact, less, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '../base/attempt.ts'
import { costOfPass } from '../base/single-model.ts'
import { indifferentEscalation, leavingEscalation, stayingEscalation } from '../base/thresholds.ts'
import type { Solution } from '../document/solution.ts'
import { stream } from '../leader/testing/random-games.ts'
import { add, div, minimum, mul, num, one, sub } from './testing/numbers.ts'
import { pairOf, paperSample, solved, type PaperSample, type Signs } from './testing/paper-games.ts'

// Theorems 3, 4 and 5 of Mahmood, arXiv 2602.09902, section 4.2: what the provider announces.

/** A drawn game with all that the theorems speak of. */
interface Drawn {
  readonly sample: PaperSample
  readonly P: Exact
  readonly first: Attempt<Exact>
  readonly second: Attempt<Exact>
  readonly C: readonly [Exact, Exact]
  readonly Q: readonly [Exact, Exact]
  readonly incremental: Exact
  readonly solution: Solution<Exact>
}

function drawn(signs: Signs, seed: number, count: number): readonly Drawn[] {
  const next = stream(seed)
  return Array.from({ length: count }, () => {
    const sample = paperSample(next, signs)
    const { first, second } = pairOf(sample)
    const P = num(sample.P)
    const leaves = ({ serving, failure }: Attempt<Exact>): Exact => add(serving, mul(P, failure))
    return {
      sample,
      P,
      first,
      second,
      C: [costOfPass(exact, first), costOfPass(exact, second)],
      Q: [leaves(first), leaves(second)],
      incremental: div(sub(second.serving, first.serving), sub(second.success, first.success)),
      solution: solved(sample),
    }
  })
}

const start = ({ solution }: Drawn): number => solution.equilibrium.route.start + 1
const escalation = ({ solution }: Drawn): Exact => solution.equilibrium.route.variables[0] ?? num(0)
const cost = ({ solution }: Drawn): unknown => exact.toExact(solution.equilibrium.chosen.cost)
const order = (x: Exact, y: Exact): number => compare(exact, x, y)

describe('Theorem 3: two models of one sign', () => {
  it('1. both worth the wait: the least cost-of-pass, without a cascade', () => {
    for (const game of drawn('++', 3001, 60)) {
      const sides = order(game.C[0], game.C[1])
      if (sides !== 0) expect(start(game)).toBe(sides < 0 ? 1 : 2)
      expect(exact.sign(escalation(game))).toBe(0)
      expect(cost(game)).toEqual(exact.toExact(minimum(...game.C)))
    }
  })

  it('2. neither worth it: model 2 exactly above the incremental cost-of-pass, any escalation', () => {
    for (const game of drawn('--', 3002, 60)) {
      const side = order(game.P, game.incremental)
      if (side !== 0) expect(start(game)).toBe(side < 0 ? 1 : 2)
      expect(cost(game)).toEqual(exact.toExact(minimum(...game.Q)))
      if (start(game) !== 1) continue
      expect(
        game.solution.equilibrium.escalationSet?.map(({ from, to }) =>
          [from, to].map((end) => exact.toNumber(end)),
        ),
      ).toEqual([[0, 1]])
    }
  })
})

describe('Theorem 4: only model 2 is worth the wait', () => {
  const games = drawn('-+', 3003, 160)
  const P1 = ({ C, first }: Drawn): Exact => div(sub(C[1], first.serving), first.failure)
  const s0 = ({ sample }: Drawn): Exact => indifferentEscalation(pairOf(sample))
  const P2 = (game: Drawn): Exact => {
    const { first, C } = game
    const s = s0(game)
    const over = add(mul(first.serving, sub(one, s)), mul(C[1], s))
    return div(over, add(first.success, mul(first.failure, s)))
  }

  it('takes the four cases that it says, and all of them occur', () => {
    const seen = new Set<string>()
    for (const game of games) {
      const dearer = order(game.C[0], game.C[1])
      const side = order(game.P, dearer > 0 ? P1(game) : P2(game))
      if (dearer === 0 || side === 0) continue
      seen.add(`${String(dearer)} ${String(side)}`)
      const { chosen } = game.solution.equilibrium
      const leaves = exact.sign(chosen.persistence) === 0
      if (side < 0) expect([start(game), leaves, exact.sign(escalation(game))]).toEqual([1, true, 0])
      else if (dearer > 0) expect([start(game), leaves]).toEqual([2, false])
      else
        expect([start(game), leaves, exact.toExact(escalation(game))]).toEqual([
          1,
          false,
          exact.toExact(s0(game)),
        ])
    }
    expect(seen.size).toBe(4)
  })

  it('means a cascade in the strict sense by (1, s0): s0 is inside (0, 1), and P2 is P† of the theory page', () => {
    for (const game of games) {
      const { first, second } = game
      expect([exact.sign(s0(game)), exact.sign(sub(one, s0(game)))]).toEqual([1, 1])
      const over = sub(mul(first.serving, second.netValue), mul(second.serving, first.netValue))
      const under = sub(mul(first.success, second.netValue), mul(second.success, first.netValue))
      expect(exact.toExact(P2(game))).toEqual(exact.toExact(div(over, under)))
    }
  })
})

describe('Theorem 5: only model 1 is worth the wait', () => {
  const games = drawn('+-', 3004, 160)
  const count = (holds: (game: Drawn) => boolean, check: (game: Drawn) => void): number => {
    const which = games.filter(holds)
    which.forEach(check)
    return which.length
  }

  it('1. model 1 only, where c1/p1 < min(P, c2/p2)', () => {
    const times = count(
      ({ C, P }) => less(exact, C[0], minimum(P, C[1])),
      (game) => {
        expect([start(game), exact.sign(escalation(game)), cost(game)]).toEqual([
          1,
          0,
          exact.toExact(game.C[0]),
        ])
      },
    )
    expect(times).toBeGreaterThan(10)
  })

  it('2. any escalation from sH on, where P < min(c1/p1, (c2-c1)/(p2-p1)): the user leaves', () => {
    const times = count(
      ({ C, P, incremental }) => less(exact, P, minimum(C[0], incremental)),
      (game) => {
        expect([start(game), cost(game)]).toEqual([1, exact.toExact(game.Q[0])])
        const [range] = game.solution.equilibrium.escalationSet ?? []
        expect(range === undefined ? null : exact.toExact(range.from)).toEqual(
          exact.toExact(leavingEscalation(pairOf(game.sample))),
        )
        expect(range === undefined ? null : exact.toNumber(range.to)).toBe(1)
      },
    )
    expect(times).toBeGreaterThan(10)
  })

  it('3. model 2, where (c2-c1)/(p2-p1) < P < c2/p2 < c1/p1: the user leaves', () => {
    const next = stream(3005)
    let times = 0
    for (let tries = 0; tries < 4000 && times < 12; tries += 1) {
      const sample = paperSample(next, '+-')
      const { first, second } = pairOf(sample)
      const [C1, C2, P] = [costOfPass(exact, first), costOfPass(exact, second), num(sample.P)]
      const step = div(sub(second.serving, first.serving), sub(second.success, first.success))
      if (!less(exact, step, P) || !less(exact, P, C2) || !less(exact, C2, C1)) continue
      times += 1
      const { equilibrium } = solved(sample)
      expect(equilibrium.route.start).toBe(1)
      expect(exact.sign(equilibrium.persistence)).toBe(0)
    }
    expect(times).toBe(12)
  })

  it('has its optimum among the five settings that it lists, the last with a user who leaves', () => {
    const seen = new Set<string>()
    for (const game of games) {
      const { chosen } = game.solution.equilibrium
      seen.add(chosen.id)
      const sL = stayingEscalation(pairOf(game.sample))
      if (chosen.id === 'J1(sL)') expect(exact.sign(sub(escalation(game), sL))).toBe(0)
    }
    // In the paper's order of models nothing strictly between sL and sH is ever best (theory page, section 3).
    expect([...seen].toSorted()).toEqual(['C1', 'J1(sL)', 'Q1', 'Q2'])
  })
})
