import { describe, expect, it } from 'vitest'
import { Undecided } from '../arithmetic/arithmetic.ts'
import type { Expression } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import type { Problem } from '../instance/problem.ts'
import {
  binary,
  cascadeChain,
  modelOf,
  num,
  originOf,
  quantity,
  ref,
  sampleGame,
  unary,
  withDefinitions,
  withModels,
} from '../testing/sampleGame.ts'
import { at, floatGame } from './at.ts'

const set = (values: Readonly<Record<string, Expression>>) => new Map(Object.entries(values))

function problemsOf(
  instance: GameInstance,
  values: Readonly<Record<string, Expression>> = {},
): readonly Problem[] {
  const evaluation = at(instance, set(values), () => null)
  return evaluation.ok ? [] : evaluation.problems
}

function penalty(instance: GameInstance, values: Readonly<Record<string, Expression>> = {}) {
  return at(instance, set(values), ({ arithmetic, provider }) => arithmetic.toExact(provider.penalty))
}

const slow = modelOf('slow', '9/10', '7', '5')

describe('a game at an assignment', () => {
  it('has every number of the instance, exactly', () => {
    const numbers = at(sampleGame, new Map(), ({ arithmetic: ar, models, users, provider, chain }) => ({
      arithmetic: ar.name,
      models: models.map(({ success, latency, cost, price }) =>
        [success, latency, cost, price].map((n) => ar.toExact(n)),
      ),
      user: users.map(({ weight, value, patience }) => [weight, value, patience].map((n) => ar.toExact(n))),
      penalty: ar.toExact(provider.penalty),
      escalation: chain.variables.map(({ low, high }) => [ar.toExact(low), ar.toExact(high)]),
    }))
    expect(numbers).toEqual({
      ok: true,
      value: {
        arithmetic: 'adaptive',
        models: [
          ['31/50', '4', '1/500', '0'],
          ['194/225', '188/5', '1/40', '0'],
        ],
        user: [['1', '1/2', '1/90']],
        penalty: '1/10',
        escalation: [['0', '1']],
      },
    })
  })

  it('changes with a param, without the compiler', () => {
    expect(penalty(sampleGame)).toEqual({ ok: true, value: '1/10' })
    expect(penalty(sampleGame, { churn: num('2/5') })).toEqual({ ok: true, value: '2/5' })
    const quarter = binary('div', ref('wait'), num('16'))
    expect(penalty(sampleGame, { churn: quarter })).toEqual({ ok: true, value: '1/4' })
  })

  it('makes the weights of its users sum to 1', () => {
    const users = ['3', '1', '4'].flatMap((weight) =>
      sampleGame.users.map((user) => ({ ...user, name: weight, weight: quantity(num(weight)) })),
    )
    const weights = at({ ...sampleGame, users }, new Map(), ({ arithmetic, users }) =>
      users.map(({ weight }) => arithmetic.toExact(weight)),
    )
    expect(weights).toEqual({ ok: true, value: ['3/8', '1/8', '1/2'] })
  })

  it('takes random variables at their points', () => {
    const counts: GameInstance = {
      ...sampleGame,
      randoms: [
        {
          name: 'slow.success',
          purpose: 'uncertainty',
          range: 'share',
          distribution: { kind: 'counts', successes: num('140'), trials: num('225') },
          point: num('28/45'),
          dimension: {},
          origin: null,
        },
      ],
      models: [modelOf('fast', '1/2', '1', '1'), { ...slow, success: quantity(ref('slow.success')) }],
    }
    const success = at(counts, new Map(), ({ arithmetic, models }) =>
      models.map((m) => arithmetic.toExact(m.success)),
    )
    expect(success).toEqual({ ok: true, value: ['1/2', '28/45'] })
  })

  it('turns to enclosures where a function has no rational value, and only there', () => {
    const rooted = withDefinitions({ root: unary('sqrt', num('2')) })
    const name = (instance: GameInstance) => at(instance, new Map(), ({ arithmetic }) => arithmetic.name)
    expect(name(rooted)).toEqual({ ok: true, value: 'enclosure' })
    expect(name(withDefinitions({ root: unary('sqrt', num('4')) }))).toEqual({ ok: true, value: 'adaptive' })
  })

  it('says that a verdict is undecided, rather than guess', () => {
    const rooted = withDefinitions({ root: unary('sqrt', num('2')) })
    const verdict = at(rooted, new Map(), () => {
      throw new Undecided('whether the user stays')
    })
    const problem = { kind: 'undecided', what: 'whether the user stays', origin: originOf('root') }
    expect(verdict).toEqual({ ok: false, problems: [problem] })
  })

  it('computes terms of asserts with the same numbers', () => {
    const doubled = at(sampleGame, new Map(), ({ arithmetic }, termValue) => {
      const product = binary('mul', num('2'), ref('churn'))
      const outcome = termValue(
        { op: 'add', left: product, right: { op: 'solution', path: ['acme', 'cost'] } },
        () => {
          return { ok: true, value: arithmetic.from('1/2') }
        },
      )
      return outcome.ok ? arithmetic.toExact(outcome.value) : outcome.failure
    })
    expect(doubled).toEqual({ ok: true, value: '7/10' })
  })

  it('in doubles has the nearest of each number', () => {
    const game = floatGame(sampleGame, set({ churn: num('1/3') }))
    expect(game.provider.penalty).toBe(1 / 3)
    expect(game.models.map(({ success }) => success)).toEqual([0.62, 194 / 225])
    expect(game.chain.transitions[0]?.map(({ constant }) => constant)).toEqual([1, 0])
  })
})

