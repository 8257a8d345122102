import { enclosure, exact, type Exact, float } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import type { Equilibrium } from './equilibrium.ts'
import { coarse, stream, wide } from './testing/random-games.ts'
import { sampleGame, type Sample } from './testing/sample-game.ts'
import { solveLeader } from './solve-leader.ts'

function solved(sample: Sample): Equilibrium<Exact> {
  const result = solveLeader(sampleGame(exact, sample))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.equilibrium
}

/** `id at start[, s] then r: J`, the set of escalations, the best responses. */
function told(sample: Sample): string {
  const { chosen, escalationSet, bestResponses } = solved(sample)
  const text = (x: Exact): string => {
    const form = exact.toExact(x)
    return typeof form === 'string' ? form : exact.toNumber(x).toFixed(4)
  }
  const ranges = (escalationSet ?? []).map(({ from, to, fromOpen, toOpen }) => {
    return `${fromOpen ? '(' : '['}${text(from)}, ${text(to)}${toOpen ? ')' : ']'}`
  })
  const s = chosen.escalation === null ? '' : `, ${text(chosen.escalation)}`
  const set = bestResponses.kind === 'point' ? text(bestResponses.at) : bestResponses.kind
  return `${chosen.id} (${chosen.route.start + 1}${s}) ${text(chosen.cost)} | ${ranges.join(' ')} | ${set}`
}

/**
 * Aider's polyglot leaderboard, 225 cases: first-try successes, seconds and dollars of a case, of which each
 * takes 2 - p1 attempts. o3: 92, 101.7 s, 13.7517 USD in all; gpt-4.1: 45, 20.5 s, 9.8556 USD;
 * gpt-4.1-mini: 25, 19.5 s, 1.9918 USD. (A case's seconds over 2 - p; the total cost over 225 (2 - p).)
 */
const o3: Pick<Sample, 'p' | 'c' | 't' | 'V'> = {
  p: ['1/5', '92/225'],
  c: ['98556/4050000', '137517/3580000'],
  t: ['205/18', '45765/716'],
  V: 100,
}
const mini: Pick<Sample, 'p' | 'c' | 't' | 'V'> = {
  p: ['1/9', '1/5'],
  c: ['19918/4250000', '98556/4050000'],
  t: ['351/34', '205/18'],
  V: 75,
}

describe('gpt-4.1 and o3 on the Aider leaderboard', () => {
  it('escalates surely to drive the user out at a small penalty', () => {
    const { chosen, regimeByUser } = solved({ ...o3, P: '0.05' })
    expect(regimeByUser).toEqual(['+-'])
    expect([chosen.id, exact.toExact(chosen.persistence)]).toEqual(['Q1', '0'])
    expect(chosen.route.variables.map((s) => exact.toExact(s))).toEqual(['1'])
  })

  it('starts at o3 and loses the user at 0.11', () => {
    expect(solved({ ...o3, P: '0.11' }).chosen.id).toBe('Q2')
  })

  it('cascades at sL above 0.1276', () => {
    const { chosen, flips, bounds } = solved({ ...o3, P: '0.13' })
    expect(chosen.id).toBe('J1(sL)')
    expect(exact.toNumber(chosen.escalation ?? exact.from(0))).toBeCloseTo(0.0983, 4)
    expect(exact.toNumber(chosen.cost)).toBeCloseTo(0.1138, 4)
    expect(flips.map(({ below, above }) => `${below.id} to ${above.id}`)).toEqual([
      'Q1 to Q2',
      'Q2 to J1(sL)',
    ])
    expect(flips.map(({ at }) => exact.toNumber(at).toFixed(4))).toEqual(['0.0674', '0.1276'])
    expect(bounds.method).toBe('closed-form')
  })
})

describe('gpt-4.1-mini and gpt-4.1 on the Aider leaderboard', () => {
  it('cascades at s0 for 0.0774 where the penalty exceeds 0.0818', () => {
    const { chosen, flips, ties } = solved({ ...mini, P: '0.0819' })
    expect(chosen.id).toBe('J1(s0)')
    expect(exact.toNumber(chosen.escalation ?? exact.from(0))).toBeCloseTo(0.0993, 4)
    expect(exact.toNumber(chosen.cost)).toBeCloseTo(0.0774, 4)
    expect(flips.map(({ at }) => exact.toNumber(at).toFixed(4))).toEqual(['0.0818'])
    expect(ties.attained).toBe(false)
    expect(solved({ ...mini, P: '0.0817' }).chosen.id).toBe('Q1')
  })
})

const V = 1
const half: readonly string[] = ['1/2', '1/2']

