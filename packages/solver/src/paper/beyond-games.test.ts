import { compare, exact, float, mapGame, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { transitionMatrix } from '../chain/transitionMatrix.ts'
import { leavingEscalation, stayingEscalation } from '../base/thresholds.ts'
import { bestReplies } from '../follower/general/best-replies.ts'
import { announce } from '../general/announce.ts'
import { pose } from '../general/posed.ts'
import { searchProblem } from '../general/problem.ts'
import { menuGame, type MenuSample } from '../general/testing/random-menus.ts'
import { stream } from '../leader/testing/random-games.ts'
import { sampleGame } from '../leader/testing/sample-game.ts'
import { solveLeader } from '../leader/solve-leader.ts'
import { costOf } from '../search/search-problem.ts'
import { num } from './testing/numbers.ts'
import { pairOf, paperSample, solved } from './testing/paper-games.ts'

// What is said beyond Mahmood, arXiv 2602.09902, of single games and of all of them (docs/theory-menus.md, docs/theory.md).

const hundredth = (next: () => number): number => 1 + Math.floor(98 * next())

function randomMenu(next: () => number, form: MenuSample['form'], models: number): MenuSample {
  const each = (): readonly number[] => Array.from({ length: models }, () => hundredth(next))
  return { form, p: [each()], t: each(), c: each(), users: [{ V: 20 + Math.floor(200 * next()) }], P: 150 }
}

describe('two models', () => {
  it('may be best split between staying and leaving: 18.0482 where the four candidates have 18.4641', () => {
    const sample = { p: ['0.5', '0.02'], t: ['0.1', '0.023'], c: ['10', '0.02'], V: 1, P: 19 }
    const result = solveLeader(sampleGame(exact, sample))
    if (!result.ok) throw new Error('a game of two models that is not solved')
    const { chosen, candidates } = result.equilibrium
    expect([chosen.id, exact.toNumber(chosen.cost)]).toEqual(['interior', expect.closeTo(18.0482, 4)])
    const others = candidates.filter(({ id }) => id !== 'interior').map(({ cost }) => exact.toNumber(cost))
    expect(Math.min(...others)).toBeCloseTo(18.4641, 4)
  })

  it('make of sure escalation a threat where P < c1/p1 and only the first is worth the wait', () => {
    const next = stream(71)
    let threats = 0
    for (let times = 0; times < 60; times += 1) {
      const sample = paperSample(next, '+-')
      const { first } = pairOf(sample)
      const { equilibrium } = solved(sample)
      if (equilibrium.chosen.id !== 'Q1') continue
      threats += 1
      expect(compare(exact, num(sample.P), exact.div(first.serving, first.success))).toBe(-1)
      expect(exact.toExact(equilibrium.route.variables[0] ?? num(0))).toBe('1')
      expect(exact.sign(equilibrium.persistence)).toBe(0)
    }
    expect(threats).toBeGreaterThan(5)
  })

  it('keep a user who sees which model answered at the first up to sH, where she leaves the second', () => {
    const next = stream(72)
    const seen = new Set<number>()
    for (let times = 0; times < 12; times += 1) {
      const sample = paperSample(next, '+-')
      const { first, second } = pairOf(sample)
      const game = sampleGame(exact, sample)
      const seeing = { ...game, users: game.users.map((user) => ({ ...user, sees: 'model' as const })) }
      const sH = exact.div(first.netValue, exact.sub(first.netValue, second.netValue))
      const eta = ({ serving, success }: typeof first): Exact =>
        exact.sub(serving, exact.mul(num(sample.P), success))
      const ends = exact.sub(num(1), exact.mul(first.failure, exact.sub(num(1), sH)))
      const along = exact.add(eta(first), exact.mul(exact.mul(first.failure, sH), eta(second)))
      const leaves = ({ serving, failure }: typeof first): Exact =>
        exact.add(serving, exact.mul(num(sample.P), failure))
      const listed = [
        leaves(second),
        leaves(first),
        exact.div(first.serving, first.success),
        exact.add(num(sample.P), exact.div(along, ends)),
      ].map((cost) => exact.toNumber(cost))
      const grid = [0, 1].flatMap((start) =>
        Array.from({ length: 41 }, (_, k) => exact.div(num(k), num(40)))
          .concat(sH)
          .map((s) => exact.toNumber(announce(pose(seeing), { start, variables: [s] }).cost)),
      )
      const best = Math.min(...listed)
      expect(Math.min(...grid)).toBeCloseTo(best, 9)
      seen.add(listed.indexOf(best))
    }
    expect(seen.size).toBeGreaterThan(1)
  })
})

describe('three models with net values - + -', () => {
  it('may need two escalations strictly between 0 and 1: .5072, and .5243 with one', () => {
    const sample: MenuSample = {
      form: 'cascade',
      p: [[5, 40, 80]],
      t: [19, 30, 230],
      c: [1.5, 28, 28.1],
      users: [{ V: 200 }],
      P: 460,
    }
    const problem = searchProblem(mapGame(menuGame(exact, sample), float, (n) => exact.toNumber(n)))
    const at = (s1: number, s2: number): number => costOf(problem, { start: 0, variables: [s1, s2] })
    const steps = Array.from({ length: 1001 }, (_, k) => k / 1000)
    const single = steps.flatMap((s) => [at(s, 0), at(s, 1), at(0, s), at(1, s)])
    expect(Math.min(...single)).toBeGreaterThan(0.5242)
    expect(Math.min(...single)).toBeLessThan(0.5256)
    const near = Array.from({ length: 21 }, (_, i) => 0.14 + i / 1000).flatMap((s1) =>
      Array.from({ length: 21 }, (_, j) => 0.34 + j / 1000).map((s2) => at(s1, s2)),
    )
    expect(Math.min(...near)).toBeLessThan(0.5085)
    expect(Math.min(...near)).toBeGreaterThan(0.507)
  })
})

describe('two kinds of user', () => {
  it('may be served best inside a piece: .3341, and .3747 at the best threshold', () => {
    const sample: MenuSample = {
      form: 'cascade',
      p: [[5, 10]],
      t: [6, 18],
      c: [2, 14],
      users: [{ V: 130 }, { V: 130 }, { V: 130 }, { V: 130 }, { V: 240 }],
      P: 20,
    }
    const torn = pairOf({
      p: ['.05', '.1'].map((x) => `0${x}`),
      c: ['0.02', '0.14'],
      t: ['0.06', '0.18'],
      V: '1.3',
      P: '0.2',
    })
    const problem = searchProblem(mapGame(menuGame(exact, sample), float, (n) => exact.toNumber(n)))
    const at = (start: number, s: number): number => costOf(problem, { start, variables: [s] })
    const thresholds = [
      0,
      exact.toNumber(stayingEscalation(torn)),
      exact.toNumber(leavingEscalation(torn)),
      1,
    ]
    const listed = [...thresholds.map((s) => at(0, s)), at(1, 0)]
    expect(Math.min(...listed)).toBeCloseTo(0.3747, 4)
    expect(at(0, 0.0216)).toBeCloseTo(0.3341, 4)
  })
})

describe('any menu', () => {
  it('has a static route among those that are best for a user', () => {
    const next = stream(73)
    for (let times = 0; times < 6; times += 1) {
      const posed = pose(menuGame(exact, randomMenu(next, 'free', 3)))
      const { variables, starts } = posed.game.chain
      const utility = (start: number, values: readonly Exact[]): Exact =>
        announce(posed, { start, variables: values }).replies[0]?.utility ?? num(0)
      const staying = starts.map((start) =>
        utility(
          start,
          variables.map(() => num(0)),
        ),
      )
      const best = staying.reduce((one, other) => (compare(exact, other, one) > 0 ? other : one))
      for (let route = 0; route < 6; route += 1) {
        // Two ways on from each model: shares of at most a half each.
        const values = variables.map(() => num(`${Math.floor(51 * next())}/100`))
        for (const start of starts) {
          expect(compare(exact, utility(start, values), best)).toBeLessThanOrEqual(0)
        }
      }
    }
  })

  it('keeps no user longer by a slower model', () => {
    const next = stream(74)
    let shorter = 0
    for (let times = 0; times < 120 && shorter < 3; times += 1) {
      const sample = randomMenu(next, 'free', 3)
      const values = Array.from({ length: 6 }, () => num(`${Math.floor(51 * next())}/100`))
      const slow = Math.floor(3 * next())
      const longest = (t: readonly number[]): Exact => {
        const game = menuGame(exact, { ...sample, t })
        const [process] = pose(game).processes
        if (process === undefined) throw new Error('a game without users')
        const { persistenceSet } = bestReplies(process, transitionMatrix(game, values), 0, 'strong')
        return persistenceSet?.at(-1)?.to ?? num(0)
      }
      const order = compare(
        exact,
        longest(sample.t.map((t, model) => (model === slow ? t + hundredth(next) : t))),
        longest(sample.t),
      )
      expect(order).toBeLessThanOrEqual(0)
      if (order < 0) shorter += 1
    }
    expect(shorter).toBe(3)
  })
})
