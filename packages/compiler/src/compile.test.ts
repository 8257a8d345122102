import { at, loadInstance } from '@plumbline/game'
import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import { assistant, codesOf, fileOf, instanceOf, messagesOf } from './testing/compileText.ts'

/** A game in bare numbers, as the paper writes them. */
const bare = `
model a { success: 0.5, latency: 1, cost: 1 }
model b { success: 0.8, latency: 2, cost: 3 }
menu m = cascade(a, b)
user u { value: 10 }
provider p { offers: m, penalty: 4 }
`

describe('the example of the documentation', () => {
  it('compiles without a word', () => {
    expect(compile(fileOf(assistant)).diagnostics).toEqual([])
  })

  it('has its names, labels, documentation and units in the instance', () => {
    const { schema, name, label, doc, units } = instanceOf(assistant)
    expect({ schema, name, label, doc, units }).toEqual({
      schema: 'plumbline/game@1',
      name: 'assistant',
      label: 'Two-tier assistant',
      doc: 'Who gets the slow model, and who pays for it?',
      units: { cost: 'USD', time: 's', utility: 'USD' },
    })
  })

  it('has every number in base units, to the last digit', () => {
    const numbers = at(instanceOf(assistant), new Map(), ({ arithmetic, models, users, provider }) => ({
      models: models.map(({ name, success, latency, cost, price }) => [
        name,
        ...[success, latency, cost, price].map((n) => arithmetic.toExact(n)),
      ]),
      user: users.map(({ value, patience }) => [arithmetic.toExact(value), arithmetic.toExact(patience)]),
      penalty: arithmetic.toExact(provider.penalty),
    }))
    expect(numbers).toEqual({
      ok: true,
      value: {
        models: [
          ['standard', '31/50', '4', '1/500', '0'],
          ['reasoning', '194/225', '2439/65', '201/8000', '0'],
        ],
        user: [['1/2', '1/90']],
        penalty: '1/10',
      },
    })
  })

  it('says where each number was written', () => {
    expect(instanceOf(assistant).models[0]?.latency.origin).toEqual({
      file: 'assistant.game',
      line: 8,
      column: 12,
      start: 218,
      end: 221,
      text: '4 s',
    })
  })

  it('refers to params by name, so that a changed param changes the game', () => {
    expect(instanceOf(assistant).provider.penalty.expression).toEqual({ op: 'ref', name: 'churn' })
  })

  it('makes counts a random variable with their share for its point', () => {
    const { randoms, models } = instanceOf(assistant)
    expect(models[1]?.success.expression).toEqual({ op: 'ref', name: 'reasoning.success' })
    expect(randoms).toMatchObject([
      {
        name: 'reasoning.success',
        distribution: { kind: 'counts', successes: { value: '194' }, trials: { value: '225' } },
        point: { op: 'div', left: { value: '194' }, right: { value: '225' } },
      },
    ])
  })

  it('loads back from its JSON', () => {
    const instance = instanceOf(assistant)
    expect(loadInstance(JSON.parse(JSON.stringify(instance)))).toEqual({ ok: true, instance })
  })

  it('compiles to the same game in any order of its declarations', () => {
    const parts = bare.trim().split('\n')
    const without = (text: string): unknown =>
      JSON.parse(
        JSON.stringify(instanceOf(text), (key, value: unknown) => (key === 'origin' ? undefined : value)),
      )
    const reversed = without(`${parts.slice(2).reverse().join('\n')}\n${parts.slice(0, 2).join('\n')}`)
    expect(reversed).toEqual(without(bare))
  })
})

