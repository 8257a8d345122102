import { exact, type Exact } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { coarse, limited, stream, wide } from '../leader/testing/random-games.ts'
import { sampleGame, type Sample } from '../leader/testing/sample-game.ts'
import { poseProblem } from '../leader/pose-problem.ts'
import { solveOffers } from '../leader/solve-offers.ts'
import { solveUserChoice } from '../leader/user-choice.ts'
import { replies } from '../oracle/replies.ts'
import {
  escalations,
  latencyVectors,
  searchAgainst,
  searchProvider,
  searchUserWithin,
} from '../oracle/search.ts'
import type { Table } from '../oracle/table.ts'
import { tableOf } from '../oracle/table-of.ts'
import { throttle, type Throttling } from './throttle.ts'

const pick = <T>(next: () => number, from: readonly [T, ...T[]]): T =>
  from[Math.floor(next() * from.length)] ?? from[0]

const double = (x: string | number): number => exact.toNumber(exact.from(x))

interface Answer {
  readonly before: number
  readonly throttling: Throttling<Exact>
}

function answer(sample: Sample, ceiling: string | null): Answer | null {
  const game = sampleGame(exact, sample)
  const posed = poseProblem(game)
  if (!posed.ok) return null
  const chooses = game.chain.chooser === 'user'
  const base = chooses ? solveUserChoice(posed.problem) : solveOffers(posed.problem)
  const most = ceiling === null ? null : exact.from(ceiling)
  return {
    before: exact.toNumber(base.chosen.cost),
    throttling: throttle(game, posed.problem, base, most),
  }
}

const scaleOf = ({ P, c, p }: Table): number =>
  Math.max(P, ...c.map((cost, index) => Math.abs(cost) / (p[index] ?? 1)), Number.MIN_VALUE)

/** Compares one game with a search over latencies, escalations and replies. */
function check(sample: Sample, ceiling: string | null, fineness: number): 'pays' | 'idle' | 'open' {
  const found = answer(sample, ceiling)
  if (found === null) return 'open'
  const { before, throttling } = found
  const table = tableOf(sample)
  const where = JSON.stringify({ sample, ceiling })
  const slack = 1e-6 * scaleOf(table)
  const most = ceiling === null ? null : double(ceiling)
  const { p, f, V, kappa } = table
  const worthless = (model: number): readonly number[] => {
    if (kappa === 0) return []
    const t = (V * (p[model] ?? 0) - (f[model] ?? 0)) / kappa
    return [t, t * 1.5 + 0.01]
  }
  const actionOf = throttling.action
  const own = actionOf?.latencies.map((t) => exact.toNumber(t)) ?? []
  const vectors = latencyVectors(table, (model) => [...worthless(model), own[model] ?? 0], most, fineness)
  const s = throttling.action?.candidate.escalation
  const tried = escalations(table, 11, s === null || s === undefined ? [] : [exact.toNumber(s)])
  const cost = before - exact.toNumber(throttling.gain)
  const searched = searchProvider(table, vectors, tried)
  expect(searched.cost, `slowing does better: ${where}`).toBeGreaterThanOrEqual(cost - slack)
  if (actionOf === null) return 'idle'
  const announced = {
    start: actionOf.candidate.route.start,
    s: s === null || s === undefined ? 0 : exact.toNumber(s),
    t: own,
  }
  const reply = replies(table, announced, 1e-10, [exact.toNumber(actionOf.candidate.persistence)])
  const reached = table.menu === 'choice' ? searchProvider(table, [own], tried).cost : reply.least
  expect(reached, where).toBeLessThanOrEqual(cost + 1e-7 * scaleOf(table))
  expect(reply.utility, where).toBeCloseTo(exact.toNumber(actionOf.candidate.utility), 6)
  if (table.menu !== 'choice') {
    const kindest = searchUserWithin(table, vectors, tried, cost + 1e-9 * Math.max(table.P, ...table.c))
    const size = Math.max(V, Math.abs(reply.utility))
    expect(reply.utility, `slowing harms less: ${where}`).toBeGreaterThanOrEqual(kindest - 1e-7 * size)
  }
  own.forEach((t, model) => {
    expect(t, where).toBeGreaterThanOrEqual(table.t[model] ?? 0)
    if (most !== null && t > (table.t[model] ?? 0)) expect(t, where).toBeLessThanOrEqual(most)
  })
  return 'pays'
}

