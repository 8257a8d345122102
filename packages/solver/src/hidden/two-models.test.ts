import { exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { costAt } from '../base/outcome.ts'
import type { Cascade } from '../leader/cascade-offers.ts'
import { recognise } from '../leader/recognise.ts'
import { solveLeader } from '../leader/solve-leader.ts'
import { playOut, type Play } from '../leader/testing/brute-force.ts'
import { coarse, limited, reversed, stream, wide } from '../leader/testing/random-games.ts'
import { sampleGame, type Sample } from '../leader/testing/sample-game.ts'
import { twoModelEquilibria, type TwoModelEquilibrium } from './two-models.ts'

interface Solved {
  readonly cascade: Cascade<Exact>
  readonly play: Play
  readonly found: readonly TwoModelEquilibrium<Exact>[]
}

function solved(sample: Sample): Solved {
  const game = sampleGame(exact, sample)
  const shape = recognise(game)
  if (shape.kind !== 'cascade') throw new Error('a cascade of two')
  const { first, second } = shape.cascade.pair
  const pair = <T>(of: (attempt: typeof first) => T): readonly [T, T] => [of(first), of(second)]
  return {
    cascade: shape.cascade,
    found: twoModelEquilibria(shape.cascade, game.provider.penalty),
    play: {
      p: pair(({ success }) => exact.toNumber(success)),
      c: pair(({ serving }) => exact.toNumber(serving)),
      xi: pair(({ netValue }) => exact.toNumber(netValue)),
      P: exact.toNumber(game.provider.penalty),
    },
  }
}

const grid = Array.from({ length: 41 }, (_, index) => 1 - (1 - index / 40) ** 2)
const number = (x: Exact): number => exact.toNumber(x)

/** By how much either side could do better than in an equilibrium, by a search that knows the order of play only. */
function temptation({ cascade, play }: Solved, at: TwoModelEquilibrium<Exact>): number {
  const first = number(at.first)
  const s = at.escalation === null ? number(cascade.low) : number(at.escalation)
  const mean = (r: number): { readonly U: number; readonly J: number } => {
    const [one, two] = [playOut(play, 0, s, r), playOut(play, 1, s, r)]
    return { U: first * one.U + (1 - first) * two.U, J: first * one.J + (1 - first) * two.J }
  }
  const staying = at.staying === null ? null : number(at.staying)
  const persistences = at.persistence === null ? [0, 1] : [number(at.persistence)]
  const utility = Math.min(...persistences.map((r) => mean(r).U))
  const users = Math.max(...grid.map((r) => mean(r).U)) - utility
  const cost = (of: (r: number) => number): number =>
    staying === null ? of(persistences[0] ?? 0) : staying * of(1) + (1 - staying) * of(0)
  const own = cost((r) => mean(r).J)
  const [low, high] = [number(cascade.low), number(cascade.high)]
  const others = [
    ...(cascade.startsFirst
      ? grid.map((x) => cost((r) => playOut(play, 0, low + x * (high - low), r).J))
      : []),
    ...(cascade.startsSecond ? [cost((r) => playOut(play, 1, 0, r).J)] : []),
  ]
  const scale = Math.max(1e-9, play.P, ...play.c.map((c, index) => Math.abs(c) / (play.p[index] ?? 1)))
  const worth = Math.max(1e-9, ...play.xi.map((xi, index) => Math.abs(xi) / (play.p[index] ?? 1)))
  return Math.max(users / worth, (own - Math.min(...others)) / scale)
}

describe('every equilibrium that is listed', () => {
  const kinds = { coarse, wide, reversed }
  it.each(Object.keys(kinds) as (keyof typeof kinds)[])('is one, in %s games', (kind) => {
    const next = stream(7)
    for (let game = 0; game < 90; game++) {
      const sample = kinds[kind](next)
      const solution = solved(game % 3 === 2 ? limited(next, sample) : sample)
      for (const at of solution.found) {
        expect({ sample, at, by: temptation(solution, at) < 1e-9 }).toMatchObject({ by: true })
      }
      expect({ sample, found: solution.found.length }).not.toMatchObject({ found: 0 })
    }
  })

  it('costs the provider no less than announcing would', () => {
    const next = stream(11)
    for (let game = 0; game < 60; game++) {
      const sample = game % 2 === 0 ? coarse(next) : wide(next)
      const announced = solveLeader(sampleGame(exact, sample))
      if (!announced.ok) throw new Error('not solved')
      const least = number(announced.equilibrium.chosen.cost)
      for (const { outcome } of solved(sample).found) {
        const cost = number(costAt({ arithmetic: exact }, outcome, exact.from(sample.P)))
        const slack = 1e-9 * Math.max(1, Math.abs(least))
        expect({ sample, more: cost >= least - slack }).toMatchObject({ more: true })
      }
    }
  })
})

/** The equilibria by hand, without ties and zeros: start, reply. */
function byHand({ play: { p, c, xi, P } }: Solved): readonly string[] {
  const [p1, p2] = p
  const [x1, x2] = xi.map(Math.sign)
  const eta = c.map((cost, index) => cost - P * (p[index] ?? 0))
  const [e1 = 0, e2 = 0] = eta
  const [D0, D1] = [e1 - e2, e1 * p2 - e2 * p1]
  const crossing = D0 * D1 < 0
  const found: string[] = []
  if (x1 === 1 && x2 === 1) found.push(D1 < 0 ? '1 stays' : '2 stays')
  if (x1 === -1 && x2 === -1) found.push(D0 < 0 ? '1 leaves' : '2 leaves')
  if (x1 === -1 && x2 === 1) {
    if (D1 > 0) found.push('2 stays')
    if (D0 < 0) found.push('1 leaves')
    if (crossing && p1 < p2) found.push('mixed between')
    if (D0 > 0 && D1 < 0 && p1 > p2) found.push('mixed split')
  }
  if (x1 === 1 && x2 === -1) {
    if (D1 < 0) found.push('1 stays')
    if (D0 < 0) found.push('1 leaves')
    if (D0 > 0) found.push('2 leaves')
    if (crossing) found.push('1 between')
    if (D0 > 0 && D1 < 0 && p1 < p2) found.push('mixed split')
  }
  return found.sort()
}

function nameOf({ first, persistence }: TwoModelEquilibrium<Exact>): string {
  const start = number(first) === 1 ? '1' : number(first) === 0 ? '2' : 'mixed'
  if (persistence === null) return `${start} split`
  const r = number(persistence)
  return `${start} ${r === 0 ? 'leaves' : r === 1 ? 'stays' : 'between'}`
}

describe('without ties and zeros', () => {
  it('there are just those of the table', () => {
    const next = stream(23)
    for (let game = 0; game < 160; game++) {
      const solution = solved(game % 2 === 0 ? wide(next) : reversed(next))
      expect(solution.found.map(nameOf).sort()).toEqual(byHand(solution))
    }
  })
})

describe('where the start is mixed', () => {
  it('utilities range over the set, and at its worst the attempt is worth nothing or the menu ends', () => {
    const next = stream(31)
    let seen = 0
    for (let game = 0; game < 140; game++) {
      const sample = wide(next)
      const solution = solved(sample)
      for (const { utilities, outcome, persistence, escalations } of solution.found) {
        if (persistence === null || escalations === null) continue
        const [from, to] = [number(utilities.from), number(utilities.to)]
        expect(from).toBeLessThanOrEqual(to)
        expect(number(outcome.utility)).toBeLessThanOrEqual(to)
        if (number(persistence) > 0 && number(persistence) < 1) {
          seen++
          expect(from).toBeGreaterThanOrEqual(0)
        }
      }
    }
    expect(seen).toBeGreaterThan(5)
  })
})