describe('the announcement', () => {
  it.each<[string, Sample, string]>([
    [
      'stays at the model of least cost-of-pass',
      { p: half, c: [2, 1], t: [0, 0], V, P: 9 },
      'C2 (2) 2 | [0, 1] | 1',
    ],
    [
      'is the earlier model where the two are alike',
      { p: half, c: [1, 1], t: [0, 0], V, P: 9 },
      'C1 (1, 0) 2 | [0, 1] | 1',
    ],
    [
      'is the better of equally dear models for the user',
      { p: half, c: [1, 1], t: ['1/4', 0], V, P: 9 },
      'C2 (2) 2 | [0, 1] | 1',
    ],
    [
      'keeps the user at her threshold',
      { p: half, c: [1, 2], t: [1, 0], V, P: 9 },
      'J1(s0) (1, 1/3) 5/2 | [1/3, 1/3] | ends',
    ],
    [
      'lets the user leave at any escalation up to the threshold',
      { p: half, c: [1, 2], t: [1, 0], V, P: 2 },
      'Q1 (1, 0) 2 | [0, 1/3] | 0',
    ],
    [
      'prefers s = 0 where leaving and the threshold cost the same, the user being indifferent',
      { p: half, c: [1, 2], t: [1, 0], V, P: 3 },
      'Q1 (1, 0) 5/2 | [0, 1/3] | 0',
    ],
    [
      'escalates surely to make the user leave',
      { p: half, c: [1, 3], t: [0, 1], V, P: 1 },
      'Q1 (1, 1) 3/2 | [1/2, 1] | 0',
    ],
    [
      'keeps the user at s = 0 where leaving costs the same, the set being a point and an interval',
      { p: half, c: [1, 3], t: [0, 1], V, P: 2 },
      'C1 (1, 0) 2 | [0, 0] [1/2, 1] | 1',
    ],
    [
      'never reaches an escalation after a sure success',
      { p: ['1', '1/2'], c: [1, 3], t: [2, 0], V, P: 2 },
      'C1 (1, 0) 1 | [0, 1] | all',
    ],
    [
      'keeps a user to whom the first model is worth nothing',
      { p: half, c: [1, 3], t: ['1/2', 0], V, P: 9 },
      'C1 (1, 0) 2 | [0, 0] | all',
    ],
    [
      'lets a user leave to whom the first model is worth nothing',
      { p: half, c: [1, 3], t: ['1/2', 0], V, P: 1 },
      'Q1 (1, 0) 3/2 | [0, 0] | all',
    ],
    [
      'escalates surely to a model that is worth nothing to the user',
      { p: half, c: [1, 2], t: [1, '1/2'], V, P: 9 },
      'C1+a1C2 (1, 1) 3 | [1, 1] | all',
    ],
    [
      'counts a price as a cost that is saved',
      { p: half, c: [1, 1], t: [0, 0], f: ['0', '1/4'], V, P: 9 },
      'C2 (2) 3/2 | [0, 1] | 1',
    ],
    [
      'is anything where nothing costs anything',
      { p: half, c: [0, 0], t: [0, 0], V, P: 0 },
      'C1 (1, 0) 0 | [0, 1] | 1',
    ],
    [
      'leaves out the ends of a bounded escalation that it does not reach',
      { p: half, c: [1, 2], t: [1, 0], V, P: 9, low: '1/2', high: '3/4' },
      'J1(low) (1, 1/2) 8/3 | [1/2, 1/2] | 1',
    ],
  ])('%s', (_, sample, expected) => {
    expect(told(sample)).toBe(expected)
  })

  it('is by the reply against the provider where ties are weak', () => {
    const sample: Sample = { p: half, c: [1, 2], t: [1, 0], V, P: 9, ties: 'weak' }
    const { concept, ties, chosen } = solved(sample)
    expect([concept, chosen.id, ties.attained]).toEqual(['weak-stackelberg', 'J1(s0)', false])
    const zero = solved({ p: half, c: [1, 3], t: ['1/2', 0], V, P: 9, ties: 'weak' })
    expect([exact.toExact(zero.ties.strong), exact.toExact(zero.ties.weak)]).toEqual(['2', '2'])
    expect(zero.ties.attained).toBe(false)
  })
})

