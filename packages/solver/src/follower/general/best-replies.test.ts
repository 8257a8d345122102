import { compare, exact, float, mapGame, type Exact } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transitionMatrix } from '../../chain/transitionMatrix.ts'
import { menuGame, type MenuSample } from '../../general/testing/random-menus.ts'
import { attemptDistribution } from '../../process/attempt-distribution.ts'
import { payoffs } from '../../process/payoffs.ts'
import { processOf, type Process } from '../../process/process.ts'
import type { UserReply } from '../../process/reply.ts'
import { attemptWith } from '../../base/attempt.ts'
import { bestResponse } from '../best-response.ts'
import { persistenceIntervals } from '../persistence-set.ts'
import { EndlessTask } from './endless-task.ts'
import { bestReplies, type BestReplies } from './best-replies.ts'

interface Played {
  readonly process: Process<Exact>
  readonly nearby: Process<number>
  readonly transitions: readonly (readonly Exact[])[]
  readonly start: number
  readonly replies: BestReplies<Exact>
}

/** A sample played at escalations in twentieths. */
function play(sample: MenuSample, escalations: readonly number[], start = 0): Played {
  const game = menuGame(exact, sample)
  const variables = game.chain.variables.map((_, index) =>
    exact.div(exact.from(escalations[index] ?? 0), exact.from(20)),
  )
  const transitions = transitionMatrix(game, variables)
  const [user] = game.users
  if (user === undefined) throw new TypeError('a sample without a user')
  const process = processOf(game, user)
  const doubles = mapGame(game, float, (n) => exact.toNumber(n))
  const [nearbyUser = doubles.users[0]] = doubles.users
  if (nearbyUser === undefined) throw new TypeError('a sample without a user')
  return {
    process,
    nearby: processOf(doubles, nearbyUser),
    transitions,
    start,
    replies: bestReplies(process, transitions, start, 'strong'),
  }
}

function utility({ nearby, transitions, start }: Played, reply: UserReply<number>): number {
  const rows = transitions.map((row) => row.map((k) => exact.toNumber(k)))
  return payoffs(nearby, rows, start, reply).utility ?? -Infinity
}

const hundredths = fc.integer({ min: 1, max: 100 })
const models = (
  count: number,
  kinds: number,
  sees: 'nothing' | 'model' | 'attempts',
): fc.Arbitrary<MenuSample> =>
  fc.record({
    form: fc.constant('escalate' as const),
    p: fc.array(fc.array(hundredths, { minLength: count, maxLength: count }), {
      minLength: kinds,
      maxLength: kinds,
    }),
    t: fc.array(fc.integer({ min: 0, max: 150 }), { minLength: count, maxLength: count }),
    c: fc.array(hundredths, { minLength: count, maxLength: count }),
    users: fc.integer({ min: 1, max: 300 }).map((V) => [{ V, sees }]),
    P: hundredths,
  })
const steps = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 6, maxLength: 6 })

