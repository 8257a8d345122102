import { exact, type Exact, type Game } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { announce } from '../general/announce.ts'
import { pose } from '../general/posed.ts'
import { menuGame, type MenuSample } from '../general/testing/random-menus.ts'
import { stream } from '../leader/testing/random-games.ts'
import { bestReplies } from '../follower/general/best-replies.ts'
import { EndlessTask } from '../follower/general/endless-task.ts'
import { payoffs } from '../process/payoffs.ts'
import { num } from './testing/numbers.ts'

// What is said beyond Mahmood, arXiv 2602.09902, of kinds of task and stopping times (docs/unequal-tasks.md).

const hundredth = (next: () => number): number => 1 + Math.floor(98 * next())

/** Two kinds of task, a cascade of two, one user. */
function twoKinds(next: () => number, sees: 'nothing' | 'attempts'): MenuSample {
  const pair = (): readonly number[] => [hundredth(next), hundredth(next)]
  return {
    form: 'cascade',
    p: [pair(), pair()],
    t: pair(),
    c: pair(),
    users: [{ V: 50 + Math.floor(300 * next()), sees }],
    P: 200,
  }
}

const routes = (game: Game<Exact>) =>
  ['0', '1/3', '1'].map((s) => ({ game, route: { start: 0, variables: [num(s)] } }))

describe('kinds of task', () => {
  it('never let one probability do better than the best stopping time', () => {
    const next = stream(61)
    let better = 0
    for (let times = 0; times < 12; times += 1) {
      const sample = twoKinds(next, 'attempts')
      const counting = routes(menuGame(exact, sample))
      const plain = routes(menuGame(exact, { ...sample, users: sample.users.map(({ V }) => ({ V })) }))
      counting.forEach(({ game, route }, index) => {
        const [best] = announce(pose(game), route).replies
        const other = plain[index]
        const [one] = other === undefined ? [] : announce(pose(other.game), other.route).replies
        if (best === undefined || one === undefined) throw new Error('a user without a reply')
        const gain = exact.sign(exact.sub(best.utility, one.utility))
        expect(gain, JSON.stringify(sample)).toBeGreaterThanOrEqual(0)
        if (gain > 0) better += 1
      })
    }
    expect(better).toBeGreaterThan(2)
  })

  it('make each try after failures no better than the one before', () => {
    const next = stream(62)
    for (let times = 0; times < 30; times += 1) {
      const [w, p, q] = [next(), next(), next()]
      const after = (m: number): number => {
        const [one, other] = [w * (1 - p) ** m, (1 - w) * (1 - q) ** m]
        return (one * p + other * q) / (one + other)
      }
      for (let m = 0; m < 6; m += 1) expect(after(m + 1)).toBeLessThanOrEqual(after(m) + 1e-12)
    }
  })

  it('make a length infinite exactly where a kind is never solved while nobody leaves, and never print it', () => {
    const [process] = pose(menuGame(exact, trap(0, 100))).processes
    if (process === undefined) throw new Error('a game without users')
    const stay = [[num(1)]]
    const forever = payoffs(process, stay, 0, { kind: 'stationary', persistence: num(1) })
    expect([forever.finite, forever.total, forever.attempts, forever.latency]).toEqual([
      false,
      null,
      null,
      null,
    ])
    expect(exact.toExact(forever.success)).toBe('1/2')
    const nearly = payoffs(process, stay, 0, { kind: 'stationary', persistence: num('99/100') })
    expect(nearly.finite).toBe(true)
    const solvable = pose(menuGame(exact, trap(1, 100))).processes[0]
    if (solvable === undefined) throw new Error('a game without users')
    expect(payoffs(solvable, stay, 0, { kind: 'stationary', persistence: num(1) }).finite).toBe(true)
  })

  it('leave a user to whom waiting costs nothing without a best reply, which is said and not approached', () => {
    const [process] = pose(menuGame(exact, trap(0, 0))).processes
    if (process === undefined) throw new Error('a game without users')
    expect(() => bestReplies(process, [[num(1)]], 0, 'strong')).toThrow(EndlessTask)
  })
})

/** One model, half of the tasks solved with 60 %, the others with `hopeless` %; each attempt takes `t` hundredths. */
function trap(hopeless: number, t: number): MenuSample {
  return { form: 'cascade', p: [[60], [hopeless]], t: [t], c: [1], users: [{ V: 800 }], P: 100 }
}
