import { at, type GameInstance, type RandomVariable } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { num, sampleInstance } from '../document/testing/sample-instance.ts'
import { atPopulation } from './population-game.ts'
import { populationTypes } from './types.ts'

const base = sampleInstance({ p: ['1/2', '4/5'], c: ['1', '2'], t: ['1', '2'], V: 2, P: 1 })
const ref = (name: string) => ({ op: 'ref', name }) as const

function spread(
  name: string,
  distribution: RandomVariable['distribution'],
  range: RandomVariable['range'] = 'not-negative',
): RandomVariable {
  const point = num(1)
  return { name, purpose: 'population', distribution, range, point, dimension: {}, origin: null }
}

const uniform = (low: string, high: string): RandomVariable['distribution'] => {
  return { kind: 'uniform', low: num(low), high: num(high) }
}

/** The sample game with other fields of its user. */
function instanceWith(
  fields: { readonly value?: ReturnType<typeof ref>; readonly patience?: ReturnType<typeof ref> },
  randoms: readonly RandomVariable[],
  definitions: GameInstance['definitions'] = [],
): GameInstance {
  const quantity = (expression: ReturnType<typeof ref>) => ({ expression, dimension: {}, origin: null })
  const users = base.users.map((user) => ({
    ...user,
    ...(fields.value === undefined ? {} : { value: quantity(fields.value) }),
    ...(fields.patience === undefined ? {} : { patience: quantity(fields.patience) }),
  }))
  return { ...base, users, randoms, definitions }
}

interface Numbers {
  readonly weight: number
  readonly value: number
  readonly patience: number
}

function numbersOf(instance: GameInstance, types: number): readonly Numbers[] {
  const evaluation = atPopulation(instance, new Map(), { types }, ({ game }) =>
    game.users.map(({ weight, value, patience }) => {
      const [w, v, k] = [weight, value, patience].map((n) => game.arithmetic.toNumber(n))
      return { weight: w ?? 0, value: v ?? 0, patience: k ?? 0 }
    }),
  )
  if (!evaluation.ok) throw new TypeError(JSON.stringify(evaluation.problems))
  return evaluation.value
}

