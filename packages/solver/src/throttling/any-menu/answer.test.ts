import { exact, float, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { optimum } from '../../general/optimum.ts'
import { pose } from '../../general/posed.ts'
import { slowedProblem } from '../../general/problem.ts'
import { menuGame, type MenuSample } from '../../general/testing/random-menus.ts'
import { stream } from '../../leader/testing/random-games.ts'
import { searchLimits } from '../../search/limits.ts'
import { costOf } from '../../search/search-problem.ts'
import { slowingAnswer, type SlowingAnswer } from './answer.ts'

/** All numbers in hundredths; the ceiling too. */
function answerTo(
  sample: MenuSample,
  ceiling: number | null,
): SlowingAnswer<Exact> & { readonly before: number } {
  const posed = pose(menuGame(exact, sample))
  const search = searchLimits({ tolerance: 1e-4, nodes: 1000 })
  const { announcement, lower } = optimum(posed, 'provider', search)
  const { route, cost } = announcement
  const bounds = {
    lower: exact.from(lower),
    upper: cost,
    method: 'branch-and-bound',
    tolerance: 1e-4,
  } as const
  const most = ceiling === null ? null : exact.div(exact.from(ceiling), exact.from(100))
  return { ...slowingAnswer(posed, route, bounds, most, search), before: exact.toNumber(cost) }
}

/** All three worth the wait: `ξ = (.2, .3, .5)`, `C = (1, 1.5, 2)`, worthless at latencies of `(.4, .6, .8)`. */
const worthAll: MenuSample = {
  form: 'cascade',
  p: [[40, 60, 80]],
  t: [20, 30, 30],
  c: [40, 90, 160],
  users: [{ V: 100 }],
  P: 50,
}

describe('slowing in a cascade of three models that are all worth the wait', () => {
  it('saves what losing the user after one attempt saves, by a threat that she never meets', () => {
    const { told } = answerTo(worthAll, null)
    // Q1 = .4 + .5 · .6 = .7 in place of C1 = 1; the second model at .6 is worth nothing.
    expect(told).toMatchObject({ pays: true })
    expect(told && [exact.toExact(told.gain), exact.toExact(told.harm)]).toEqual(['3/10', '3/10'])
    expect(told?.latencies?.map((latency) => exact.toExact(latency))).toEqual(['1/5', '3/5', '3/10'])
    expect(told?.route).toMatchObject({ start: 0 })
    expect(
      told?.range && [exact.toExact(told.range.from), told.range.to && exact.toExact(told.range.to)],
    ).toEqual(['0', '1'])
  })

  it('needs only one model, the first or the second', () => {
    const alone = answerTo(worthAll, null).told?.alone.filter(({ enough }) => enough) ?? []
    expect(alone.map(({ state, latency }) => [state, exact.toExact(latency)])).toEqual([
      [0, '2/5'],
      [1, '3/5'],
    ])
  })

  it('slows the first where the ceiling is too low for the second, and none where it is too low for both', () => {
    const low = answerTo(worthAll, 50).told
    expect(low?.latencies?.map((latency) => exact.toExact(latency))).toEqual(['2/5', '3/10', '3/10'])
    expect(answerTo(worthAll, 39).told).toMatchObject({ pays: false, range: null, alone: [] })
  })

  it('keeps a user from beginning who has something else to do, where that costs less still', () => {
    const users = [{ V: 100, outside: 10 }]
    const { told } = answerTo({ ...worthAll, users }, null)
    // Not begun: P = .5 in place of .7. Her best is ξ1/p1 = .5 of 1; at .36 it is (.4 - .36)/.4 = .1.
    expect(told && exact.toExact(told.gain)).toBe('1/2')
    expect(told && exact.toExact(told.harm)).toBe('2/5')
    // A ceiling of .36 cannot make an attempt worth nothing, and yet keeps her away.
    expect(answerTo({ ...worthAll, users }, 36).told?.pays).toBe(true)
    expect(answerTo({ ...worthAll, users }, 35).told?.pays).toBe(false)
  })

  it('takes of several users the one who is hardest to drive out', () => {
    const { told, best } = answerTo({ ...worthAll, users: [{ V: 60 }, { V: 100 }] }, null)
    expect(told?.latencies?.map((latency) => exact.toExact(latency))).toEqual(['1/5', '3/5', '3/10'])
    expect(best?.announcement.replies.map(({ payoffs }) => exact.toExact(payoffs.success))).toEqual([
      '2/5',
      '2/5',
    ])
  })
})

describe('slowing in random games', () => {
  const next = stream(77)
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const one = <T>(...items: readonly [T, ...T[]]): T => items[whole(0, items.length - 1)] ?? items[0]

  function draw(): { readonly sample: MenuSample; readonly ceiling: number } {
    const count = one(2, 3)
    const hundredths = (low: number, high: number): readonly number[] =>
      Array.from({ length: count }, () => whole(low, high))
    const users = Array.from({ length: one(1, 1, 2) }, () => ({
      V: whole(40, 250),
      sees: one<'nothing' | 'model' | 'attempts'>('nothing', 'nothing', 'model', 'attempts'),
      ...(next() < 0.3 ? { outside: whole(0, 60) } : {}),
    }))
    const form = one<MenuSample['form']>('cascade', 'cascade', 'escalate')
    const sample = {
      form,
      p: [hundredths(5, 95)],
      t: hundredths(1, 150),
      c: hundredths(1, 100),
      users,
      P: whole(1, 80),
    }
    return { sample, ceiling: whole(60, 300) }
  }

  it('never is beaten by latencies and routes that were tried, nor does its bound exceed them', () => {
    let pays = 0
    for (let game = 0; game < 24; game++) {
      const { sample, ceiling } = draw()
      const { told, best, lower, before } = answerTo(sample, ceiling)
      const cost = best === null ? before : exact.toNumber(best.announcement.cost)
      if (told?.pays === true) pays += 1
      const nearby = menuGame(float, sample)
      const most = nearby.models.map(({ latency }) => Math.max(0, ceiling / 100 - latency))
      const problem = slowedProblem(nearby, { most, bounded: true })
      const { low, high } = problem.box
      let found = Infinity
      for (let tries = 0; tries < 400; tries++) {
        const variables = low.map((from, index) => {
          const to = high[index] ?? from
          const share = next()
          return share < 0.3 ? from : share < 0.5 ? to : from + (to - from) * next()
        })
        const start = whole(0, sample.c.length - 1)
        if (problem.isRoute(variables)) found = Math.min(found, costOf(problem, { start, variables }))
      }
      const where = JSON.stringify({ sample, ceiling })
      expect(found, where).toBeGreaterThan(lower - 1e-9)
      if (told !== null) expect(cost, where).toBeLessThan(found * (1 + 1e-3) + 1e-9)
    }
    expect(pays).toBeGreaterThan(2)
  })

  it('slows no model more than its cost needs', () => {
    let slowed = 0
    for (let game = 0; game < 16; game++) {
      const { sample, ceiling } = draw()
      const { best } = answerTo({ ...sample, P: Math.min(sample.P, 30) }, ceiling)
      if (best === null) continue
      const { posed, delays, announcement } = best
      const plain = menuGame(float, { ...sample, P: Math.min(sample.P, 30) })
      const whole = slowedProblem(plain, { most: plain.models.map(() => 4), bounded: true })
      const cost = exact.toNumber(announcement.cost)
      const route = announcement.route.variables.map((value) => exact.toNumber(value))
      const shares = delays.map((delay) => exact.toNumber(delay) / 4)
      expect(posed.game.models.length).toBe(shares.length)
      shares.forEach((share, model) => {
        if (share === 0) return
        slowed += 1
        const less = shares.map((each, index) => (index === model ? each * 0.999 : each))
        const { start } = announcement.route
        expect(costOf(whole, { start, variables: [...route, ...less] })).toBeGreaterThan(cost + 1e-9)
      })
    }
    expect(slowed).toBeGreaterThan(2)
  })
})