describe('menus without escalation', () => {
  const three: Sample = { p: ['1/2', '4/5', '1'], c: [1, 2, 3], t: ['1/4', 1, 0], V, P: 9, form: 'static' }

  it('take any number of models', () => {
    expect(told(three)).toBe('C1 (1) 2 |  | 1')
    expect(solved(three).case).toBe('+-+')
    expect(told({ ...three, p: ['1/2'] })).toBe('C1 (1) 2 |  | 1')
    expect(solved(three).flips.map(({ at }) => exact.toExact(at))).toEqual([])
    expect(told({ ...three, starts: [1] })).toBe('Q2 (2) 19/5 |  | 0')
  })

  it('let the user choose what is best for her', () => {
    const choice: Sample = { ...three, form: 'choice' }
    expect(told(choice)).toBe('C3 (3) 3 |  | all')
    expect(solved(choice).concept).toBe('user-choice')
  })

  it('break her ties for the provider or against it', () => {
    const tied: Sample = { p: half, c: [1, 2], t: [0, 0], V, P: 9, form: 'choice' }
    expect(told(tied)).toBe('C1 (1) 2 |  | 1')
    expect(told({ ...tied, ties: 'weak' })).toBe('C2 (2) 4 |  | 1')
  })
})

describe('what has no closed form here', () => {
  it.each<[string, Sample, string]>([
    [
      'three models',
      { p: ['1/2', '1/2', '1/2'], c: [1, 1, 1], t: [0, 0, 0], V, P: 1 },
      'a cascade of three models',
    ],
    [
      'a bounded escalation between models that are worth nothing',
      { p: half, c: [1, 1], t: [1, 1], V: 2, P: 1, low: '1/2' },
      'a bounded escalation between models that are worth nothing to the user',
    ],
  ])('%s', (_, sample, what) => {
    const result = solveLeader(sampleGame(exact, sample))
    expect(result).toEqual({ ok: false, problems: [{ kind: 'unsupported', what, origin: null }] })
  })
})

describe('one solver over several arithmetics', () => {
  it('chooses the same in doubles and enclosures as exactly, at the same cost', () => {
    const next = stream(11)
    for (let game = 0; game < 300; game += 1) {
      const sample = wide(next)
      const own = solved(sample)
      const cost = exact.toNumber(own.chosen.cost)
      const near = solveLeader(sampleGame(float, sample))
      if (!near.ok) throw new Error('doubles decide')
      expect(Math.abs(near.equilibrium.chosen.cost - cost)).toBeLessThanOrEqual(1e-9 * Math.abs(cost))
      if (game % 5 > 0) continue
      const around = solveLeader(sampleGame(enclosure, sample))
      if (!around.ok) throw new Error(JSON.stringify(around.problems))
      expect(around.equilibrium.chosen.id).toBe(own.chosen.id)
      expect(enclosure.toNumber(around.equilibrium.chosen.cost)).toBeCloseTo(cost, 9)
    }
  })

  it('scales with money and with time', () => {
    const next = stream(12)
    const times = (xs: readonly (string | number)[], factor: string) =>
      xs.map((x) => exact.toExact(exact.mul(exact.from(x), exact.from(factor))) as string)
    for (let game = 0; game < 300; game += 1) {
      const sample = { ...coarse(next), f: ['0', '0'] }
      const scaled = {
        ...sample,
        c: times(sample.c, '1000/7'),
        P: times([sample.P], '1000/7')[0] ?? '0',
        t: times(sample.t, '60'),
        kappa: times([sample.kappa ?? 1], '1/60')[0] ?? '1',
      }
      const [one, other] = [solved(sample), solved(scaled)]
      expect(other.chosen.id).toBe(one.chosen.id)
      if (one.chosen.id === 'interior') continue
      const expected = exact.mul(one.chosen.cost, exact.from('1000/7'))
      expect(exact.toExact(other.chosen.cost)).toEqual(exact.toExact(expected))
    }
  })

  it('decides with a root among the inputs, and says where it cannot', () => {
    const root = enclosure.sqrt(enclosure.from(2))
    const two = enclosure.mul(root, root)
    const game = sampleGame(enclosure, { p: half, c: [1, 3], t: [0, 1], V, P: 9 })
    const priced = (cost: typeof root) => ({
      ...game,
      models: game.models.map((model, index) => (index === 0 ? { ...model, cost } : model)),
    })
    const cheap = solveLeader(priced(root))
    if (!cheap.ok) throw new Error('the root of two is less than three')
    expect(enclosure.toNumber(cheap.equilibrium.chosen.cost)).toBe(2 * Math.SQRT2)
    const alike = { ...priced(two), users: game.users.map((user) => ({ ...user, value: enclosure.from(9) })) }
    const equal = { ...alike, models: alike.models.map((model) => ({ ...model, cost: two })) }
    expect(solveLeader(equal)).toEqual({
      ok: false,
      problems: [{ kind: 'undecided', what: 'which route costs the provider least', origin: null }],
    })
  })
})
