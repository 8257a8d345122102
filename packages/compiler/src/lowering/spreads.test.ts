import { at, type GameInstance } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { codesOf, instanceOf } from '../testing/compileText.ts'

interface Change {
  readonly success?: string
  readonly latency?: string
  readonly value?: string
  readonly more?: string
}

const game = ({ success = '62%', latency = '4 s', value = '0.50 USD', more = '' }: Change): string => `
model quick { success: ${success}, latency: ${latency}, cost: 0.002 USD }
model careful { success: 86%, latency: 30 s, cost: 0.03 USD }
menu tiers = cascade(quick, careful)
user developer { value: ${value}, patience: 40 USD/h }
provider acme { offers: tiers, penalty: 0.10 USD }
${more}`

const randomsOf = (change: Change): unknown =>
  instanceOf(game(change)).randoms.map(({ name, purpose, range, distribution }) => [
    name,
    purpose,
    range,
    distribution.kind,
  ])

describe('a spread', () => {
  it.each<[Change, readonly string[]]>([
    [{ success: '62% ± 3%' }, ['quick.success', 'uncertainty', 'success', 'normal']],
    [{ success: '62% +/- 3%' }, ['quick.success', 'uncertainty', 'success', 'normal']],
    [{ success: '140 of 225' }, ['quick.success', 'uncertainty', 'success', 'counts']],
    [{ success: 'beta(141, 86)' }, ['quick.success', 'uncertainty', 'success', 'beta']],
    [{ latency: 'lognormal(4 s, 0.5)' }, ['quick.latency', 'uncertainty', 'not-negative', 'lognormal']],
    [{ value: 'uniform(0.2 USD, 0.8 USD)' }, ['developer.value', 'population', 'not-negative', 'uniform']],
    [
      { value: 'uncertain(normal(0.5 USD, 0.1 USD))' },
      ['developer.value', 'uncertainty', 'not-negative', 'normal'],
    ],
  ])('is a random variable of the instance: %j', (change, random) => {
    expect(randomsOf(change)).toEqual([random])
  })

  it('that is a part of a number has a name of its own', () => {
    expect(randomsOf({ latency: '2 * (4 s ± 1 s) + (1 s ± 1 s)' })).toEqual([
      ['quick.latency~1', 'uncertainty', 'any', 'normal'],
      ['quick.latency~2', 'uncertainty', 'any', 'normal'],
    ])
  })

  it('that a let names is one, with the purpose that its uses give it', () => {
    const more = 'let worth = uniform(0.2 USD, 0.8 USD)\nlet twice = 2 * worth'
    expect(randomsOf({ value: 'twice', more })).toEqual([['worth', 'population', 'any', 'uniform']])
    expect(randomsOf({ value: 'uncertain(twice)', more })).toEqual([
      ['worth', 'uncertainty', 'any', 'uniform'],
    ])
  })

  it('inside of another is a random variable of its own', () => {
    expect(randomsOf({ latency: 'normal(4 s ± 1 s, 2 s)' })).toEqual([
      ['quick.latency~1', 'uncertainty', 'any', 'normal'],
      ['quick.latency', 'uncertainty', 'not-negative', 'normal'],
    ])
    expect(codesOf(game({ success: '(3 of 4) of 5' }))).toBe('E0305')
    expect(codesOf('let a = 3 ± 2 ± 1\n')).toBe('E0117')
  })

  it('is not both how people differ and how sure we are', () => {
    const more = 'let wait = 4 s ± 1 s'
    expect(codesOf(game({ latency: 'wait', value: '0.1 USD/s * wait', more }))).toBe('E0307')
    expect(
      codesOf(game({ latency: 'wait', value: 'uncertain(0.1 USD/s * wait)', more })).replace(/ ?W\d+/g, ''),
    ).toBe('')
  })

  it.each([
    ['a deviation in another unit', { latency: '4 s ± 1 USD' }, 'E0215'],
    ['a sigma with a unit', { latency: 'lognormal(4 s, 1 s)' }, 'E0214'],
    ['an argument too few', { latency: 'uniform(4 s)' }, 'E0219'],
    ['ends in the wrong order', { latency: 'uniform(5 s, 4 s)' }, 'E0301'],
    ['a negative deviation', { latency: '4 s ± -1 s' }, 'E0301'],
    ["'uncertain' on a model", { latency: 'uncertain(4 s ± 1 s)' }, 'E0306'],
    ['a misspelt distribution', { latency: 'unifrom(4 s, 5 s)' }, 'E0205'],
  ])('is refused with %s', (_, change, code) => {
    expect(codesOf(game(change))).toBe(code)
  })
})

