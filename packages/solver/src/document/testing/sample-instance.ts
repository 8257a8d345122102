import type { Assert, Condition, Expression, GameInstance, Quantity } from '@plumbline/game'
import type { Sample } from '../../leader/testing/sample-game.ts'

type Written = Sample['V']

/** A sample game as a compiled instance, with a param `churn` for its penalty. Tests only. */
export interface SampleInstance extends Sample {
  readonly names?: readonly string[]
  readonly throttle?: Written
  readonly asserts?: readonly Condition[]
  readonly units?: GameInstance['units']
}

/** The expression of a number. */
export function num(value: Written): Expression {
  return { op: 'number', value: String(value) }
}

const quantity = (expression: Expression): Quantity => ({ expression, dimension: {}, origin: null })
const described = { label: null, doc: null, origin: null }
const plain: GameInstance['units'] = { cost: null, time: null, utility: null }

/** The instance of a sample. */
export function sampleInstance(sample: SampleInstance): GameInstance {
  const { p, c, t, f = [], V, kappa = 1, P, ties = 'strong', form = 'cascade', low = 0, high = 1 } = sample
  const names = sample.names ?? p.map((_, index) => `m${index + 1}`)
  const nameOf = (index: number): string => names[index] ?? ''
  const cascade = form === 'cascade'
  const stay = (to: number) => [{ to, constant: num(1), terms: [] }]
  const climbs = [
    { to: 0, constant: num(1), terms: [{ variable: 0, coefficient: num(-1) }] },
    { to: 1, constant: num(0), terms: [{ variable: 0, coefficient: num(1) }] },
  ]
  const states = p.map((_, model) => ({ name: nameOf(model), model }))
  return {
    schema: 'plumbline/game@1',
    name: 'sample',
    label: 'A sample',
    doc: null,
    units: sample.units ?? plain,
    params: [{ name: 'churn', label: null, doc: null, value: quantity(num(P)), bounds: null }],
    definitions: [],
    randoms: [],
    verifiers: [],
    tasks: [],
    models: p.map((success, index) => ({
      name: nameOf(index),
      ...described,
      success: quantity(num(success)),
      latency: quantity(num(t[index] ?? 0)),
      cost: quantity(num(c[index] ?? 0)),
      price: quantity(num(f[index] ?? 0)),
      later: [],
      kinds: [],
    })),
    menu: {
      name: 'menu',
      ...described,
      form,
      chain: {
        states,
        starts: sample.starts ?? states.map(({ model }) => model),
        chooser: form === 'choice' ? 'user' : 'provider',
        variables: cascade
          ? [{ name: `escalation.${nameOf(0)}`, state: 0, low: num(low), high: num(high), origin: null }]
          : [],
        transitions: states.map(({ model }) => (cascade && model === 0 ? climbs : stay(model))),
      },
    },
    users: [
      {
        name: 'user',
        ...described,
        weight: quantity(num(1)),
        value: quantity(num(V)),
        patience: quantity(num(kappa)),
        outside: null,
        sees: { word: 'nothing', origin: null },
        rationality: null,
      },
    ],
    provider: {
      name: 'provider',
      ...described,
      penalty: quantity({ op: 'ref', name: 'churn' }),
      throttle: sample.throttle === undefined ? null : quantity(num(sample.throttle)),
      routing: { word: 'announced', origin: null },
      ties: { word: ties, origin: null },
    },
    asserts: (sample.asserts ?? []).map((condition, index) => assertOf(condition, index)),
    sweeps: [],
  }
}

function assertOf(condition: Condition, index: number): Assert {
  const text = `assert ${index}`
  const origin = { file: 'sample.game', line: index + 1, column: 1, start: 0, end: 1, text }
  return { condition, plain: false, message: null, dimension: null, origin }
}