describe('a game in bare numbers', () => {
  it('has no units, and a patience of 1', () => {
    const { units, users, name } = instanceOf(bare)
    expect(units).toEqual({ cost: null, time: null, utility: null })
    expect(users[0]?.patience.expression).toEqual({ op: 'number', value: '1' })
    expect(name).toBe('assistant')
  })

  it('may count its value in seconds of waiting', () => {
    const seconds = bare
      .replace('latency: 1', 'latency: 1 s')
      .replace('latency: 2', 'latency: 2 s')
      .replace('value: 10', 'value: 10 s')
    expect(instanceOf(seconds).units).toEqual({ cost: null, time: 's', utility: 's' })
  })

  it('does not take a unit in one place only', () => {
    expect(messagesOf(bare.replace('value: 10', 'value: 10 USD'))).toEqual(["user 'u' has no patience"])
    expect(messagesOf(bare.replace('latency: 1,', 'latency: 1 s,'))).toEqual([
      'latency is a time, but this is a plain number',
    ])
  })
})

describe('numbers', () => {
  const latency = (text: string): unknown =>
    at(
      instanceOf(bare.replace('latency: 1,', `latency: ${text},`)),
      new Map(),
      ({ arithmetic, models: [a] }) => (a === undefined ? null : arithmetic.toExact(a.latency)),
    )
  it.each([
    ['62%', '31/50'],
    ['2.5e-3', '1/400'],
    ['1_000 / 3', '1000/3'],
    ['2 * 1 min / (30 s)', '4'],
    ['min(3, 4) + max(1, 2) + abs(-1)', '6'],
    ['sqrt(9/4)', '3/2'],
    ['sqrt(4 s^2) / (1 s)', null],
    ['(4 s)^2 / (2 s)^2', '4'],
    ['2 ^ 3', '8'],
    ['exp(0) + log(1)', '1'],
    ['1 h / (1 min)', '60'],
    ['1 week / (1 day)', '7'],
    ['1 Mtok / (1 ktok)', '1000'],
    ['1000000000 ns / (1 s)', '1'],
    ['60 * (1 / min) * (1 s)', '1'],
  ])('%s is %s', (text, value) => {
    if (value === null) expect(codesOf(bare.replace('latency: 1,', `latency: ${text},`))).toContain('W0603')
    else expect(latency(text)).toEqual({ ok: true, value })
  })

  it('may be in another currency where a rate says what it is worth', () => {
    const text = assistant.replace('0.10 USD in', '0.10 EUR in').replace('game', 'rate EUR = 1.08 USD\ngame')
    const penalty = at(instanceOf(text), new Map(), ({ arithmetic, provider }) =>
      arithmetic.toExact(provider.penalty),
    )
    expect(penalty).toEqual({ ok: true, value: '27/250' })
  })

  it('that a let names are defined once, and counts of a let are one random variable', () => {
    const text = bare
      .replace('success: 0.5', 'success: share')
      .replace('success: 0.8', 'success: share * 1.2')
      .replace('\nmodel a', 'let share = 3 of 5\nlet twice = 2 * pause\nlet pause = 0.5\nmodel a')
      .replace('latency: 1,', 'latency: twice,')
    const { definitions, randoms, models } = instanceOf(text)
    expect(definitions.map(({ name }) => name)).toEqual(['twice', 'pause'])
    expect(randoms.map(({ name }) => name)).toEqual(['share'])
    expect(models[0]?.success.expression).toEqual({ op: 'ref', name: 'share' })
    expect(models[0]?.latency.expression).toEqual({ op: 'ref', name: 'twice' })
  })
})

describe('counts', () => {
  it('of one place get names of their own', () => {
    const text = bare.replace('success: 0.5', 'success: (1 of 4) + (1 of 3) + (1 of 5)')
    expect(instanceOf(text).randoms.map(({ name }) => name)).toEqual([
      'a.success~1',
      'a.success~2',
      'a.success~3',
    ])
  })
})

