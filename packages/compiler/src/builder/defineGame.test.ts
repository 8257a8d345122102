import type { GameInstance } from '@plumbline/game'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { defineMenu } from '../vocabulary/define.ts'
import { escalationField } from '../vocabulary/menus/fields.ts'
import { chainOfSteps } from '../vocabulary/menus/steps.ts'
import { makeVocabulary } from '../vocabulary/vocabulary.ts'
import { assistant, instanceOf } from '../testing/compileText.ts'
import { definitionOf } from '../testing/definitionOf.ts'
import { withoutPlaces } from '../testing/withoutPlaces.ts'
import { formula, ref } from './amount.ts'
import { geometric, linear } from './axes.ts'
import { defineGame } from './defineGame.ts'
import { gameFile } from './gameFile.ts'
import { beta, lognormal, of, plusMinus, uncertain, uniform } from './spreads.ts'
import { hours, milliseconds, minutes, money, percent, perUsd, seconds, usd, usdPerHour, usdPerMtok } from './units.ts' // prettier-ignore

const folder = new URL('../../../../examples/', import.meta.url)
const examples = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.game'))
      .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
      .filter(({ text }) => !/^import\b/m.test(text))
  : []

const developer = { value: usd(0.5), patience: usdPerHour(40) }
const twoModels = {
  standard: { success: percent(62), latency: seconds(4), cost: usd(0.002) },
  reasoning: { success: of(194, 225), latency: seconds(37.6), cost: usd(0.025) },
} as const
const small = {
  name: 'assistant',
  models: twoModels,
  menu: { cascade: ['standard', 'reasoning'] },
  users: { developer },
  provider: { name: 'acme', penalty: usd(0.1) },
} as const

/** What a call throws. */
function thrownBy(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    return String(error)
  }
  return 'nothing'
}

