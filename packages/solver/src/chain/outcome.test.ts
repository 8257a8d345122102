import { type Exact, exact, float, type Game, type NumericChain } from '@plumbline/game'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcome } from './outcome.ts'
import { plainUser } from '../leader/testing/sample-game.ts'

type Row = readonly (readonly [to: number, constant: string, ...terms: (readonly [number, string])[]])[]

function chainOf<N>(ar: Game<N>['arithmetic'], rows: readonly Row[], variables: number): NumericChain<N> {
  return {
    states: rows.map((_, model) => ({ name: `m${String(model)}`, model })),
    starts: rows.map((_, state) => state),
    chooser: 'provider',
    variables: Array.from({ length: variables }, (_, state) => {
      return { name: `s${String(state)}`, state, low: ar.from(0), high: ar.from(1) }
    }),
    transitions: rows.map((row) =>
      row.map(([to, constant, ...terms]) => ({
        to,
        constant: ar.from(constant),
        terms: terms.map(([variable, coefficient]) => ({ variable, coefficient: ar.from(coefficient) })),
      })),
    ),
  }
}

const cascade: readonly Row[] = [
  [
    [0, '1', [0, '-1']],
    [1, '0', [0, '1']],
  ],
  [[1, '1']],
]

const either: readonly Row[] = [
  [
    [0, '1/2'],
    [1, '1/2'],
  ],
  [
    [0, '1/2'],
    [1, '1/2'],
  ],
]

function twoModels<N>(ar: Game<N>['arithmetic'], rows: readonly Row[], variables: number): Game<N> {
  const model = (name: string, success: string, latency: string, cost: string) => {
    return {
      name,
      success: ar.from(success),
      latency: ar.from(latency),
      cost: ar.from(cost),
      price: ar.from(0),
      later: [],
      kinds: [],
    }
  }
  return {
    arithmetic: ar,
    tasks: [],
    models: [model('m0', '3/5', '2', '1'), model('m1', '9/10', '7', '5')],
    chain: chainOf(ar, rows, variables),
    users: [{ name: 'u', weight: ar.from(1), value: ar.from(10), patience: ar.from(1), ...plainUser }],
    provider: { penalty: ar.from(4), throttle: null, routing: 'announced', ties: 'strong' },
  }
}

const num = (text: string) => exact.from(text)
const show = (n: Exact) => exact.toExact(n)

describe('fractions found by an independent probabilistic model checker', () => {
  it('sure escalation at re-prompt probability 7/10 solves 27/31 for 233/93', () => {
    const { success, cost } = outcome(twoModels(exact, cascade, 1), 0, 0, [num('1')], num('7/10'))
    expect([show(success), show(cost)]).toEqual(['27/31', '233/93'])
  })

  it('escalation 1/2 and abandonment 1/4 solve 552/629 for 1340/629, with churn 1648/629', () => {
    const game = twoModels(exact, cascade, 1)
    const { success, cost, providerCost } = outcome(game, 0, 0, [num('1/2')], num('3/4'))
    expect([show(success), show(cost), show(providerCost)]).toEqual(['552/629', '1340/629', '1648/629'])
  })

  it('a chain that leads to either model by a coin solves 57/65 for 13/5 with churn', () => {
    const { success, providerCost } = outcome(twoModels(exact, either, 0), 0, 0, [], num('3/4'))
    expect([show(success), show(providerCost)]).toEqual(['57/65', '13/5'])
  })
})

describe('the outcome of a task', () => {
  const game = twoModels(exact, cascade, 1)

  it('is one attempt where the user leaves after a failure', () => {
    const { attempts, success, providerCost } = outcome(game, 0, 0, [num('1')], num('0'))
    expect(attempts.map(show)).toEqual(['1', '0'])
    expect([show(success), show(providerCost)]).toEqual(['3/5', '13/5'])
  })

  it('is success for certain, at the cost-of-pass, where a user stays with one model', () => {
    const { success, cost, providerCost, latency } = outcome(game, 0, 1, [num('0')], num('1'))
    expect([success, cost, providerCost, latency].map(show)).toEqual(['1', '50/9', '50/9', '70/9'])
  })

  it('never meets the second model where nothing escalates', () => {
    const { attempts } = outcome(game, 0, 0, [num('0')], num('1'))
    expect(attempts.map(show)).toEqual(['5/3', '0'])
  })

  it('ends with the first attempt at a model that always succeeds, however persistent the user', () => {
    const sure = { ...game, models: game.models.map((model) => ({ ...model, success: num('1') })) }
    expect(outcome(sure, 0, 0, [num('1/2')], num('1')).attempts.map(show)).toEqual(['1', '0'])
  })

  it('is worth V S − κ L to the user, and costs C + P (1 − S)', () => {
    const { success, latency, utility, cost, providerCost } = outcome(game, 0, 0, [num('1/3')], num('2/5'))
    expect(show(utility)).toBe(show(exact.sub(exact.mul(num('10'), success), latency)))
    const loss = exact.mul(num('4'), exact.sub(num('1'), success))
    expect(show(providerCost)).toBe(show(exact.add(cost, loss)))
  })

  it('moves a price per attempt from the user to the provider', () => {
    const priced = { ...game, models: game.models.map((model) => ({ ...model, price: num('3/10') })) }
    const [free, paid] = [game, priced].map((one) => outcome(one, 0, 0, [num('1/2')], num('3/4')))
    if (free === undefined || paid === undefined) throw new Error('two outcomes')
    const fee = exact.mul(
      num('3/10'),
      free.attempts.reduce((a, b) => exact.add(a, b)),
    )
    expect(show(paid.utility)).toBe(show(exact.sub(free.utility, fee)))
    expect(show(paid.providerCost)).toBe(show(exact.sub(free.providerCost, fee)))
  })

  it('refuses a user or a number of variables that the game does not have', () => {
    expect(() => outcome(game, 1, 0, [num('1')], num('1'))).toThrow(RangeError)
    expect(() => outcome(game, 0, 0, [], num('1'))).toThrow(RangeError)
    expect(() => outcome(game, 0, 7, [num('1')], num('1'))).toThrow(RangeError)
  })

  it('is the same in floats as in exact numbers, and agrees with the two-model formulas', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, (s, r) => {
        const exactly = outcome(game, 0, 0, [exact.from(s)], exact.from(r))
        const fast = outcome(twoModels(float, cascade, 1), 0, 0, [s], r)
        expect(fast.providerCost).toBeCloseTo(exact.toNumber(exactly.providerCost), 10)
        const d2 = 1 - 0.1 * r
        const success = (0.6 + (0.4 * r * s * 0.9) / d2) / (1 - 0.4 * r * (1 - s))
        expect(fast.success).toBeCloseTo(success, 10)
      }),
      { numRuns: 200 },
    )
  })
})
