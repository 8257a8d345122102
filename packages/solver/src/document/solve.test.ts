import type { Expression, SolutionDocument } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { stream, wide } from '../leader/testing/random-games.ts'
import { solve } from './solve.ts'
import { num, sampleInstance, type SampleInstance } from './testing/sample-instance.ts'

function solved(sample: SampleInstance, churn?: string): SolutionDocument {
  const assignment = new Map(churn === undefined ? [] : [['churn', num(churn)]])
  const result = solve(sampleInstance(sample), assignment)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.document
}

/** Both models are worth the wait; the first is the cheaper way to a solution, the second the faster. */
const both: SampleInstance = { p: ['1/2', '3/4'], c: [1, 3], t: ['1/2', '1/4'], V: 2, P: 5 }

describe('a game in which throttling pays below a penalty of 2', () => {
  it('stays at the first model, at the users expense', () => {
    const { route, users, provider, misalignment } = solved(both)
    expect(route).toEqual({
      start: 'm1',
      escalation: { m1: 0 },
      transitions: { m1: { m1: 1, m2: 0 }, m2: { m2: 1 } },
      escalationSet: [{ from: 0, to: 0 }],
      cascades: false,
    })
    expect(users).toEqual([
      {
        name: 'user',
        label: null,
        weight: 1,
        regime: '++',
        begins: true,
        abandonment: 0,
        abandonmentSet: [[0, 0]],
        success: 1,
        latency: 1,
        attempts: 2,
        utility: 1,
        best: { utility: 5 / 3, route: { start: 'm2', escalation: { m1: 0 } } },
        gap: 2 / 3,
      },
    ])
    expect(provider).toMatchObject({ cost: 2, serving: 2, loss: 0, regret: 2 })
    expect(misalignment).toEqual({ gap: 2 / 3, relative: 0.4 })
  })

  it('would slow down the second model only, as a threat', () => {
    expect(solved(both, '1').throttling).toEqual({
      pays: true,
      gain: 0.5,
      harm: 0.5,
      latencies: { m1: 0.5, m2: 1.5 },
      route: { start: 'm1', escalation: { m1: 1 } },
      startsAt: 0,
      endsAt: 2,
      alone: [
        { model: 'm1', latency: 1, gain: 0.5, enough: true, route: { start: 'm1', escalation: { m1: 0 } } },
        { model: 'm2', latency: 1.5, gain: 0.5, enough: true, route: { start: 'm1', escalation: { m1: 1 } } },
      ],
    })
    expect(solved(both, '2').throttling).toMatchObject({ pays: false, gain: 0, harm: 0, endsAt: 2 })
  })

  it('is the game that is solved where the provider throttles', () => {
    const { route, users, provider, throttling, candidates } = solved({ ...both, P: 1, throttle: 2 })
    expect(throttling).toMatchObject({ pays: true, latencies: { m1: 0.5, m2: 1.5 } })
    expect(route).toMatchObject({ start: 'm1', escalation: { m1: 1 }, cascades: false })
    expect(users[0]).toMatchObject({ abandonment: 1, abandonmentSet: [[0, 1]], utility: 0.5, gap: 7 / 6 })
    expect(provider).toMatchObject({ cost: 1.5, serving: 1, loss: 0.5, regret: 2.5 })
    expect(candidates?.map(({ id }) => id)).toEqual(['Q1', 'C1', 'Q2', 'C2'])
  })

  it('slows the first model where the ceiling is too low for the threat', () => {
    const { throttling } = solved({ ...both, P: 1, throttle: '5/4' })
    expect(throttling).toMatchObject({ pays: true, harm: 1, latencies: { m1: 1, m2: 0.25 } })
    expect(throttling?.route).toEqual({ start: 'm1', escalation: { m1: 0 } })
    const idle = solved({ ...both, P: 1, throttle: '7/8' })
    expect(idle.throttling?.pays).toBe(false)
    expect(idle.candidates?.map(({ id, chosen }) => [id, chosen])).toEqual([
      ['C1', true],
      ['C2', false],
    ])
  })
})

describe('a game in which throttling starts to pay at a penalty', () => {
  // Only the second model is worth the wait: one slow try with it, and out.
  const sample: SampleInstance = { p: ['1/5', '3/5'], c: [1, 2], t: [1, '1/2'], V: 2, P: 3 }

  it('pays from 5/2 to the penalty at which keeping the user is as cheap', () => {
    const { throttling, certificate } = solved(sample)
    expect(certificate.case).toBe('-+')
    expect(throttling).toMatchObject({ pays: true, startsAt: 2.5, endsAt: 10 / 3 })
    expect(throttling).toMatchObject({ latencies: { m1: 1, m2: 1.2 }, route: { start: 'm2' } })
    expect(throttling?.gain).toBeCloseTo(2 + 4 / 3 - (2 + 3 * 0.4), 12)
  })
})