describe('a game as data', () => {
  it('is the instance of the file that says the same', () => {
    const game: GameInstance = defineGame({
      name: 'assistant',
      label: 'Two-tier assistant',
      doc: 'Who gets the slow model, and who pays for it?',
      params: { churn: { value: usd(0.1), in: [usd(0), usd(1)] } },
      models: {
        standard: { label: 'Instant', success: percent(62), latency: seconds(4), cost: usd(0.002) },
        reasoning: {
          label: 'Thinking',
          success: of(194, 225),
          latency: formula`0.6 s + 2_400 tok / (65 tok/s)`,
          cost: formula`${usdPerMtok(1.25)} * 900 tok + ${usdPerMtok(10)} * 2_400 tok`,
        },
      },
      menu: { cascade: ['standard', 'reasoning'] },
      users: {
        developer: { label: 'Developer on a deadline', value: usd(0.5), patience: usdPerHour(40) },
      },
      provider: { name: 'acme', penalty: ref('churn') },
      asserts: [
        {
          condition: 'developer.gap <= 0.05 USD',
          message: 'users should not lose more than five cents to our routing',
        },
        'not throttling.pays',
      ],
      sweeps: {
        regimes: {
          axes: { churn: linear(usd(0), usd(1)), 'developer.value': linear(usd(0.05), usd(2), 200) },
        },
      },
    })
    expect(withoutPlaces(game)).toEqual(withoutPlaces(instanceOf(assistant)))
  })

  it('may say all that a file may', () => {
    const game = defineGame({
      name: 'everything',
      rates: { EUR: usd(1.08) },
      params: { churn: usd(0.1) },
      lets: { wait: plusMinus(seconds(4), milliseconds(500)) },
      tasks: { easy: { weight: percent(70) }, hard: { weight: percent(30) } },
      verifiers: { tests: { passes: 0.98, catches: 0.8, latency: seconds(1), cost: money(0.001, 'EUR') } },
      models: {
        quick: {
          'success.easy': [0.62, 0.7],
          'success.hard': of(10, 40),
          latency: ref('wait'),
          cost: usd(0.002),
        },
        careful: { success: beta(80, 20), latency: lognormal(minutes(0.5), 0.5), cost: usd(0.03) },
        safe: { is: { verified: 'quick', by: 'tests', else: 'careful' } },
        pair: { is: { parallel: ['quick', 'careful'] } },
        sure: { is: { retry: 'pair', times: 2 }, price: usd(0.01) },
        copy: { is: 'careful', label: 'Careful too' },
      },
      menu: {
        name: 'route_map',
        free: ['quick', 'careful', 'safe'],
        start: 'quick',
        'escalation.quick.careful': [0.1, 0.5],
        'escalation.quick.safe': 0.2,
      },
      users: {
        one: {
          weight: 1,
          value: uniform(usd(0.2), usd(0.8)),
          patience: usdPerHour(40),
          sees: 'attempts',
          outside: usd(-0.1),
        },
        two: {
          weight: 2,
          value: uncertain(plusMinus(usd(0.5), usd(0.1))),
          patience: usdPerHour(40),
          rationality: perUsd(8),
        },
      },
      provider: {
        name: 'acme',
        penalty: formula`2 * ${ref('churn')}`,
        throttle: hours(0.5),
        routing: 'hidden',
        ties: 'weak',
      },
      sweeps: {
        grid: {
          label: 'A grid',
          axes: { churn: [usd(0), usd(1)], 'two.value': geometric(usd(0.1), usd(1), 5) },
        },
      },
    })
    const file = `game everything
rate EUR = 1.08 USD
param churn = 0.10 USD
let wait = 4 s ± 500 ms
task easy { weight: 70% }
task hard { weight: 30% }
verifier tests { passes: 0.98, catches: 0.8, latency: 1 s, cost: 0.001 EUR }
model quick { success.easy: [0.62, 0.70], success.hard: 10 of 40, latency: wait, cost: 0.002 USD }
model careful { success: beta(80, 20), latency: lognormal(0.5 min, 0.5), cost: 0.03 USD }
model safe = verified(quick, by: tests, else: careful)
model pair = parallel(quick, careful)
model sure = retry(pair, 2) { price: 0.01 USD }
model copy "Careful too" = careful
menu route_map = free(quick, careful, safe) {
  start: quick
  escalation.quick.careful: 0.1 .. 0.5
  escalation.quick.safe: 0.2
}
user one { weight: 1, value: uniform(0.2 USD, 0.8 USD), patience: 40 USD/h, sees: attempts, outside: -0.1 USD }
user two { weight: 2, value: uncertain(0.5 USD ± 0.1 USD), patience: 40 USD/h, rationality: 8 / (1 USD) }
provider acme { offers: route_map, penalty: 2 * churn, throttle: 0.5 h, routing: hidden, ties: weak }
sweep grid "A grid" { churn: [0 USD, 1 USD], two.value: geometric(0.1 USD, 1 USD, 5) }
`
    expect(withoutPlaces(game)).toEqual(withoutPlaces(instanceOf(file)))
  })

  it.each(examples.map((file) => [file.name, file] as const))('says what %s says', (_, file) => {
    const { instance } = compile(file)
    if (instance !== null)
      expect(withoutPlaces(defineGame(definitionOf(file)))).toEqual(withoutPlaces(instance))
  })

  it('takes a number for the decimal that it is written as', () => {
    const { models } = defineGame({
      ...small,
      models: { ...twoModels, standard: { ...twoModels.standard, cost: usd(1e-7) } },
    })
    expect(models[0]?.cost.expression).toEqual({ op: 'number', value: '1/10000000' })
  })

  it('takes labels and documentation as text, whatever is in them', () => {
    const label = 'a "label" \\ {\n} model x // \u0000\u2028'
    const doc = 'one */ two\r\n\n/// three'
    const game = defineGame({ ...small, label, doc, users: { developer: { ...developer, label } } })
    expect([game.label, game.users[0]?.label, game.doc]).toEqual([label, label, 'one */ two\n\n/// three'])
  })

  it('takes names of prototypes for names', () => {
    const models = { ['__proto__']: twoModels.standard, constructor: twoModels.reasoning }
    const game = defineGame({ ...small, models, menu: { cascade: ['__proto__', 'constructor'] } })
    expect(game.models.map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
  })

  it('takes the words of a vocabulary of one’s own', () => {
    const coin = defineMenu({
      name: 'coin',
      doc: 'one step, from the first model to the second',
      example: 'menu m = coin(a, b)',
      parameters: [{ name: 'models', is: 'models', doc: 'two models' }],
      fields: [escalationField],
      chain: ({ models }, { escalation }) => chainOfSteps(models, [[0, 1]], { escalation }),
    })
    const menu = { is: formula`coin(standard, reasoning)`, escalation: 0.25 }
    const game = defineGame({ ...small, menu }, { vocabulary: makeVocabulary([coin]) })
    expect(game.menu.form).toBe('coin')
  })
})

describe('the file of a game as data', () => {
  it('is laid out', () => {
    expect(gameFile(small).text).toBe(`game assistant

model standard {
  success: 62%
  latency: 4 s
  cost:    0.002 USD
}

model reasoning {
  success: 194 of 225
  latency: 37.6 s
  cost:    0.025 USD
}

menu tiers = cascade(standard, reasoning)

user developer {
  value:    0.5 USD
  patience: 40 USD/h
}

provider acme {
  offers:  tiers
  penalty: 0.1 USD
}
`)
  })

  it('gives what is wrong as data', () => {
    const { diagnostics } = compile(gameFile({ ...small, users: { developer: { ...developer, weight: 0 } } }))
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "the weight of user 'developer' must be more than 0, and is 0",
    ])
  })
})