describe('a copy of a model', () => {
  it('has the fields of its original but for its own', () => {
    const copied = bare.replace(
      'model b { success: 0.8, latency: 2, cost: 3 }',
      'model b = a { success: 0.8, latency: 2 }',
    )
    const [a, b] = instanceOf(copied).models
    expect(b?.cost).toEqual({ ...a?.cost, expression: { op: 'ref', name: 'a.cost' } })
    expect(b?.success.expression).toEqual({ op: 'number', value: '4/5' })
  })

  it('is no copy of itself', () => {
    expect(messagesOf('model a = b\nmodel b = a\n')).toEqual(["'a' is defined by itself: a → b → a"])
  })

  it('does not repeat what is wrong with its original', () => {
    expect(codesOf('model b = a\nmodel a { success: 120%, latency: 1 s, cost: 1 USD }\n')).toBe('E0301')
    expect(codesOf('model b = a\nmodel a { success: 12%, latency: 1 s }\n')).toBe('E0206')
  })
})

describe('a library', () => {
  it('is a file without user and provider, and has no instance', () => {
    expect(compile(fileOf('model a { success: 50%, latency: 4 s, cost: 1 USD }\nlet x = 3\n'))).toMatchObject(
      {
        instance: null,
        library: true,
        diagnostics: [],
      },
    )
  })

  it('is no library with one of them', () => {
    expect(compile(fileOf(bare.replace(/provider.*/, '')))).toMatchObject({ instance: null, library: false })
    expect(messagesOf(bare.replace(/user.*/, ''))).toEqual(['there is a provider here, but no user'])
  })
})

describe('values set from outside', () => {
  it('take the place of a param', () => {
    const { params } = instanceOf(assistant, { set: [{ name: 'churn', value: '20 USD / 100' }] })
    expect(params[0]?.value).toMatchObject({
      expression: { op: 'div', left: { value: '20' }, right: { value: '100' } },
      origin: { file: '--set churn', line: 1, column: 1 },
    })
  })

  it('must have the dimension of the param', () => {
    expect(messagesOf(assistant, { set: [{ name: 'churn', value: '0.2' }] })).toEqual([
      "param 'churn' is money, but this is a plain number",
    ])
  })

  it('must be for a param', () => {
    const { diagnostics } = compile(fileOf(assistant), { set: [{ name: 'chrun', value: '1 USD' }] })
    expect(diagnostics).toMatchObject([
      { code: 'E0224', message: "there is no param called 'chrun'", notes: ["did you mean 'churn'?"] },
    ])
    expect(messagesOf(assistant, { set: [{ name: 'acme', value: '1 USD' }] })).toEqual([
      "'acme' is a provider, and only params can be moved",
    ])
  })

  it('stay within the bounds of the param', () => {
    expect(messagesOf(assistant, { set: [{ name: 'churn', value: '2 USD' }] })).toEqual([
      "param 'churn' must be from 0 USD to 1 USD, and is 2 USD",
    ])
  })
})

describe('hostile input', () => {
  it('may be named like what JavaScript gives to every object', () => {
    const text = bare
      .replaceAll('model a', 'model __proto__')
      .replace('cascade(a', 'cascade(__proto__')
      .replace('user u', 'user constructor')
      .replace('provider p', 'provider toString')
    expect(instanceOf(text).models[0]?.name).toBe('__proto__')
    expect(codesOf('let x = __proto__\n')).toBe('E0203')
    expect(codesOf('let x = hasOwnProperty(1)\n')).toBe('E0205')
    expect(codesOf('__proto__ x = 1\n')).toBe('E0201')
  })

  it('may define ten thousand names by one another, in any order', () => {
    const lets = Array.from({ length: 10_000 }, (_, i) => `let x${i} = ${i === 0 ? '1' : `x${i - 1} * 1`}`)
    expect(codesOf(lets.reverse().join('\n'))).toBe('')
  })

  it('gets a thousand mistakes reported, each', () => {
    const lets = Array.from({ length: 1000 }, (_, i) => `let x${i} = missing_${i * 7919}`)
    const start = performance.now()
    expect(compile(fileOf(lets.join('\n'))).diagnostics).toHaveLength(1000)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