/** Models worth waiting for and penalties that hardly matter: here slowing is tempting. */
function tempting(next: () => number): Sample {
  const { p, t } = coarse(next)
  return {
    p,
    t,
    c: [pick(next, ['1', '2', '1/2', '4']), pick(next, ['1', '2', '1/2', '4'])],
    f: [pick(next, ['0', '0', '1/4']), pick(next, ['0', '0', '1/4'])],
    V: pick(next, ['2', '5', '9/4', '1']),
    kappa: pick(next, ['1', '1', '2', '0']),
    P: pick(next, ['0', '1/8', '1/2', '1', '3', '8']),
  }
}

describe('throttling against a search over latencies', () => {
  it('finds all that slowing brings, games of zeros and ties', () => {
    const next = stream(11)
    let pays = 0
    for (let game = 0; game < 500; game += 1) {
      const ceiling = pick<string | null>(next, [null, null, '1/2', '2', '5'])
      const sample = game % 3 === 0 ? coarse(next) : tempting(next)
      if (check(sample, ceiling, 4) === 'pays') pays += 1
    }
    expect(pays).toBeGreaterThan(20)
  })

  it('finds all that slowing brings, games of any order and size', () => {
    const next = stream(12)
    let pays = 0
    for (let game = 0; game < 250; game += 1) {
      const ceiling = pick<string | null>(next, [null, null, '1/2', '1/5', '1'])
      if (check(wide(next), ceiling, 6) === 'pays') pays += 1
    }
    expect(pays).toBeGreaterThan(10)
  })

  it('finds all that slowing brings where the escalation is bounded and a start may be missing', () => {
    const next = stream(13)
    let pays = 0
    for (let game = 0; game < 120; game += 1) {
      const sample = limited(next, game % 2 === 0 ? tempting(next) : wide(next))
      const ceiling = pick<string | null>(next, [null, '1/2', '2', '1/5'])
      if (check(sample, ceiling, 6) === 'pays') pays += 1
    }
    expect(pays).toBeGreaterThan(10)
  })

  it('finds all that slowing brings in menus of three models without escalation', () => {
    const next = stream(14)
    let pays = 0
    for (let game = 0; game < 400; game += 1) {
      const [one, two] = [tempting(next), tempting(next)]
      const third = <T>(x: readonly T[] = [], y: readonly T[] = []): readonly T[] => [...x, ...y.slice(0, 1)]
      const sample: Sample = {
        ...one,
        p: third(one.p, two.p),
        c: third(one.c, two.c),
        t: third(one.t, two.t),
        f: third(one.f, two.f),
        form: game % 2 === 0 ? 'static' : 'choice',
      }
      const ceiling = pick<string | null>(next, [null, '1/2', '2', '1'])
      if (check(sample, ceiling, 4) === 'pays') pays += 1
    }
    expect(pays).toBeGreaterThan(20)
  })
})