describe('a mistake', () => {
  it('in the numbers is shown as in a file, all at once', () => {
    const standard = { success: 1.2, latency: usd(3) as never, cost: usd(0.002) }
    expect(thrownBy(() => defineGame({ ...small, models: { ...twoModels, standard } }))).toBe(
      `TypeError: this definition is no game

error[E0301]: the success of model 'standard' must be more than 0, at most 1 (100 %), and is 1.2
  ┌─ assistant (defineGame):4:12
  │
 4│   success: 1.2
  │            ^^^ this is 1.2
  │
  = see: plumb explain E0301

error[E0214]: latency is a time, but this is money
  ┌─ assistant (defineGame):5:12
  │
 5│   latency: 3 USD
  │            ^^^^^ money, written here
  │
  = a model's latency is how long one attempt takes, for example '4 s'
  = see: plumb explain E0214
`,
    )
  })

  it.each([
    [
      'a name that is none',
      () =>
        defineGame({ ...small, models: { 'gpt-4.1': twoModels.standard }, menu: { static: ['gpt-4.1'] } }),
      /^TypeError: models\.gpt-4\.1: the text "gpt-4\.1" is no name/,
    ],
    [
      'a reserved name',
      () => defineGame({ ...small, users: { in: developer } }),
      /^TypeError: users\.in: the text "in" is no name/,
    ],
    [
      'a name with a declaration in it',
      () => gameFile({ ...small, users: { 'a {} model b': developer } }),
      /is no name/,
    ],
    ['a number that is none', () => usd(Number.NaN), /^RangeError: not a finite number: NaN$/],
    [
      'one in a field',
      () => gameFile({ ...small, users: { a: { value: Number.POSITIVE_INFINITY } } }),
      /^RangeError: users\.a\.value: not a finite number: Infinity$/,
    ],
    [
      'null',
      () => gameFile({ ...small, users: { a: { value: null as never } } }),
      /^TypeError: users\.a\.value: expected a number or an amount, found null$/,
    ],
    [
      'a text',
      () => gameFile({ ...small, users: { a: { value: '3 USD' as never } } }),
      /^TypeError: users\.a\.value: the text "3 USD" is no name/,
    ],
    [
      'no menu',
      () => gameFile({ ...small, menu: {} as never }),
      /^TypeError: menu: expected one of static, cascade, escalate, free, choice with its models$/,
    ],
    [
      'no models',
      () => gameFile({ ...small, menu: { cascade: 'standard' as never } }),
      /^TypeError: menu\.cascade: expected a list of names, found the text "standard"$/,
    ],
    [
      'a model from nothing',
      () => gameFile({ ...small, models: { ...twoModels, third: { is: {} as never } } }),
      /^TypeError: models\.third\.is: expected one of retry, parallel and verified$/,
    ],
    [
      'a condition that goes on',
      () => gameFile({ ...small, asserts: ['1 < 2 }\nmodel a {'] }),
      /^TypeError: this is no formula/,
    ],
    [
      'an amount that nothing made',
      () =>
        gameFile({
          ...small,
          provider: { name: 'acme', penalty: { kind: 'amount', text: '1 USD }\nmodel a {' } },
        }),
      /^TypeError: provider\.penalty: this is no formula/,
    ],
    [
      'an axis that nothing made',
      () =>
        gameFile({
          ...small,
          sweeps: { s: { axes: { 'acme.penalty': { kind: 'axis', text: '1 } assert 1 < 2' } } } },
        }),
      /^TypeError: this is no formula/,
    ],
    [
      'half a range',
      () => gameFile({ ...small, params: { churn: { value: 1, in: 2 as never } } }),
      /^TypeError: params\.churn\.in: expected a list, found 2$/,
    ],
    [
      'a currency that is none',
      () => money(1, 'USD/h'),
      /^TypeError: a currency is a code of three capitals such as 'USD', not "USD\/h"$/,
    ],
    ['a reference that is none', () => ref('a b'), /^TypeError: ref: "a b" is no name$/],
    [
      'half a formula',
      () => formula`1 +`,
      /^TypeError: this is no formula\n\nerror\[E0110\]: a value is missing after '\+'/,
    ],
    [
      'a formula with a comment',
      () => formula`1 // one`,
      /^TypeError: a formula has no comments: 1 \/\/ one$/,
    ],
    ['a formula that closes what it did not open', () => formula`1) + (2`, /^TypeError: this is no formula/],
  ] as const)('is named with its place: %s', (_, call, said) => {
    expect(thrownBy(call)).toMatch(said)
  })
})
