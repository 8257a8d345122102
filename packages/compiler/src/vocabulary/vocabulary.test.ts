import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { codesOf, fileOf, instanceOf } from '../testing/compileText.ts'
import { defineFunction, defineMenu } from './define.ts'
import { number, over } from './formulas.ts'
import { escalationField } from './menus/fields.ts'
import { chainOfSteps } from './menus/steps.ts'
import { makeVocabulary, vocabulary } from './vocabulary.ts'
import { slipOf } from './units/slips.ts'

interface Settable {
  readonly model?: string
  readonly menu?: string
  readonly form?: string
  readonly user?: string
  readonly provider?: string
  readonly more?: string
}

function game({
  model = '',
  menu = '',
  form = 'cascade',
  user = '',
  provider = '',
  more = '',
}: Settable): string {
  const defaults = (given: string, lines: readonly string[]): string =>
    [...lines.filter((line) => !given.includes(line.slice(0, line.indexOf(':') + 1))), given].join('\n  ')
  return `
model quick {
  ${defaults(model, ['success: 62%', 'latency: 4 s', 'cost: 0.002 USD'])}
}
model careful { success: 86%, latency: 30 s, cost: 0.03 USD }
menu tiers = ${form}(quick, careful) {
  ${menu}
}
user developer {
  ${defaults(user, ['value: 0.50 USD', 'patience: 40 USD/h'])}
}
provider acme {
  ${defaults(provider, ['offers: tiers', 'penalty: 0.10 USD'])}
}
${more}
`
}

describe('what this version does not take', () => {
  it.each([['a second provider', { more: 'provider other { offers: tiers }' }]])(
    'is said to be known where it cannot be compiled: %s',
    (_, change) => {
      expect(codesOf(game(change))).toBe('E0502')
    },
  )
})

describe('menus become chains', () => {
  const chainOf = (change: Settable): unknown => {
    const { chain } = instanceOf(game(change)).menu
    return {
      chooser: chain.chooser,
      starts: chain.starts,
      variables: chain.variables.map(({ name, low, high }) => [name, low, high]),
      leads: chain.transitions.map((row) => row.map(({ to }) => to)),
    }
  }
  const zero = { op: 'number', value: '0' }
  const one = { op: 'number', value: '1' }

  it('cascade: stay, or one up', () => {
    expect(chainOf({})).toEqual({
      chooser: 'provider',
      starts: [0, 1],
      variables: [['escalation.quick', zero, one]],
      leads: [[0, 1], [1]],
    })
  })

  it('static and choice: stay, and who picks', () => {
    const staying = { starts: [0, 1], variables: [], leads: [[0], [1]] }
    expect(chainOf({ form: 'static' })).toEqual({ chooser: 'provider', ...staying })
    expect(chainOf({ form: 'choice' })).toEqual({ chooser: 'user', ...staying })
  })

  it('free: either way', () => {
    expect(chainOf({ form: 'free' })).toMatchObject({
      variables: [
        ['escalation.quick', zero, one],
        ['escalation.careful', zero, one],
      ],
      leads: [
        [0, 1],
        [1, 0],
      ],
    })
  })

  it('a start is the only one, an escalation is fixed by a number', () => {
    expect(chainOf({ menu: 'start: careful\n  escalation.quick: 25%' })).toMatchObject({
      starts: [1],
      variables: [['escalation.quick', { op: 'number', value: '1/4' }, { op: 'number', value: '1/4' }]],
    })
  })

  it('a cascade of any length', () => {
    const more = 'model third = careful { success: 90% }\nmenu all = cascade(quick, careful, third)'
    expect(chainOf({ more, provider: 'offers: all' })).toMatchObject({
      variables: [
        ['escalation.quick', zero, one],
        ['escalation.careful', zero, one],
      ],
      leads: [[0, 1], [1, 2], [2]],
    })
  })

  it.each([
    ['escalation: 1.2', 'E0301'],
    ['escalation: 4 s', 'E0214'],
    ['escalation.careful: 0.5', 'E0202'],
    ['start: third', 'E0203'],
    ['start: acme', 'E0212'],
  ])('%s is reported as %s', (menu, code) => {
    expect(codesOf(game({ menu }))).toBe(code)
  })

  it('a form says which fields it has', () => {
    expect(codesOf(game({ form: 'static', menu: 'escalation: 0.5' }))).toBe('E0202')
    expect(codesOf(game({ form: 'choice', menu: 'start: quick' }))).toBe('E0202')
  })
})

describe('a vocabulary of one’s own', () => {
  const coin = defineMenu({
    name: 'coin',
    doc: 'one step, from the first model to the second',
    example: 'menu m = coin(a, b)',
    parameters: [{ name: 'models', is: 'models', doc: 'two models' }],
    fields: [escalationField],
    chain: ({ models }, { escalation }) => chainOfSteps(models, [[0, 1]], { escalation }),
  })
  const half = defineFunction({
    name: 'half',
    doc: 'half of a number',
    example: 'half(4 s)',
    parameters: [{ name: 'whole', dimension: 'alike', doc: 'what is halved' }],
    result: 'alike',
    becomes: ({ whole }) => over(whole, number(2)),
  })
  const more = makeVocabulary([coin, half])

  it('is used like that of the language', () => {
    const text = game({ form: 'coin', model: 'latency: half(8 s)' })
    const { instance, diagnostics } = compile(fileOf(text), { vocabulary: more })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(instance?.menu.form).toBe('coin')
    expect(instance?.models[0]?.latency.expression).toMatchObject({ op: 'div' })
  })

  it('is not known without it', () => {
    expect(codesOf(game({ form: 'coin' }))).toBe('E0205')
  })

  it('gets its checks from its definition', () => {
    expect(codesOf(game({ form: 'coin', menu: 'start: quick' }), { vocabulary: more })).toBe('E0202')
    expect(codesOf(game({ model: 'latency: half(8 USD)' }), { vocabulary: more })).toBe('E0214')
  })
})

describe('units', () => {
  it('hold every current currency by its three letters', () => {
    const currencies = [...vocabulary.units.values()].filter(({ dimension }) => dimension.money === 1)
    expect(currencies.length).toBeGreaterThan(150)
    expect(currencies.every(({ name }) => /^[A-Z]{3}$/.test(name))).toBe(true)
  })

  it.each([
    ['sec', 's'],
    ['Hours', 'h'],
    ['tokens', 'tok'],
    ['usd', 'USD'],
    ['€', 'EUR'],
  ])('the slip %s is answered by %s', (slip, unit) => {
    expect(slipOf(slip)?.unit).toBe(unit)
  })

  it('a month is answered by what to write instead', () => {
    expect(slipOf('month')?.advice).toBe("a month has no fixed length: write it in days, such as '30 day'")
  })
})
