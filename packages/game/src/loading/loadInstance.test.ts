import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expression } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import { num, originOf, quantity, ref, sampleGame, unary } from '../testing/sampleGame.ts'
import { loadInstance } from './loadInstance.ts'
import { list, record, type Shape, text, words } from './shape.ts'

const plain: Expression = num('1')

/** A game in which every kind of expression, term, condition and optional part occurs. */
const everything: GameInstance = {
  ...sampleGame,
  label: 'A label',
  doc: 'What it is about',
  randoms: [
    {
      name: 'spread',
      purpose: 'uncertainty',
      range: 'share',
      distribution: { kind: 'counts', successes: num('1'), trials: num('2') },
      point: num('1/2'),
      dimension: {},
      origin: originOf('1 of 2'),
    },
  ],
  definitions: [
    ...sampleGame.definitions,
    ...(['neg', 'abs', 'sqrt', 'exp', 'log'] as const).map((op) => {
      return { name: op, doc: 'one', value: quantity({ op, arg: ref('spread') }) }
    }),
    ...(['add', 'sub', 'mul', 'div', 'pow'] as const).map((op) => {
      return { name: op, doc: null, value: quantity({ op, left: plain, right: plain }) }
    }),
    ...(['min', 'max'] as const).map((op) => {
      return { name: op, doc: null, value: quantity({ op, args: [plain, plain] }) }
    }),
  ],
  provider: {
    ...sampleGame.provider,
    throttle: quantity(num('60'), { time: 1 }),
    ties: { word: 'weak', origin: null },
  },
  asserts: [
    {
      condition: {
        op: 'and',
        left: {
          op: 'not',
          arg: { op: 'compare', comparison: 'lt', left: { op: 'solution', path: ['a', 'b'] }, right: plain },
        },
        right: {
          op: 'or',
          left: {
            op: 'within',
            value: { op: 'neg', arg: { op: 'word', value: 'x' } },
            low: plain,
            high: plain,
          },
          right: {
            op: 'and',
            left: { op: 'holds', path: ['throttling', 'pays'] },
            right: { op: 'or', left: { op: 'true' }, right: { op: 'false' } },
          },
        },
      },
      plain: false,
      message: 'say',
      dimension: { money: 1, time: -1, tokens: 2 },
      origin: originOf('assert'),
    },
  ],
  sweeps: [],
}

/** The JSON of the sample with the value at a path replaced, or removed. */
function changed(path: readonly (string | number)[], value?: unknown): unknown {
  const json = JSON.parse(JSON.stringify(everything)) as unknown
  const last = path.at(-1) ?? ''
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], json)
  if (value === undefined) Reflect.deleteProperty(holder as object, last)
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true })
  return json
}

function message(json: unknown): string | null {
  const loaded = loadInstance(json)
  return loaded.ok ? null : loaded.message
}