describe('the best persistence', () => {
  it('is not beaten by any of a grid, for one to three models and one or two kinds of task', () => {
    const sample = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
      .chain(([count, kinds]) => models(count, kinds, 'nothing'))
    fc.assert(
      fc.property(sample, steps, (game, escalations) => {
        const played = play(game, escalations)
        const best = exact.toNumber(played.replies.utility)
        for (let i = 0; i <= 60; i++) {
          const persistence = i / 60
          const found = utility(played, { kind: 'stationary', persistence })
          expect(found).toBeLessThanOrEqual(best + 1e-9 * Math.max(1, Math.abs(best)))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is that of the two-model formulas, ties included', () => {
    const coarse = fc.constantFrom(0, 25, 50, 100, 200)
    const pair = fc.tuple(coarse, coarse)
    const success = fc.constantFrom(25, 50, 100)
    fc.assert(
      fc.property(fc.tuple(success, success), pair, coarse, fc.integer({ min: 0, max: 20 }), (p, t, V, s) => {
        const sample: MenuSample = { form: 'cascade', p: [p], t, c: [10, 20], users: [{ V }], P: 100 }
        const game = menuGame(exact, sample)
        const [first, second] = game.models
        const [user] = game.users
        if (first === undefined || second === undefined || user === undefined) return
        const pairOf = {
          arithmetic: exact,
          first: attemptWith(game, first, user),
          second: attemptWith(game, second, user),
        }
        const formula = bestResponse(pairOf, 'first', exact.div(exact.from(s), exact.from(20)))
        const { replies } = play(sample, [s])
        const ends = (set: readonly { from: Exact; to: Exact }[]): readonly number[][] =>
          set.map(({ from, to }) => [exact.toNumber(from), exact.toNumber(to)])
        expect(ends(replies.persistenceSet ?? [])).toEqual(ends(persistenceIntervals(exact, formula)))
      }),
      { numRuns: 300 },
    )
  })

  it('is never to go on for ever with a model that never succeeds on some tasks', () => {
    const sample: MenuSample = {
      form: 'cascade',
      p: [
        [90, 90],
        [0, 0],
      ],
      t: [0, 0],
      c: [1, 1],
      users: [{ V: 100 }],
      P: 100,
    }
    // The longer she stays the better, and staying for good has no end: there is no best reply, and none is made up.
    expect(() => play(sample, [10])).toThrow(EndlessTask)
    const busy = play({ ...sample, t: [1, 1] }, [10]).replies
    expect(busy.payoffs.finite).toBe(true)
    expect(busy.chosen.kind === 'stationary' && compare(exact, busy.chosen.persistence, exact.from(1))).toBe(
      -1,
    )
  })
})

describe('a user who sees which model answered', () => {
  it('stops as no other rule of staying and leaving would do better', () => {
    fc.assert(
      fc.property(models(3, 1, 'model'), steps, (game, escalations) => {
        const played = play(game, escalations)
        const best = exact.toNumber(played.replies.utility)
        for (let rule = 0; rule < 8; rule++) {
          const persistence = [0, 1, 2].map((j) => (rule >> j) & 1)
          const found = utility(played, { kind: 'by-state', persistence })
          expect(found).toBeLessThanOrEqual(best + 1e-9 * Math.max(1, Math.abs(best)))
        }
      }),
      { numRuns: 120 },
    )
  })
})

describe('a user who counts failures', () => {
  const sample = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
    .chain(([count, kinds]) => models(count, kinds, 'attempts'))

  it('leaves after as many as are best, and no one persistence does better', () => {
    fc.assert(
      fc.property(sample, steps, (game, escalations) => {
        const played = play(game, escalations)
        const best = exact.toNumber(played.replies.utility)
        const slack = 1e-9 * Math.max(1, Math.abs(best))
        for (let failures = 1; failures <= 40; failures++) {
          expect(utility(played, { kind: 'leaves-after', failures })).toBeLessThanOrEqual(best + slack)
        }
        for (let i = 0; i <= 20; i++) {
          expect(utility(played, { kind: 'stationary', persistence: i / 20 })).toBeLessThanOrEqual(
            best + slack,
          )
        }
      }),
      { numRuns: 50 },
    )
  })

  it('has at each persistence the mean of her stopping times: U(r) = Σ (1 - r) r^(m-1) S_m', () => {
    fc.assert(
      fc.property(sample, steps, fc.integer({ min: 0, max: 8 }), (game, escalations, tenths) => {
        const played = play(game, escalations)
        const r = tenths / 10
        let mean = 0
        for (let m = 1; m <= 400; m++) {
          mean += (1 - r) * r ** (m - 1) * utility(played, { kind: 'leaves-after', failures: m })
        }
        expect(mean).toBeCloseTo(utility(played, { kind: 'stationary', persistence: r }), 9)
      }),
      { numRuns: 10 },
    )
  })
})

describe('an outside option', () => {
  const at = (outside: number): BestReplies<Exact> =>
    play({ form: 'cascade', p: [[50, 50]], t: [50, 50], c: [1, 1], users: [{ V: 200, outside }], P: 100 }, [])
      .replies

  it('is taken where it is worth more than the best reply, and the provider then pays the penalty', () => {
    // ξ = 0.5 and U = 1 from the first attempt on.
    expect(at(99).chosen.kind).toBe('stationary')
    expect(at(101).chosen.kind).toBe('outside')
    expect(exact.toNumber(at(101).payoffs.cost ?? exact.from(0))).toBe(1)
  })

  it('is left where both are worth the same and beginning costs the provider less', () => {
    expect(at(100).chosen.kind).toBe('stationary')
  })
})

describe('the number of attempts', () => {
  it('is geometric for a user who stays with one model', () => {
    const { process, transitions } = play(
      { form: 'cascade', p: [[50]], t: [1], c: [1], users: [{ V: 100 }], P: 1 },
      [],
    )
    const reply = { kind: 'stationary', persistence: exact.from(1) } as const
    const { exactly, more } = attemptDistribution(process, transitions, 0, reply, 3)
    expect([...exactly, more].map((n) => exact.toNumber(n))).toEqual([0.5, 0.25, 0.125, 0.125])
  })
})
