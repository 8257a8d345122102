import { exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { type Play, playOut, replies, search } from './brute-force.ts'
import type { Equilibrium } from '../equilibrium.ts'
import { coarse, limited, reversed, stream, wide } from './random-games.ts'
import { sampleGame, type Sample } from './sample-game.ts'
import { solveLeader } from '../solve-leader.ts'

function playOf(sample: Sample): Play {
  const game = sampleGame(exact, sample)
  const at = (index: number) => {
    const model = game.models[index]
    const [user] = game.users
    if (model === undefined || user === undefined) throw new Error('two models, one user')
    const paid = exact.add(exact.mul(user.patience, model.latency), model.price)
    const worth = exact.sub(exact.mul(user.value, model.success), paid)
    return {
      p: exact.toNumber(model.success),
      c: exact.toNumber(exact.sub(model.cost, model.price)),
      xi: exact.toNumber(worth),
    }
  }
  const [one, two] = [at(0), at(1)]
  return {
    p: [one.p, two.p],
    c: [one.c, two.c],
    xi: [one.xi, two.xi],
    P: exact.toNumber(game.provider.penalty),
  }
}

function solved(sample: Sample): Equilibrium<Exact> {
  const result = solveLeader(sampleGame(exact, sample))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.equilibrium
}

const scaleOf = ({ c, P, p }: Play): number =>
  Math.max(P, ...c.map((cost, index) => Math.abs(cost) / (p[index] ?? 1)), Number.MIN_VALUE)

interface Announcement {
  readonly start: 0 | 1
  readonly s: number
}

/** Escalations to which a user with `ξ1 > 0 > ξ2` may reply by a persistence strictly inside (0, 1). */
function between({ xi }: Play, own: readonly number[]): readonly number[] {
  if (xi[0] <= 0 || xi[1] >= 0) return []
  const leaving = xi[0] / (xi[0] - xi[1])
  const staying = Math.min(leaving, ...own.filter((s) => s > 0))
  return Array.from({ length: 12 }, (_, index) => staying * (leaving / staying) ** ((index + 1) / 13))
}

/** The announcements searched: a grid within the limits, the candidates' own, and their neighbours. */
function announcementsOf(
  sample: Sample,
  equilibrium: Equilibrium<Exact>,
  near: number,
): readonly Announcement[] {
  const [low, high] = [
    exact.toNumber(exact.from(sample.low ?? 0)),
    exact.toNumber(exact.from(sample.high ?? 1)),
  ]
  const own = equilibrium.candidates.flatMap(({ escalation }) =>
    escalation === null ? [] : [exact.toNumber(escalation)],
  )
  const grid = Array.from({ length: 26 }, (_, index) => low + ((high - low) * index) / 25)
  const beside = near === 0 ? own : [...own, low, high].flatMap((s) => [s - near, s + near])
  const inside = [...grid, ...beside, ...between(playOf(sample), own)].filter((s) => s >= low && s <= high)
  const starts = sample.starts ?? [0, 1]
  const first = starts.includes(0) ? inside.map((s): Announcement => ({ start: 0, s })) : []
  return starts.includes(1) ? [{ start: 1, s: 0 }, ...first] : first
}

const announced = ({ route }: Equilibrium<Exact>): Announcement => ({
  start: route.start === 0 ? 0 : 1,
  s: exact.toNumber(route.variables[0] ?? exact.from(0)),
})

function check(sample: Sample): void {
  const play = playOf(sample)
  const where = JSON.stringify(sample)
  const strong = solved(sample)
  const weak = solved({ ...sample, ties: 'weak' })
  const slack = 1e-6 * scaleOf(play)
  const cost = exact.toNumber(strong.chosen.cost)
  expect(exact.toNumber(strong.ties.weak), where).toBe(exact.toNumber(weak.chosen.cost))

  const tried = search(play, announcementsOf(sample, strong, 1e-4), 'strong')
  expect(tried, `better than the solver: ${where}`).toBeGreaterThanOrEqual(cost - slack)
  const { start, s } = announced(strong)
  const outcome = playOut(play, start, s, exact.toNumber(strong.persistence))
  const utilitySlack = (1e-9 * Math.max(...play.xi.map(Math.abs))) / Math.min(...play.p)
  const best = replies(play, start, s).utility
  expect(outcome.U, `no best reply: ${where}`).toBeGreaterThanOrEqual(best - utilitySlack)
  expect(Math.abs(outcome.J - cost), `another cost: ${where}`).toBeLessThanOrEqual(slack)

  const value = exact.toNumber(weak.chosen.cost)
  expect(value, where).toBeGreaterThanOrEqual(cost - slack)
  const against = search(play, announcementsOf(sample, weak, 1e-6), 'weak')
  expect(against, `weak value too high: ${where}`).toBeGreaterThanOrEqual(value - slack)
  if (weak.ties.attained) {
    const most = replies(play, announced(weak).start, announced(weak).s).most
    expect(most, `weak value not attained: ${where}`).toBeLessThanOrEqual(value + 1e-3 * scaleOf(play))
  } else {
    expect(against, `weak value too low: ${where}`).toBeLessThanOrEqual(value + 1e-3 * scaleOf(play))
    const exactly = search(play, announcementsOf(sample, weak, 0), 'weak')
    expect(exactly, `weak value attained: ${where}`).toBeGreaterThan(value)
  }
}

const isOpen = (sample: Sample): boolean => {
  const result = solveLeader(sampleGame(exact, sample))
  return !result.ok && result.problems.every(({ kind }) => kind === 'unsupported')
}

describe('a search that knows nothing of the closed forms', () => {
  it('never beats the solver on games full of zeros and ties', () => {
    const next = stream(1)
    for (let game = 0; game < 400; game += 1) check(coarse(next))
  })

  it('never beats the solver on games of any order and size', () => {
    const next = stream(2)
    for (let game = 0; game < 200; game += 1) check(wide(next))
  })

  it('never beats the solver where a second model that hardly ever succeeds is the cheap one', () => {
    const next = stream(4)
    let inside = 0
    for (let game = 0; game < 60; game += 1) {
      const sample = reversed(next)
      check(sample)
      if (solved(sample).chosen.id === 'interior') inside += 1
    }
    expect(inside).toBeGreaterThan(5)
  })

  it('never beats the solver where the escalation is bounded or fixed and a start may be missing', () => {
    const next = stream(3)
    let left = 0
    for (let game = 0; game < 200; game += 1) {
      const sample = limited(next, game % 2 === 0 ? coarse(next) : wide(next))
      if (isOpen(sample)) left += 1
      else check(sample)
    }
    expect(left).toBeLessThan(16)
  })
})