describe('every number that is out of its range is told, all at once', () => {
  const outOfRange = (instance: GameInstance) =>
    problemsOf(instance).map((problem) =>
      problem.kind === 'out-of-range'
        ? `${problem.what}: ${problem.value}, not ${problem.range}`
        : problem.kind,
    )

  it('in models, in words with units', () => {
    const instance = withModels(modelOf('fast', '6/5', '-3', '-1/500'), modelOf('slow', '0', '1', '1'))
    expect(outOfRange(instance)).toEqual([
      "the success of model 'fast': 1.2, not more than 0, at most 1 (100 %)",
      "the latency of model 'fast': -3 s, not 0 s or more",
      "the cost of model 'fast': -0.002 USD, not 0 USD or more",
      "the success of model 'slow': 0, not more than 0, at most 1 (100 %)",
    ])
    expect(problemsOf(instance).map((problem) => 'origin' in problem && problem.origin?.text)).toEqual([
      '6/5',
      '-3',
      '-1/500',
      '0',
    ])
  })

  it('in users and the provider', () => {
    const users = sampleGame.users.map((user) => ({
      ...user,
      weight: quantity(num('0')),
      value: quantity(num('-1'), { money: 1 }),
      patience: quantity(num('-1/4'), { money: 1, time: -1 }),
    }))
    const provider = {
      ...sampleGame.provider,
      penalty: quantity(num('-1'), { money: 1 }),
      throttle: quantity(num('0'), { time: 1 }),
    }
    expect(outOfRange({ ...sampleGame, users, provider })).toEqual([
      "the weight of user 'developer': 0, not more than 0",
      "the value of user 'developer': -1 USD, not 0 USD or more",
      "the patience of user 'developer': -0.25 USD/s, not 0 USD/s or more",
      "the penalty of provider 'acme': -1 USD, not 0 USD or more",
      "the throttle of provider 'acme': 0 s, not more than 0 s",
    ])
  })

  it('in params and their bounds, and once, not again where the param is used', () => {
    const told = (value: Expression) => at(sampleGame, set({ churn: value }), () => null)
    expect(told(num('-2'))).toEqual({
      ok: false,
      problems: [
        {
          kind: 'out-of-range',
          what: "param 'churn'",
          value: '-2 USD',
          range: 'from 0 USD to 1 USD',
          origin: originOf('churn'),
        },
      ],
    })
    expect(told(num('1')).ok).toBe(true)
    const bounds = { low: quantity(num('2'), { money: 1 }), high: quantity(num('1'), { money: 1 }) }
    const params = sampleGame.params.map((param) => ({ ...param, bounds }))
    expect(outOfRange({ ...sampleGame, params })).toEqual([
      "the upper bound of param 'churn': 1 USD, not 2 USD or more",
    ])
  })

  it('however small the excess', () => {
    const over = (excess: string) =>
      outOfRange(withModels(modelOf('fast', excess, '1', '1'), slow)).map((text) => text.split(', not')[0])
    const just = "the success of model 'fast': "
    expect(over('10000001/10000000')).toEqual([`${just}1.0000001`])
    expect(over(`${'1'.padEnd(40, '0')}1/1${'0'.repeat(40)}`)).toEqual([`${just}just above 1`])
  })

  it('in counts', () => {
    const counted = (successes: string, trials: string): GameInstance => ({
      ...sampleGame,
      randoms: [
        {
          name: 'x',
          purpose: 'uncertainty',
          range: 'share',
          distribution: { kind: 'counts', successes: num(successes), trials: num(trials) },
          point: binary('div', num(successes), num(trials)),
          dimension: {},
          origin: null,
        },
      ],
      models: [{ ...slow, name: 'fast', success: quantity(ref('x')) }, slow],
    })
    expect(outOfRange(counted('230', '225'))).toEqual([
      "the number of successes of 'x': 230, not from 0 to 225",
    ])
    expect(outOfRange(counted('0', '0'))).toEqual(['division-by-zero'])
    expect(outOfRange(counted('-1', '-2'))).toEqual([
      "the number of trials of 'x': -2, not more than 0",
      "the number of successes of 'x': -1, not 0 or more",
    ])
  })

  it('in the escalation and the transitions of the menu', () => {
    const menu = (chain: Partial<typeof cascadeChain>) => {
      return { ...sampleGame, menu: { ...sampleGame.menu, chain: { ...cascadeChain, ...chain } } }
    }
    const limits = (low: string, high: string) =>
      menu({ variables: cascadeChain.variables.map((v) => ({ ...v, low: num(low), high: num(high) })) })
    expect(outOfRange(limits('-1/2', '3/2'))).toEqual([
      "the least escalation of 'fast' in menu 'tiers': -0.5, not from 0 to 1 (100 %)",
      "the greatest escalation of 'fast' in menu 'tiers': 1.5, not from 0 to 1 (100 %)",
    ])
    expect(outOfRange(limits('1/2', '1/4'))).toEqual([
      "the greatest escalation of 'fast' in menu 'tiers': 0.25, not from 0.5 to 1 (100 %)",
    ])
    expect(outOfRange(limits('1/4', '1/4'))).toEqual([])
    const [first = [], second = []] = cascadeChain.transitions
    const short = first.map((transition) => ({ ...transition, constant: num('0') }))
    expect(outOfRange(menu({ transitions: [short, second] }))).toEqual([
      "the sum of the probabilities of leaving 'fast' in menu 'tiers': 0, not exactly 1 (100 %)",
    ])
    const lopsided = first.map((transition) => ({
      ...transition,
      terms: transition.terms.slice(0, transition.to),
    }))
    expect(outOfRange(menu({ transitions: [lopsided, second] }))).toEqual([
      "the sum of the effects of 'fast' on leaving 'fast' in menu 'tiers': 1, not exactly 0",
    ])
  })
})