describe('a sweep', () => {
  const sweep = (axes: string): string =>
    game({
      more: `param churn = 0.1 USD\nparam limited = 0 USD in 0 USD .. 1 USD\nsweep grid {\n${axes}\n}\n`,
    })
  const axesOf = (axes: string): unknown => {
    const [first] = instanceOf(sweep(axes)).sweeps
    return first?.axes.map(({ target, values }) =>
      values.kind === 'list' ? [target, values.items.length] : [target, values.kind, values.points],
    )
  }

  it('takes ranges, lists, spaced values and single ones', () => {
    expect(
      axesOf(`developer.value: linear(0.05 USD, 2 USD, 200)
        quick.latency: geometric(1 s, 10 s, 7)
        churn: 0 USD .. 1 USD
        careful.cost: [0.01 USD, 0.02 USD, 0.03 USD]
        acme.penalty: 0.2 USD
        careful.price: 0 USD .. 0.1 USD
        tiers.escalation: 0 .. 1`),
    ).toEqual([
      ['developer.value', 'linear', 200],
      ['quick.latency', 'geometric', 7],
      ['churn', 'linear', 101],
      ['careful.cost', 3],
      ['acme.penalty', 1],
      ['careful.price', 'linear', 101],
      ['tiers.escalation', 'linear', 101],
    ])
  })

  it.each([
    ['no point', 'churn: linear(0 USD, 1 USD, 0)', 'E0301'],
    ['half a point', 'churn: linear(0 USD, 1 USD, 1.5)', 'E0301'],
    ['a geometric axis from nothing', 'churn: geometric(0 USD, 1 USD, 5)', 'E0301'],
    ['another unit', 'churn: 0 s .. 1 s', 'E0214'],
    ['no values', 'churn: []', 'E0220'],
    ['the same axis twice', 'churn: 0 USD .. 1 USD\nchurn: 0 USD .. 2 USD', 'E0207'],
    ['a field without a number', 'developer.sees: 1', 'E0220'],
    ['a ceiling that is not there', 'acme.throttle: 1 s', 'E0220'],
    ['no axis', '', 'E0220'],
    ['values that the field does not take', 'quick.success: 0 .. 90%', 'E0301'],
    ['one such value in a long list', 'quick.success: [10%, 20%, 30%, 40%, 150%, 50%]', 'E0301'],
    ['one such value in a list', 'quick.success: [50%, 150%]', 'E0301'],
    ['an escalation that the menu does not have', 'tiers.escalation.careful: 0 .. 1', 'E0220'],
    ['more than the bounds of its param', 'limited: 0 USD .. 2 USD', 'E0301'],
  ])('is refused with %s', (_, axes, code) => {
    expect(codesOf(sweep(axes)).replace(/ ?W\d+/g, '')).toBe(code)
  })
})

describe('escalations of one model', () => {
  it('that are at least more than 1 together are refused', () => {
    const menu = (least: string): string =>
      game({ more: 'model third = quick { cost: 0.01 USD, latency: 3 s }' })
        .replace('cascade(quick, careful)', 'free(quick, careful, third)')
        .replace(
          'third)\n',
          `third) {\n  escalation.quick.careful: ${least} .. 1\n  escalation.quick.third: 0.6 .. 1\n}\n`,
        )
    expect(codesOf(menu('0.7')).replace(/ ?W\d+/g, '')).toBe('E0301')
    expect(codesOf(menu('0.4')).replace(/ ?W\d+/g, '')).toBe('')
  })
})

describe('a spread for all kinds of task', () => {
  const byTask = (latency: string): GameInstance =>
    instanceOf(
      game({ more: 'task easy { weight: 1 }\ntask hard { weight: 1 }' }).replace('latency: 4 s', latency),
    )
  const randomsOf = (instance: GameInstance): readonly string[] => instance.randoms.map(({ name }) => name)

  it('is that of the kinds that have none of their own', () => {
    const instance = byTask('latency: 4 s ± 1 s, latency.easy: 2 s')
    expect(randomsOf(instance)).toEqual(['quick.latency.hard'])
    expect(at(instance, new Map(), () => true)).toEqual({ ok: true, value: true })
  })

  it('is no number of the model where every kind has its own', () => {
    expect(randomsOf(byTask('latency: 4 s ± 1 s, latency.easy: 2 s, latency.hard: 3 s'))).toEqual([
      'quick.latency~1',
    ])
  })
})

describe('a spread in an assert', () => {
  it.each([
    'developer.gap ± 1 USD < 2 USD',
    'route.escalation of 2 < 1',
    'uniform(acme.cost, 2 USD) < 3 USD',
  ])('is its point value, of what is solved too: %s', (condition) => {
    const { asserts } = instanceOf(game({ more: `assert ${condition}` }))
    expect(JSON.stringify(asserts[0]?.condition)).toContain('"op":"solution"')
  })
})
