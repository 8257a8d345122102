import type { Chain } from '../instance/chain.ts'
import type { Expression } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import type { Model } from '../instance/model.ts'
import type { Dimension, Origin, Quantity } from '../instance/quantity.ts'

/** The expression of a number, a name, or of an operation on two of them. */
export function num(value: string): Expression {
  return { op: 'number', value }
}

export function ref(name: string): Expression {
  return { op: 'ref', name }
}

export function binary(
  op: 'add' | 'sub' | 'mul' | 'div' | 'pow',
  left: Expression,
  right: Expression,
): Expression {
  return { op, left, right }
}

export function unary(op: 'neg' | 'abs' | 'sqrt' | 'exp' | 'log', arg: Expression): Expression {
  return { op, arg }
}

/** A place in a file that a test may recognise by its text. */
export function originOf(text: string): Origin {
  return { file: 'sample.game', line: 1, column: 1, start: 0, end: text.length, text }
}

export function quantity(expression: Expression, dimension: Dimension = {}, text = ''): Quantity {
  return { expression, dimension, origin: text === '' ? null : originOf(text) }
}

const money = { money: 1 }
const time = { time: 1 }
const described = { label: null, doc: null, origin: null }

export function modelOf(name: string, success: string, latency: string, cost: string): Model {
  return {
    name,
    ...described,
    success: quantity(num(success), {}, success),
    latency: quantity(num(latency), time, latency),
    cost: quantity(num(cost), money, cost),
    price: quantity(num('0'), money),
    later: [],
    kinds: [],
  }
}

const step = { constant: num('0'), terms: [{ variable: 0, coefficient: num('1') }] }

/** The chain of a two-model cascade. */
export const cascadeChain: Chain = {
  states: [
    { name: 'fast', model: 0 },
    { name: 'slow', model: 1 },
  ],
  starts: [0, 1],
  chooser: 'provider',
  variables: [{ name: 'fast', state: 0, low: num('0'), high: num('1'), origin: null }],
  transitions: [
    [
      { to: 0, constant: num('1'), terms: [{ variable: 0, coefficient: num('-1') }] },
      { to: 1, ...step },
    ],
    [{ to: 1, constant: num('1'), terms: [] }],
  ],
}

/** A whole two-model game in dollars and seconds, with a param `churn` for its penalty and a `let` for latency. */
export const sampleGame: GameInstance = {
  schema: 'plumbline/game@1',
  name: 'sample',
  label: null,
  doc: null,
  units: { cost: 'USD', time: 's', utility: 'USD' },
  params: [
    {
      name: 'churn',
      label: null,
      doc: null,
      value: quantity(num('1/10'), money, 'churn'),
      bounds: { low: quantity(num('0'), money), high: quantity(num('1'), money) },
    },
  ],
  definitions: [{ name: 'wait', doc: null, value: quantity(num('4'), time, 'wait') }],
  randoms: [],
  verifiers: [],
  tasks: [],
  models: [
    { ...modelOf('fast', '31/50', '4', '1/500'), latency: quantity(ref('wait'), time, 'wait') },
    modelOf('slow', '194/225', '188/5', '1/40'),
  ],
  menu: { name: 'tiers', ...described, form: 'cascade', chain: cascadeChain },
  users: [
    {
      name: 'developer',
      ...described,
      weight: quantity(num('1')),
      value: quantity(num('1/2'), money),
      patience: quantity(num('1/90'), { money: 1, time: -1 }),
      outside: null,
      sees: { word: 'nothing', origin: null },
      rationality: null,
    },
  ],
  provider: {
    name: 'acme',
    ...described,
    penalty: quantity(ref('churn'), money),
    throttle: null,
    routing: { word: 'announced', origin: null },
    ties: { word: 'strong', origin: null },
  },
  asserts: [],
  sweeps: [],
}

/** The sample with other models. */
export function withModels(...models: readonly [Model, Model]): GameInstance {
  return { ...sampleGame, models }
}

/** The sample with definitions, each a name and an expression of a plain number. */
export function withDefinitions(definitions: Readonly<Record<string, Expression>>): GameInstance {
  const added = Object.entries(definitions).map(([name, expression]) => {
    return { name, doc: null, value: quantity(expression, {}, name) }
  })
  return { ...sampleGame, definitions: [...sampleGame.definitions, ...added] }
}
