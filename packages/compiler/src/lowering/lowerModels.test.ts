import { at, type Game } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { codesOf, instanceOf } from '../testing/compileText.ts'

const game = (models: string): string => `${models}
menu all = static(m)
user u { value: 10, patience: 1 }
provider p { offers: all }
`

/** The numbers of model `m`, exact. */
function numbersOf(models: string): Game<unknown>['models'][number] {
  const evaluation = at(instanceOf(game(models)), new Map(), (numbers) => {
    const index = numbers.models.findIndex(({ name }) => name === 'm')
    const show = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (_, each: unknown) =>
          typeof each === 'object' && each !== null && 'root' in each
            ? numbers.arithmetic.toExact(each as never)
            : typeof each === 'bigint'
              ? String(each)
              : each,
        ),
      )
    return show(numbers.models[index]) as Game<unknown>['models'][number]
  })
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.problems))
  return evaluation.value
}

const plainModel = 'model a { success: 0.6, latency: 2, cost: 5, price: 1 }\n'

describe('a model by kind of task', () => {
  it('has a number for each kind, and the average for its own', () => {
    const model = numbersOf(`
      task easy { weight: 3 }
      task hard { weight: 1 }
      model m { success.easy: 90%, success.hard: 10%, latency: 4, latency.hard: 8, cost: 2 }`)
    expect(model).toMatchObject({ success: '7/10', latency: '5', cost: '2' })
    expect(model.kinds).toMatchObject([
      { success: '9/10', latency: '4', cost: '2' },
      { success: '1/10', latency: '8', cost: '2' },
    ])
  })

  it('takes what is given for all where a kind has nothing of its own', () => {
    const { kinds } = numbersOf(`
      task easy
      task hard
      model m { success: 80%, success.hard: [20%, 30%], latency: 1, cost: 1 }`)
    expect(kinds).toMatchObject([
      { success: '4/5', later: [] },
      { success: '1/5', later: [{ success: '3/10' }] },
    ])
  })

  it('lacks a kind for which nothing is given', () => {
    expect(codesOf(game('task easy\ntask hard\nmodel m { success.easy: 90%, latency: 1, cost: 1 }'))).toBe(
      'E0206',
    )
  })

  it('knows only kinds that are declared', () => {
    expect(codesOf(game('task easy\nmodel m { success: 0.5, success.esay: 90%, latency: 1, cost: 1 }'))).toBe(
      'E0202',
    )
  })

  it('gives all kinds a weight, or none', () => {
    expect(
      codesOf(game('task easy { weight: 1 }\ntask hard\nmodel m { success: 0.5, latency: 1, cost: 1 }')),
    ).toBe('E0206')
  })
})

describe('success by attempt', () => {
  it('is a list whose last entry stands for all later attempts', () => {
    const model = numbersOf('model m { success: [41%, 30 of 50], latency: 2, cost: 1 }')
    expect(model).toMatchObject({
      success: '41/100',
      later: [{ success: '3/5', latency: '2', cost: '1', price: '0' }],
    })
  })

  it('is no list for another field, and no empty list', () => {
    expect(codesOf(game('model m { success: 0.5, latency: [1, 2], cost: 1 }'))).toBe('E0220')
    expect(codesOf(game('model m { success: [], latency: 1, cost: 1 }'))).toBe('E0220')
  })
})

describe('a combination of models', () => {
  it('retry: each further try only after a failure', () => {
    expect(numbersOf(`${plainModel}model m = retry(a, 3)`)).toMatchObject({
      success: '117/125',
      latency: '78/25',
      cost: '39/5',
      price: '39/25',
    })
  })

  it('retry by attempt: takes the entries in turn', () => {
    const model = numbersOf(
      'model a { success: [0.5, 0.25, 0.75], latency: 1, cost: 8 }\nmodel m = retry(a, 2)',
    )
    expect(model).toMatchObject({
      success: '5/8',
      cost: '12',
      later: [{ success: '15/16', cost: '10' }, { success: '15/16' }],
    })
  })

  it('parallel: costs add, the slowest is waited for', () => {
    expect(
      numbersOf(`${plainModel}model b { success: 0.5, latency: 9, cost: 1 }\nmodel m = parallel(a, b)`),
    ).toMatchObject({
      success: '4/5',
      latency: '9',
      cost: '6',
      price: '1',
    })
  })

  it('verified: hands on what the check flags', () => {
    const verifier = 'verifier v { passes: 90%, catches: 50%, latency: 1, cost: 2 }\n'
    const other = 'model b { success: 0.5, latency: 10, cost: 20 }\n'
    // e = 0.6 · 0.1 + 0.4 · 0.5 = 0.26
    expect(numbersOf(`${plainModel}${verifier}${other}model m = verified(a, by: v, else: b)`)).toMatchObject({
      success: '67/100',
      latency: '28/5',
      cost: '61/5',
    })
  })

  it('combines per kind of task, then averages', () => {
    const model = numbersOf(
      'task easy\ntask hard\nmodel a { success.easy: 1/2, success.hard: 0, latency: 1, cost: 1 }\nmodel m = retry(a, 2)',
    )
    expect(model).toMatchObject({ success: '3/8', cost: '7/4' })
    expect(model.kinds).toMatchObject([
      { success: '3/4', cost: '3/2' },
      { success: '0', cost: '2' },
    ])
  })

  it('takes its own numbers from its block, and parts that are combinations', () => {
    expect(
      numbersOf(`${plainModel}model m = retry(twice, 2) { cost: 1 }\nmodel twice = retry(a, 2)`),
    ).toMatchObject({ success: '609/625', cost: '1' })
  })

  it.each([
    ['too few arguments', 'model m = retry(a)', 'E0219'],
    ['a name for no parameter', 'model m = verified(a, via: a, else: a)', 'E0219'],
    ['a part of a number', 'model m = retry(a, 1.5)', 'E0301'],
    ['too many tries', 'model m = retry(a, 101)', 'E0301'],
    ['a verifier that is a model', 'model m = verified(a, by: a, else: a)', 'E0212'],
    ['a combination that is none', 'model m = rerty(a, 2)', 'E0205'],
    ['a model made from itself', 'model m = parallel(a, m)', 'E0213'],
  ])('is refused with %s', (_, text, code) => {
    expect(codesOf(game(`${plainModel}${text}`))).toBe(code)
  })
})
