import { exact, float, type Exact, type Game } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { bestResponse } from '../follower/best-response.ts'
import { recognise } from '../leader/recognise.ts'
import { playOut, type Play } from '../leader/testing/brute-force.ts'
import { stream } from '../leader/testing/random-games.ts'
import { sampleGame, type Sample } from '../leader/testing/sample-game.ts'
import { searchLimits } from '../search/limits.ts'
import { announce } from './announce.ts'
import { pose } from './posed.ts'
import { solveGeneral } from './solve-general.ts'

const units = { cost: 'USD', time: 's', utility: 's' }

function hesitant(sample: Sample, rationality: number): Game<Exact> {
  const game = sampleGame(exact, sample)
  return { ...game, users: game.users.map((user) => ({ ...user, rationality: exact.from(rationality) })) }
}

function replyTo(sample: Sample, rationality: number, start: number, s: number): number {
  const { replies } = announce(pose(hesitant(sample, rationality)), { start, variables: [exact.from(s)] })
  const reply = replies[0]?.chosen
  if (reply?.kind !== 'stationary') throw new Error('one persistence')
  return exact.toNumber(reply.persistence)
}

function playOf(sample: Sample): Play {
  const shape = recognise(sampleGame(exact, sample))
  if (shape.kind !== 'cascade') throw new Error('a cascade')
  const { first, second } = shape.cascade.pair
  const n = (x: Exact): number => exact.toNumber(x)
  return {
    p: [n(first.success), n(second.success)],
    c: [n(first.serving), n(second.serving)],
    xi: [n(first.netValue), n(second.netValue)],
    P: Number(sample.P),
  }
}

/** `W(r)` by a difference of the utility and the expected failures, from the recursion over attempts. */
function worthOf(play: Play, start: 0 | 1, s: number, r: number): number {
  const h = 1e-6
  const slope = (playOut(play, start, s, r + h).U - playOut(play, start, s, r - h).U) / (2 * h)
  const failures = playOut({ ...play, xi: [1 - play.p[0], 1 - play.p[1]] }, start, s, r).U
  return slope / failures
}

/** The first solution from 1/2 on, step by small step of the odds. */
function slowly(play: Play, start: 0 | 1, s: number, lambda: number): number {
  const side = worthOf(play, start, s, 0.5) > 0 ? 1 : -1
  const at = (x: number): number => 1 / (1 + Math.exp(-side * x))
  let x = 0
  while (x < 12 && side * lambda * worthOf(play, start, s, at(x)) > x) x += 2e-3
  return at(x)
}

function random(next: () => number): Sample {
  const share = (): number => Math.round(5 + 90 * next()) / 100
  return {
    p: [share(), share()],
    c: [Math.round(100 * next()) / 10, Math.round(100 * next()) / 10],
    t: [Math.round(100 * next()) / 100, Math.round(100 * next()) / 100],
    V: Math.round(150 * next()) / 100,
    P: Math.round(200 * next()) / 10,
  }
}

describe('the reply of a user who is not perfectly rational', () => {
  it('is the first solution from 1/2 on', () => {
    const next = stream(3)
    for (let game = 0; game < 40; game++) {
      const sample = random(next)
      const [start, s, lambda] = [
        next() < 0.7 ? 0 : 1,
        Math.round(100 * next()) / 100,
        0.1 + 6 * next(),
      ] as const
      const expected = slowly(playOf(sample), start, s, lambda)
      if (expected < 1e-4 || expected > 1 - 1e-4) continue
      expect(replyTo(sample, lambda, start, s)).toBeCloseTo(expected, 2)
    }
  })

  it('follows the lowest of three solutions up to the fold, and then jumps', () => {
    // p1 = .03, s = 0, ξ1 = 1: three solutions for .182 < λ < .311.
    const sample: Sample = { p: ['0.03', '0.5'], c: [1, 1], t: [0, 0], V: '100/3', P: 1 }
    const at = (lambda: number): number => replyTo(sample, lambda, 0, 0)
    expect(at(0.1)).toBeLessThan(0.6)
    expect(at(0.25)).toBeLessThan(0.8)
    expect(at(0.31)).toBeLessThan(0.9)
    expect(at(0.3125)).toBeGreaterThan(0.999)
    // ln(r/(1-r)) = λ/(1 - .97 r) at the reply.
    const r = at(0.25)
    expect(Math.log(r / (1 - r))).toBeCloseTo(0.25 / (1 - 0.97 * r), 9)
  })

  it('tends to the best response where both models, neither or the first alone are worth the wait', () => {
    const next = stream(5)
    let seen = 0
    for (let game = 0; game < 60; game++) {
      const sample = random(next)
      const shape = recognise(sampleGame(float, sample))
      if (shape.kind !== 'cascade') throw new Error('a cascade')
      const { pair } = shape.cascade
      if (pair.first.netValue < 0.01 && pair.second.netValue > -0.01) continue
      if (Math.min(Math.abs(pair.first.netValue), Math.abs(pair.second.netValue)) < 0.02) continue
      const s = Math.round(100 * next()) / 100
      const best = bestResponse(pair, 'first', s)
      if (best.kind !== 'point') continue
      seen++
      expect(Math.abs(replyTo(sample, 3000, 0, s) - best.at)).toBeLessThan(0.06)
    }
    expect(seen).toBeGreaterThan(20)
  })

  it('may walk down to leaving where only the second model is worth the wait, though staying is better', () => {
    // ξ = (-1/2, 1/10): from there on the utility falls and then rises, and 1/2 lies on the slope that falls.
    const sample: Sample = { p: ['0.1', '0.1'], c: [1, 1], t: ['0.6', '0'], V: 1, P: 1 }
    const pair = recognise(sampleGame(float, sample))
    if (pair.kind !== 'cascade') throw new Error('a cascade')
    expect(bestResponse(pair.cascade.pair, 'first', 0.4)).toEqual({ kind: 'point', at: 1 })
    expect(replyTo(sample, 1000, 0, 0.4)).toBeLessThan(0.01)
  })

  it('stays strictly inside (0, 1), however rational she is', () => {
    const sample: Sample = { p: ['1/2', '1/2'], c: [1, 1], t: [0, 0], V: 2, P: 1 }
    const { replies } = announce(pose(hesitant(sample, 100)), { start: 0, variables: [exact.from(0)] })
    const reply = replies[0]?.chosen
    if (reply?.kind !== 'stationary') throw new Error('one persistence')
    const leaves = exact.toNumber(exact.sub(exact.from(1), reply.persistence))
    // λ W = 100 · 1/(1 - r/2) = 200 near r = 1.
    expect(Math.log(leaves)).toBeCloseTo(-200, 6)
  })
})

describe('the provider against users who are not perfectly rational', () => {
  it('does not do worse than a grid of routes, nor better than its bound', () => {
    const next = stream(11)
    for (let game = 0; game < 4; game++) {
      const sample = random(next)
      const posed = pose(hesitant(sample, 0.5 + 4 * next()))
      const solved = solveGeneral(posed, { units }, searchLimits({}))
      const cost = exact.toNumber(solved.provider.cost)
      expect(exact.toNumber(solved.bounds.lower)).toBeLessThanOrEqual(cost)
      for (let k = 0; k <= 24; k++) {
        for (const start of [0, 1]) {
          const found = exact.toNumber(announce(posed, { start, variables: [exact.from(k / 24)] }).cost)
          expect(found).toBeGreaterThanOrEqual(cost - 1e-6 * cost)
          expect(found).toBeGreaterThanOrEqual(exact.toNumber(solved.bounds.lower) - 1e-9 * cost)
        }
      }
    }
  })
})