describe('what throttling says of itself', () => {
  const draw = (seed: number, count: number, see: (sample: Sample, ceiling: string | null) => void): void => {
    const next = stream(seed)
    for (let game = 0; game < count; game += 1) {
      const sample = game % 3 === 0 ? wide(next) : tempting(next)
      see(
        { ...sample, form: pick(next, ['cascade', 'cascade', 'static', 'choice']) },
        pick(next, [null, '1.013', '3.017']),
      )
    }
  }

  it('pays inside the penalties that it names, and nowhere else', () => {
    let named = 0
    draw(21, 200, (sample, ceiling) => {
      const ranges = answer(sample, ceiling)?.throttling.ranges ?? []
      named += ranges.length
      const number = (x: string): Exact => exact.from(x)
      const ends = ranges.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])])
      const places = ends.flatMap((end) => [
        exact.mul(end, number('999/1000')),
        exact.add(exact.mul(end, number('1001/1000')), number('1/1000000')),
      ])
      for (const place of [...places, number('1000')]) {
        const P = exact.toExact(place)
        if (typeof P !== 'string' || P === '0') continue
        const inside = ranges.some(({ from, to }) => {
          const above = exact.sign(exact.sub(place, from)) >= 0
          return above && (to === null || exact.sign(exact.sub(to, place)) > 0)
        })
        const now = answer({ ...sample, P }, ceiling)?.throttling
        expect(now?.pays, JSON.stringify({ sample, ceiling, P })).toBe(inside)
      }
    })
    expect(named).toBeGreaterThan(50)
  })

  it('slows no model more than it must', () => {
    let slowed = 0
    draw(22, 200, (sample, ceiling) => {
      const found = answer({ ...sample, kappa: 1 }, ceiling)
      const action = found?.throttling.action ?? null
      if (found === null || action === null) return
      const table = tableOf({ ...sample, kappa: 1 })
      const cost = found.before - exact.toNumber(found.throttling.gain)
      const { escalation, route } = action.candidate
      const s = escalation === null ? 0 : exact.toNumber(escalation)
      const own = action.latencies.map((t) => exact.toNumber(t))
      own.forEach((t, model) => {
        const before = table.t[model] ?? 0
        if (t <= before) return
        slowed += 1
        const less = own.map((each, index) => (index === model ? before + (t - before) * 0.99 : each))
        const tried = searchProvider(
          { ...table, starts: table.menu === 'choice' ? table.starts : [route.start] },
          [less],
          [s],
        )
        expect(tried.cost, JSON.stringify({ sample, ceiling })).toBeGreaterThan(cost)
      })
    })
    expect(slowed).toBeGreaterThan(50)
  })

  it('saves as much where ties of the user break against the provider, but for zeros', () => {
    draw(23, 200, (sample, ceiling) => {
      const own = {
        ...sample,
        t: sample.t.map((t, model) => exact.toNumber(exact.from(t)) + 0.0371 * (model + 1)),
      }
      const strong = answer(own, ceiling)
      const weak = answer({ ...own, ties: 'weak' }, ceiling)
      if (strong === null || weak === null) throw new Error('free cascades are solved')
      expect(exact.toNumber(weak.throttling.gain), JSON.stringify({ own, ceiling })).toBeCloseTo(
        exact.toNumber(strong.throttling.gain),
        9,
      )
    })
  })

  it('is the infimum where ties of the user break against the provider, zeros and all', () => {
    let pays = 0
    draw(24, 400, (sample, ceiling) => {
      const found = answer({ ...sample, ties: 'weak' }, ceiling)
      if (found === null) throw new Error('free cascades are solved')
      const cost = found.before - exact.toNumber(found.throttling.gain)
      if (found.throttling.pays) pays += 1
      const table = tableOf(sample)
      const scale = scaleOf(table)
      const most = ceiling === null ? null : exact.toNumber(exact.from(ceiling))
      const action = found.throttling.action
      const special = (model: number): readonly number[] => {
        const worthless = (table.V * (table.p[model] ?? 0) - (table.f[model] ?? 0)) / (table.kappa || 1)
        const own = action === null ? [] : [exact.toNumber(action.latencies[model] ?? exact.from(0))]
        return table.kappa === 0 ? [] : [worthless, ...own].flatMap((t) => [t, t + 1e-6])
      }
      const s0 = found.throttling.equilibrium.candidates.flatMap(({ escalation }) =>
        escalation === null ? [] : [-1e-6, 0, 1e-6].map((step) => exact.toNumber(escalation) + step),
      )
      const searched = searchAgainst(
        table,
        latencyVectors(table, special, most, 3),
        escalations(table, 6, s0),
      )
      const where = JSON.stringify({ sample, ceiling, id: action?.candidate.id })
      expect(searched, where).toBeGreaterThanOrEqual(cost - 1e-6 * scale)
      expect(searched, where).toBeLessThanOrEqual(cost + 1e-3 * scale)
    })
    expect(pays).toBeGreaterThan(20)
  })
})