describe('numbers that do not exist', () => {
  it('are told once, where they are, whatever refers to them', () => {
    const instance = withDefinitions({
      nothing: binary('div', num('1'), num('0')),
      more: binary('add', ref('nothing'), num('1')),
      imaginary: unary('sqrt', num('-1')),
      huge: binary('pow', num('10'), num('1000')),
      huger: binary('mul', ref('huge'), ref('huge')),
    })
    expect(problemsOf(instance)).toEqual([
      { kind: 'division-by-zero', what: "'nothing'", origin: originOf('nothing') },
      { kind: 'no-real-value', what: "'imaginary'", origin: originOf('imaginary') },
      { kind: 'too-large', what: "'huger'", origin: originOf('huger') },
    ])
  })

  it('include names that are defined by themselves', () => {
    const instance = withDefinitions({ a: ref('b'), b: ref('a'), c: ref('a') })
    expect(problemsOf(instance)).toEqual([
      { kind: 'no-real-value', what: "'a' (defined by itself: a → b → a)", origin: originOf('a') },
    ])
    expect(problemsOf(sampleGame, { churn: ref('churn') }).map(({ kind }) => kind)).toEqual(['no-real-value'])
  })

  it('include params that an assignment makes up, and names that it refers to', () => {
    expect(problemsOf(sampleGame, { chrun: num('1') })).toEqual([
      { kind: 'unknown-param', name: 'chrun', known: ['churn'] },
    ])
    expect(problemsOf(sampleGame, { churn: ref('toString') })).toEqual([
      { kind: 'unknown-param', name: 'toString', known: ['churn', 'wait'] },
    ])
  })
})