describe('the types of a population', () => {
  it('are one for each user where nobody differs', () => {
    expect(populationTypes(base)).toEqual({ ok: true, value: [{ user: 0, of: 1, assignment: new Map() }] })
  })

  it('are parts of equal probability at their means', () => {
    const instance = instanceWith({ value: ref('user.value') }, [spread('user.value', uniform('1', '3'))])
    const numbers = numbersOf(instance, 4)
    expect(numbers.map(({ value }) => value)).toEqual([1.25, 1.75, 2.25, 2.75])
    expect(numbers.map(({ weight }) => weight)).toEqual([0.25, 0.25, 0.25, 0.25])
  })

  it('number 64 for one random variable and 256 for several, unless told', () => {
    const value = spread('user.value', uniform('1', '3'))
    const patience = spread('user.patience', uniform('1', '3'))
    const one = populationTypes(instanceWith({ value: ref('user.value') }, [value]))
    expect(one.ok && one.value.length).toBe(64)
    const both = instanceWith({ value: ref('user.value'), patience: ref('user.patience') }, [value, patience])
    const two = populationTypes(both)
    expect(two.ok && two.value.length).toBe(256)
  })

  it('visit every part of each of several random variables once, and fill the square', () => {
    const instance = instanceWith({ value: ref('user.value'), patience: ref('user.patience') }, [
      spread('user.value', uniform('0', '1')),
      spread('user.patience', uniform('0', '1')),
    ])
    const numbers = numbersOf(instance, 64)
    const parts = (read: (type: Numbers) => number) =>
      numbers.map((type) => Math.floor(read(type) * 64)).sort((a, b) => a - b)
    const all = Array.from({ length: 64 }, (_, index) => index)
    expect(parts(({ value }) => value)).toEqual(all)
    expect(parts(({ patience }) => patience)).toEqual(all)
    // Of 16 squares each has about four of the 64.
    const squares = new Map<number, number>()
    for (const { value, patience } of numbers) {
      const square = 4 * Math.floor(value * 4) + Math.floor(patience * 4)
      squares.set(square, (squares.get(square) ?? 0) + 1)
    }
    expect(Math.min(...squares.values())).toBeGreaterThanOrEqual(3)
    expect(Math.max(...squares.values())).toBeLessThanOrEqual(5)
    expect(squares.size).toBe(16)
    // Independent: the mean product of two numbers that are uniform on [0, 1].
    const product = numbers.reduce((sum, { value, patience }) => sum + value * patience, 0) / 64
    expect(product).toBeCloseTo(0.25, 2)
  })

  it('are one random variable wherever its name is used', () => {
    const instance = instanceWith(
      { value: ref('double'), patience: ref('mood') },
      [spread('mood', uniform('1', '2'))],
      [
        {
          name: 'double',
          doc: null,
          value: {
            expression: { op: 'mul', left: num(2), right: ref('mood') },
            dimension: {},
            origin: null,
          },
        },
      ],
    )
    const numbers = numbersOf(instance, 8)
    expect(numbers.map(({ patience }) => patience)).toEqual([
      1.0625, 1.1875, 1.3125, 1.4375, 1.5625, 1.6875, 1.8125, 1.9375,
    ])
    for (const { value, patience } of numbers) expect(value).toBe(2 * patience)
  })

  it('agree with the instance at the numbers of one type', () => {
    const nested: RandomVariable['distribution'] = {
      kind: 'normal',
      mean: ref('user.value'),
      deviation: num('1/4'),
    }
    const instance = instanceWith({ value: ref('user.value'), patience: ref('user.patience') }, [
      spread('user.value', { kind: 'lognormal', median: num(2), sigma: num('1/2') }),
      spread('user.patience', nested),
    ])
    const numbers = numbersOf(instance, 32)
    const types = populationTypes(instance, new Map(), { types: 32 })
    if (!types.ok) throw new TypeError('types')
    for (const [index, { user, assignment }] of types.value.entries()) {
      const alone = at(instance, assignment, (game) => {
        const { value, patience } = game.users[user] ?? {}
        if (value === undefined || patience === undefined) throw new TypeError('a user')
        return [game.arithmetic.toNumber(value), game.arithmetic.toNumber(patience)]
      })
      expect(alone.ok && alone.value).toEqual([numbers[index]?.value, numbers[index]?.patience])
    }
    // Patience goes with value: it is normal around it.
    const gaps = numbers.map(({ value, patience }) => Math.abs(patience - value))
    expect(Math.max(...gaps)).toBeLessThan(0.8)
  })

  it('keep the range of their field, under the name of a let too', () => {
    const wide: RandomVariable['distribution'] = { kind: 'normal', mean: num(0), deviation: num(1) }
    const named = instanceWith({ value: ref('wealth') }, [spread('wealth', wide, 'any')])
    for (const { value } of numbersOf(named, 16)) expect(value).toBeGreaterThan(0)
  })

  it('take a random variable that is assigned as a number', () => {
    const instance = instanceWith({ value: ref('user.value') }, [spread('user.value', uniform('1', '3'))])
    const types = populationTypes(instance, new Map([['user.value', num(2)]]))
    expect(types.ok && types.value.length).toBe(1)
  })

  it('keep numbers rational where the mean of a spread is none', () => {
    const random = spread('user.value', { kind: 'lognormal', median: num(2), sigma: num(1) })
    const instance = instanceWith({ value: ref('user.value') }, [
      { ...random, point: { op: 'exp', arg: num('1/2') } },
    ])
    const name = atPopulation(instance, new Map(), {}, ({ game }) => game.arithmetic.name)
    expect(name).toEqual({ ok: true, value: 'adaptive' })
  })

  it('are a problem where a spread lies outside the range of its field', () => {
    const instance = instanceWith({ value: ref('user.value') }, [spread('user.value', uniform('-2', '-1'))])
    expect(populationTypes(instance)).toEqual({
      ok: false,
      problems: [
        {
          kind: 'out-of-range',
          what: "'user.value'",
          value: 'a spread that lies wholly outside',
          range: '0 or more',
          origin: null,
        },
      ],
    })
  })
})