describe('other menus', () => {
  it('gives each user a route, and the provider none, under user choice', () => {
    const { concept, route, users, throttling } = solved({ ...both, form: 'choice', P: 1 })
    expect([concept, route]).toEqual(['user-choice', null])
    expect(users[0]).toMatchObject({ route: { start: 'm2', escalation: null }, gap: 0 })
    // Slowed to 1 s the second is as good as the first, where the user stays for 2; left at once is cheaper.
    expect(throttling).toMatchObject({ pays: true, gain: 2.5, latencies: { m1: 1, m2: 1.5 } })
  })

  it('has no escalation where the menu has none', () => {
    const { route } = solved({ ...both, form: 'static' })
    expect(route).toMatchObject({ start: 'm1', escalation: null, escalationSet: null })
  })

  it('reports the weak value where no announcement attains it', () => {
    const { ties, concept } = solved({
      p: ['1/5', '3/5'],
      c: [1, 8],
      t: [1, '1/2'],
      V: 2,
      P: 50,
      ties: 'weak',
    })
    expect(concept).toBe('weak-stackelberg')
    expect(ties?.attained).toBe(false)
    expect(ties?.strong).toBe(ties?.weak)
  })
})

describe('a route that users do not see', () => {
  it('is not slowed down: nobody would answer it', () => {
    const instance = sampleInstance(both)
    const throttle = { expression: num(2), dimension: {}, origin: null }
    const provider = { ...instance.provider, throttle, routing: { word: 'hidden', origin: null } } as const
    const result = solve({ ...instance, provider })
    expect(result.ok ? result.document.concept : null).toBe('nash')
    expect(result.ok ? result.document.throttling?.pays : null).toBe(false)
  })
})

describe('what stands in the way', () => {
  it('is what no solver takes yet, all of it', () => {
    const instance = sampleInstance(both)
    const rationality = { expression: num(2), dimension: {}, origin: null }
    const users = instance.users.map((user) => ({ ...user, rationality }))
    const provider = { ...instance.provider, routing: { word: 'hidden', origin: null } } as const
    expect(solve({ ...instance, users, provider })).toEqual({
      ok: false,
      problems: [{ kind: 'unsupported', what: 'hidden routing with bounded rationality', origin: null }],
    })
  })

  it('is a number out of its range', () => {
    const result = solve(sampleInstance(both), new Map([['churn', num(-1)]]))
    expect(result.ok ? [] : result.problems.map(({ kind }) => kind)).toEqual(['out-of-range'])
  })

  it('is a verdict that inexact numbers leave open', () => {
    const root = { op: 'sqrt', arg: num(2) } as const
    const two = { op: 'mul', left: root, right: root } as const
    const decided = solve(sampleInstance(both), new Map([['churn', { op: 'mul', left: two, right: two }]]))
    expect(decided.ok && decided.document.provider.cost).toBe(2)
    // At a penalty of 2 the threat ceases to pay; here it is 2 to all the digits there are.
    const open = solve(sampleInstance(both), new Map([['churn', two]]))
    expect(open.ok ? [] : open.problems.map(({ kind }) => kind)).toEqual(['undecided'])
  })

  it('never is the name of a model, however odd', () => {
    const { models, route } = solved({ ...both, names: ['__proto__', 'constructor'] })
    expect(models.map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
    expect(JSON.stringify(route)).toContain('"__proto__":{"__proto__":1,"constructor":0}')
  })
})

describe('numbers from roots', () => {
  const rootOfTwo = '1.41421356237309504880168872420969807856967187537694'

  it('give the same answer as the decimals that they are nearest to', () => {
    const next = stream(41)
    for (let game = 0; game < 40; game += 1) {
      const form = (['cascade', 'cascade', 'static', 'choice'] as const)[game % 4] ?? 'cascade'
      const throttle = game % 3 === 0 ? { throttle: '3.017' } : {}
      const sample = { ...wide(next), form, ...throttle }
      const root = { op: 'mul', left: { op: 'sqrt', arg: num(2) }, right: num(sample.P) } as const
      const decimal = { op: 'mul', left: num(rootOfTwo), right: num(sample.P) } as const
      const [inexact, exactly] = [root, decimal].map((churn) =>
        solve(sampleInstance(sample), new Map<string, Expression>([['churn', churn]])),
      )
      if (inexact?.ok !== true || exactly?.ok !== true) throw new Error(JSON.stringify({ sample, inexact }))
      const one = inexact.document
      const other = exactly.document
      expect(one.provider.cost).toBeCloseTo(other.provider.cost, 9)
      expect([one.route, one.throttling?.pays]).toEqual([other.route, other.throttling?.pays])
      expect(one.candidates?.filter(({ chosen }) => chosen)).toHaveLength(1)
      expect(one.misalignment.gap === 0).toBe(other.misalignment.gap === 0)
      expect(one.provider.regret === 0).toBe(other.provider.regret === 0)
      expect(one.certificate.lower).toBeLessThanOrEqual(one.certificate.upper)
    }
  })
})