describe('hostile instances end in bounded time and without a crash', () => {
  it('chains of ten thousand names', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [
        `x${String(i)}`,
        i === 9_999 ? num('1') : ref(`x${String(i + 1)}`),
      ]),
    )
    expect(problemsOf(withDefinitions(chain))).toEqual([])
  })

  it('names that double ten thousand times', () => {
    const tower = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => {
        const below = ref(`x${String(i - 1)}`)
        return [`x${String(i)}`, i === 0 ? num('3') : binary('mul', below, below)]
      }),
    )
    expect(problemsOf(withDefinitions(tower)).map((problem) => problem.kind)).toEqual(['too-large'])
  })

  it('a long sum of long numbers', () => {
    const long = binary('div', binary('pow', num('3'), num('1024')), binary('pow', num('2'), num('1024')))
    const other = binary('div', binary('pow', num('5'), num('400')), binary('pow', num('7'), num('400')))
    const terms = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`x${String(i)}`, binary('sub', ref('y'), ref('z'))]),
    )
    const before = performance.now()
    expect(problemsOf(withDefinitions({ y: long, z: other, ...terms })).map(({ kind }) => kind)).toEqual([
      'too-large',
    ])
    expect(performance.now() - before).toBeLessThan(30_000)
  })

  it('two thousand names that all refer to each other, told as a hundred cycles and no more', () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `x${String(i)}`)
    const circle: Expression = { op: 'min', args: names.map(ref) }
    const knot = withDefinitions(Object.fromEntries(names.map((name) => [name, circle])))
    const kinds = problemsOf(knot).map(({ kind }) => kind)
    expect([kinds.length, ...new Set(kinds)]).toEqual([100, 'no-real-value'])
  })

  it('names of the prototype', () => {
    const instance = withDefinitions({ constructor: num('1'), toString: ref('constructor') })
    expect(problemsOf(instance)).toEqual([])
  })
})

describe('a number that doubles could not be computed with', () => {
  const withPenalty = (value: string): readonly Problem[] =>
    problemsOf({
      ...sampleGame,
      provider: { ...sampleGame.provider, penalty: quantity(num(value), { money: 1 }, value) },
    })

  it.each([
    [`1${'0'.repeat(51)}`, 'more than 1e+50 USD'],
    [`1/1${'0'.repeat(51)}`, 'less than 1e-50 USD'],
  ])('is refused: %s', (value, found) => {
    const [problem] = withPenalty(value)
    expect(problem).toMatchObject({ kind: 'out-of-range', value: found })
  })

  it.each(['0', `1${'0'.repeat(49)}`, `1/1${'0'.repeat(49)}`])('is none: %s', (value) => {
    expect(withPenalty(value)).toEqual([])
  })

  it('is a success of less than one in 10^12', () => {
    const rare = (power: number): readonly Problem[] =>
      problemsOf(withModels(modelOf('rare', `1/1${'0'.repeat(power)}`, '1', '1'), slow))
    expect(rare(12)).toEqual([])
    expect(rare(13)).toMatchObject([{ kind: 'out-of-range', range: 'from 1e-12 to 1' }])
  })
})