describe('an instance read back from JSON', () => {
  it('is the one that was written', () => {
    for (const instance of [sampleGame, everything]) {
      const loaded = loadInstance(JSON.parse(JSON.stringify(instance)))
      expect(loaded).toEqual({ ok: true, instance })
    }
  })

  it.each<[string, unknown, string]>([
    ['null', null, 'the instance: expected an object, found null'],
    ['a list', [], 'the instance: expected an object, found a list'],
    ['an empty object', {}, "the instance: lacks the field 'schema'"],
    [
      'another version',
      changed(['schema'], 'plumbline/game@2'),
      "schema: expected 'plumbline/game@1', found the text 'plumbline/game@2'",
    ],
    ['a missing field', changed(['models', 1, 'cost']), "models[1]: lacks the field 'cost'"],
    ['a number for a text', changed(['name'], 3), 'name: expected a name, found 3'],
    ['a text for a list', changed(['models'], 'all'), "models: expected a list, found the text 'all'"],
    ['no models', changed(['models'], []), 'models: expected at least 1, found none'],
    [
      'an unknown operation',
      changed(['models', 1, 'cost', 'expression', 'op'], 'plus'),
      "models[1].cost.expression: 'op' expected one of 'number', 'ref', 'neg', 'abs', 'sqrt', 'exp', 'log', 'add', 'sub', 'mul', 'div', 'pow', 'min', 'max', found the text 'plus'",
    ],
    [
      'an operation of the prototype',
      changed(['models', 1, 'cost', 'expression', 'op'], 'constructor'),
      "models[1].cost.expression: 'op' expected one of 'number', 'ref', 'neg', 'abs', 'sqrt', 'exp', 'log', 'add', 'sub', 'mul', 'div', 'pow', 'min', 'max', found the text 'constructor'",
    ],
    [
      'a float for a numeral',
      changed(['models', 0, 'cost', 'expression', 'value'], '0.5'),
      `models[0].cost.expression.value: expected a whole number or a ratio such as "1/8", found the text '0.5'`,
    ],
    [
      'a denominator of zero',
      changed(['models', 0, 'cost', 'expression', 'value'], '1/0'),
      `models[0].cost.expression.value: expected a whole number or a ratio such as "1/8", found the text '1/0'`,
    ],
    [
      'a field that is not there',
      changed(['users', 0, 'inside'], 3),
      "users[0]: has no field 'inside'; its fields are name, label, doc, origin, weight, value, patience, outside, sees, rationality",
    ],
    [
      'a prototype',
      changed(['users', 0, '__proto__'], { value: 1 }),
      "users[0]: has no field '__proto__'; its fields are name, label, doc, origin, weight, value, patience, outside, sees, rationality",
    ],
    [
      'an index that is none',
      changed(['menu', 'chain', 'starts', 0], 0.5),
      'menu.chain.starts[0]: expected a whole number from 0 on, found 0.5',
    ],
    [
      'a word that is not one',
      changed(['provider', 'ties', 'word'], 'mean'),
      "provider.ties.word: expected one of 'strong', 'weak', found the text 'mean'",
    ],
    [
      'a yes that is none',
      changed(['asserts', 0, 'plain'], 1),
      'asserts[0].plain: expected true or false, found 1',
    ],
    [
      'a power that is no number',
      changed(['asserts', 0, 'dimension', 'money'], '1'),
      "asserts[0].dimension.money: expected a number, found the text '1'",
    ],
  ])('says what is wrong with %s', (_, json, expected) => {
    expect(message(json)).toBe(expected)
  })

  it.each<[string, unknown, string]>([
    [
      'a name used twice',
      changed(['definitions', 0, 'name'], 'churn'),
      "params, definitions and randoms: the name 'churn' stands twice",
    ],
    [
      'two models of one name',
      changed(['models', 1, 'name'], 'fast'),
      "models: the name 'fast' stands twice",
    ],
    [
      'a reference to nothing',
      changed(['models', 0, 'cost', 'expression'], ref('toString')),
      "the cost of model 'fast': refers to 'toString', which is no param, definition or random",
    ],
    [
      'a reference to nothing in an assert',
      changed(['asserts', 0, 'condition'], { op: 'within', value: plain, low: plain, high: ref('gone') }),
      "asserts[0]: refers to 'gone', which is no param, definition or random",
    ],
    [
      'names in a circle',
      changed(['definitions', 0, 'value', 'expression'], unary('neg', ref('wait'))),
      "'wait' refers to 'wait': names defined by themselves",
    ],
    [
      'a state without its model',
      changed(['menu', 'chain', 'states', 0, 'model'], 2),
      'menu.chain.states: a state without its model',
    ],
    [
      'a start that is no state',
      changed(['menu', 'chain', 'starts'], [7]),
      'menu.chain.starts: a start that is no state',
    ],
    [
      'a start twice',
      changed(['menu', 'chain', 'starts'], [0, 0]),
      'menu.chain.starts: the same start twice',
    ],
    [
      'a variable of no state',
      changed(['menu', 'chain', 'variables', 0, 'state'], 2),
      'menu.chain.variables: a variable of no state',
    ],
    [
      'too few rows',
      changed(['menu', 'chain', 'transitions'], []),
      'menu.chain.transitions: expected one row for each state',
    ],
    [
      'a transition to no state',
      changed(['menu', 'chain', 'transitions', 0, 0, 'to'], 2),
      'menu.chain.transitions: a transition to no state',
    ],
    [
      'two transitions to one state',
      changed(['menu', 'chain', 'transitions', 0, 0, 'to'], 1),
      'menu.chain.transitions: two transitions to one state',
    ],
    [
      'a transition by no variable',
      changed(['menu', 'chain', 'transitions', 0, 0, 'terms', 0, 'variable'], 1),
      'menu.chain.transitions: a transition by no variable',
    ],
  ])('says what is inconsistent about %s', (_, json, expected) => {
    expect(message(json)).toBe(expected)
  })

  it('refuses nesting without end, and bears it', () => {
    const levels = 200_000
    const deep = `${'{"op":"neg","arg":'.repeat(levels)}{"op":"number","value":"1"}${'}'.repeat(levels)}`
    const json = JSON.stringify(everything).replace('{"op":"ref","name":"churn"}', deep)
    expect(message(JSON.parse(json))).toMatch(
      /^provider\.penalty\.expression\.arg.*….*: nested more than 2000 deep$/,
    )
  })

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(loadInstance(json).ok).toBe(false)
      }),
    )
    const keys = [
      'models',
      'users',
      'menu',
      'provider',
      'params',
      'asserts',
      'units',
      'definitions',
      '__proto__',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, json) => {
        expect(loadInstance(changed([key], json))).toHaveProperty('ok')
      }),
    )
  })
})

describe('a shape', () => {
  it('compiles only for the very type it describes', () => {
    interface Point {
      readonly name: string
      readonly kind: 'a' | 'b'
      readonly tags: readonly string[]
    }
    const right: Shape<Point> = record<Point>({ name: text, kind: words('a', 'b'), tags: list(text) })
    // @ts-expect-error: a field is missing
    const short = record<Point>({ name: text, kind: words('a', 'b') })
    // @ts-expect-error: too few words
    const narrow = record<Point>({ name: text, kind: words('a'), tags: list(text) })
    // @ts-expect-error: any text would do
    const wide = record<Point>({ name: text, kind: text, tags: list(text) })
    expect([right, short, narrow, wide].map(({ kind }) => kind)).toEqual([
      'record',
      'record',
      'record',
      'record',
    ])
  })
})
