import { exact, type Exact } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cascades, solveProblem, type Solution } from '../document/solution.ts'
import { sampleInstance } from '../document/testing/sample-instance.ts'
import { poseProblem } from '../leader/pose-problem.ts'
import { coarse, limited, stream, wide } from '../leader/testing/random-games.ts'
import { sampleGame, type Sample } from '../leader/testing/sample-game.ts'
import { escalations, searchUser } from '../oracle/search.ts'
import { tableOf } from '../oracle/table-of.ts'

function solution(sample: Sample): Solution<Exact> | null {
  const game = sampleGame(exact, sample)
  const posed = poseProblem(game)
  return posed.ok ? solveProblem(game, posed.problem, sampleInstance(sample)) : null
}

const value = (x: Exact): number => exact.toNumber(x)
const sign = (x: Exact): number => exact.sign(x)

/** Games from a seed: coarse ones with many ties, or wide ones of any order and size. */
const games = fc
  .record({ seed: fc.nat(), kind: fc.constantFrom('coarse', 'wide') })
  .map(({ seed, kind }) => (kind === 'coarse' ? coarse(stream(seed)) : wide(stream(seed))))
const limitedGames = fc.nat().map((seed) => {
  const next = stream(seed)
  return limited(next, seed % 2 === 0 ? coarse(next) : wide(next))
})
const runs = { numRuns: 300, seed: 5 }

describe('misalignment', () => {
  it('is never negative, and neither is what aligning costs', () => {
    fc.assert(
      fc.property(limitedGames, fc.constantFrom('strong' as const, 'weak' as const), (sample, ties) => {
        const found = solution({ ...sample, ties })
        if (found === null) return
        expect(sign(found.gap)).toBeGreaterThanOrEqual(0)
        expect(value(found.regret)).toBeGreaterThanOrEqual(0)
      }),
      runs,
    )
  })

  it('is measured against the best that a search over all routes finds for the user', () => {
    fc.assert(
      fc.property(limitedGames, (sample) => {
        const found = solution(sample)
        if (found === null) return
        const table = tableOf(sample)
        const searched = searchUser(table, escalations(table, 9))
        const size = Math.max(
          ...table.p.map((p, i) => (table.V * p + (table.t[i] ?? 0) + (table.f[i] ?? 0)) / p),
        )
        expect(Math.abs(searched - value(found.best.utility))).toBeLessThanOrEqual(1e-9 * size)
      }),
      runs,
    )
  })

  it('is there with two models worth the wait exactly when the two sides rank them apart (Prop. 1)', () => {
    fc.assert(
      fc.property(games, (sample) => {
        const found = solution({ ...sample, V: 60_000, f: [] })
        if (found === null || found.equilibrium.case !== '++') return
        expect(sign(found.gap) > 0).toBe(found.orders?.conflict)
        if (!found.orders?.conflict) return
        const [one = 0, two = 0] = tableOf(sample).t.map((t, i) => t / (tableOf(sample).p[i] ?? 1))
        const kappa = Number(sample.kappa ?? 1)
        expect(value(found.gap) / (kappa * Math.abs(one - two))).toBeCloseTo(1, 9)
      }),
      runs,
    )
  })

  it('is there wherever a strict cascade is the provider choice: the two sides are in conflict', () => {
    let strict = 0
    fc.assert(
      fc.property(games, (sample) => {
        const found = solution(sample)
        if (found === null || !cascades(found.game, found.equilibrium.chosen)) return
        const escalation = found.equilibrium.chosen.escalation
        if (escalation === null || exact.sign(escalation) === 0) return
        strict += 1
        expect(found.orders?.conflict, JSON.stringify(sample)).toBe(true)
      }),
      { numRuns: 800, seed: 7 },
    )
    expect(strict).toBeGreaterThan(10)
  })

  it('scales with the money, the time and the utility, and with nothing else', () => {
    const times = (factor: number, x: string | number): string =>
      exact.toExact(exact.mul(exact.from(factor), exact.from(x))) as string
    fc.assert(
      fc.property(games, (sample) => {
        const plain = solution({ ...sample, f: [] })
        const scaled = solution({
          ...sample,
          f: [],
          c: sample.c.map((c) => times(3, c)),
          P: times(3, sample.P),
          t: sample.t.map((t) => times(7, t)),
          V: times(5, sample.V),
          kappa: exact.toExact(
            exact.div(exact.mul(exact.from(5), exact.from(sample.kappa ?? 1)), exact.from(7)),
          ) as string,
        })
        if (plain === null || scaled === null) return
        expect(value(scaled.equilibrium.chosen.cost)).toBeCloseTo(3 * value(plain.equilibrium.chosen.cost), 6)
        expect(value(scaled.gap)).toBeCloseTo(5 * value(plain.gap), 6)
        expect(scaled.equilibrium.chosen.id).toBe(plain.equilibrium.chosen.id)
        expect(scaled.throttling.pays).toBe(plain.throttling.pays)
      }),
      runs,
    )
  })

  it('does not depend on the order in which a menu without escalation names its models', () => {
    fc.assert(
      fc.property(games, fc.constantFrom('static' as const, 'choice' as const), (sample, form) => {
        const turned = <T>(list: readonly T[] = []): readonly T[] => [...list].reverse()
        const { p, c, t, f } = sample
        const plain = solution({ ...sample, form })
        const other = solution({ ...sample, form, p: turned(p), c: turned(c), t: turned(t), f: turned(f) })
        if (plain === null || other === null) throw new Error('menus without escalation are solved')
        expect(exact.toExact(other.gap)).toEqual(exact.toExact(plain.gap))
        expect(exact.toExact(other.throttling.gain)).toEqual(exact.toExact(plain.throttling.gain))
        expect(exact.toExact(other.throttling.harm)).toEqual(exact.toExact(plain.throttling.harm))
        expect(other.orders?.conflict).toBe(plain.orders?.conflict)
      }),
      runs,
    )
  })
})

describe('orders', () => {
  it('put equals in one group, and compare prices in', () => {
    const sample: Sample = {
      p: ['1/2', '1/4', '1'],
      c: ['1', '1/2', '3'],
      t: ['1', '1/2', '1'],
      f: ['0', '0', '2'],
      V: 9,
      P: 1,
      form: 'static',
    }
    expect(solution(sample)?.orders).toEqual({
      provider: [[2], [0, 1]],
      users: [[[0, 1], [2]]],
      conflict: true,
      paper: false,
    })
  })
})
