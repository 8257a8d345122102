import type { Chain, ChainState, LeaderVariable, Transition } from '../instance/chain.ts'
import type { Condition, Expression, Term } from '../instance/expression.ts'
import type { Assert, Definition, GameInstance, Menu, Param, Provider, User } from '../instance/instance.ts'
import type { AttemptSequence, Model, Performance, Task, Verifier } from '../instance/model.ts'
import type { Choice, Origin, Quantity } from '../instance/quantity.ts'
import type { Distribution, RandomVariable } from '../instance/random.ts'
import type { Axis, AxisValues, Sweep } from '../instance/sweep.ts'
import { dimensionShape as dimension } from '../solution/parts.ts'
import {
  flag,
  index,
  list,
  matching,
  nested,
  nullable,
  record,
  type Shape,
  type ShapeNode,
  tagged,
  text,
  words,
} from './shape.ts'

const name = matching(/^[\s\S]+$/, 'a name')
const numeral = matching(/^-?\d{1,2600}(?:\/0*[1-9]\d{0,2599})?$/, `a whole number or a ratio such as "1/8"`)

const expression: Shape<Expression> = nested(() => expressionCases)
const unary = { arg: expression }
const binary = { left: expression, right: expression }
const many = { args: list(expression, 1) }
const expressionCases: Shape<Expression> = tagged<Expression, 'op'>('op', {
  number: { value: numeral },
  ref: { name },
  neg: unary,
  abs: unary,
  sqrt: unary,
  exp: unary,
  log: unary,
  add: binary,
  sub: binary,
  mul: binary,
  div: binary,
  pow: binary,
  min: many,
  max: many,
})

const path = list(text, 1)
const term: Shape<Term> = nested(() => termCases)
const unaryTerm = { arg: term }
const binaryTerm = { left: term, right: term }
const manyTerms = { args: list(term, 1) }
const termCases: Shape<Term> = tagged<Term, 'op'>('op', {
  number: { value: numeral },
  ref: { name },
  solution: { path },
  word: { value: text },
  neg: unaryTerm,
  abs: unaryTerm,
  sqrt: unaryTerm,
  exp: unaryTerm,
  log: unaryTerm,
  add: binaryTerm,
  sub: binaryTerm,
  mul: binaryTerm,
  div: binaryTerm,
  pow: binaryTerm,
  min: manyTerms,
  max: manyTerms,
})

const condition: Shape<Condition> = nested(() => conditionCases)
const both = { left: condition, right: condition }
const conditionCases: Shape<Condition> = tagged<Condition, 'op'>('op', {
  true: {},
  false: {},
  not: { arg: condition },
  and: both,
  or: both,
  compare: { comparison: words('eq', 'ne', 'lt', 'le', 'gt', 'ge'), left: term, right: term },
  within: { value: term, low: term, high: term },
  holds: { path },
})

const origin = record<Origin>({ file: text, line: index, column: index, start: index, end: index, text })
const quantity = record<Quantity>({ expression, dimension, origin: nullable(origin) })
const labelled = { name, label: nullable(text), doc: nullable(text) }
const declared = { ...labelled, origin: nullable(origin) }

const param = record<Param>({
  ...labelled,
  value: quantity,
  bounds: nullable(record<NonNullable<Param['bounds']>>({ low: quantity, high: quantity })),
})
const range = words('any', 'not-negative', 'positive', 'share', 'success')
const definition = record<Definition>({ name, doc: nullable(text), value: quantity, range }, ['range'])
const distribution = tagged<Distribution, 'kind'>('kind', {
  counts: { successes: expression, trials: expression },
  normal: { mean: expression, deviation: expression },
  lognormal: { median: expression, sigma: expression },
  uniform: { low: expression, high: expression },
  beta: { alpha: expression, beta: expression },
})
const random = record<RandomVariable>({
  name,
  purpose: words('uncertainty', 'population'),
  distribution,
  range,
  point: expression,
  dimension,
  origin: nullable(origin),
})

const verifier = record<Verifier>({
  ...declared,
  passes: quantity,
  catches: quantity,
  latency: quantity,
  cost: quantity,
})
const task = record<Task>({ ...declared, weight: quantity })
const performed = { success: quantity, latency: quantity, cost: quantity, price: quantity }
const performance = record<Performance>(performed)
const later = list(performance)
const model = record<Model>({
  ...declared,
  ...performed,
  later,
  kinds: list(record<AttemptSequence>({ ...performed, later })),
})
const variable = record<LeaderVariable>({
  name,
  state: index,
  low: expression,
  high: expression,
  origin: nullable(origin),
})
const transition = record<Transition>({
  to: index,
  constant: expression,
  terms: list(record<Transition['terms'][number]>({ variable: index, coefficient: expression })),
})
export const chainShape = record<Chain>({
  states: list(record<ChainState>({ name, model: index }), 1),
  starts: list(index, 1),
  chooser: words('provider', 'user'),
  variables: list(variable),
  transitions: list(list(transition, 1)),
})
const menu = record<Menu>({ ...declared, form: name, chain: chainShape })
function choice<W extends string>(...allowed: readonly W[]): Shape<Choice<W>> {
  return record<Choice<W>>({ word: words(...allowed), origin: nullable(origin) })
}

const user = record<User>({
  ...declared,
  weight: quantity,
  value: quantity,
  patience: quantity,
  outside: nullable(quantity),
  sees: choice('nothing', 'model', 'attempts'),
  rationality: nullable(quantity),
})
const provider = record<Provider>({
  ...declared,
  penalty: quantity,
  throttle: nullable(quantity),
  routing: choice('announced', 'hidden'),
  ties: choice('strong', 'weak'),
})
const assert = record<Assert>({
  condition,
  plain: flag,
  message: nullable(text),
  dimension: nullable(dimension),
  origin,
})
const spaced = { from: expression, to: expression, points: index }
const axisValues = tagged<AxisValues, 'kind'>('kind', {
  linear: spaced,
  geometric: spaced,
  list: { items: list(expression, 1) },
})
const axis = record<Axis>({
  path: name,
  target: name,
  values: axisValues,
  dimension,
  origin: nullable(origin),
})
const sweep = record<Sweep>({ ...declared, axes: list(axis, 1) })

/** The shape of `plumbline/game@1`. It does not compile when it and `GameInstance` part ways. */
export const instanceShape: Shape<GameInstance> = record<GameInstance>({
  schema: words('plumbline/game@1'),
  ...labelled,
  units: record<GameInstance['units']>({
    cost: nullable(text),
    time: nullable(text),
    utility: nullable(text),
  }),
  params: list(param),
  definitions: list(definition),
  randoms: list(random),
  verifiers: list(verifier),
  tasks: list(task),
  models: list(model, 1),
  menu,
  users: list(user, 1),
  provider,
  asserts: list(assert),
  sweeps: list(sweep),
})

export { expression as expressionShape }

/** Shapes that a schema names. */
export const namedShapes: ReadonlyMap<string, ShapeNode> = new Map<string, ShapeNode>([
  ['expression', expression],
  ['term', term],
  ['condition', condition],
  ['origin', origin],
  ['dimension', dimension],
  ['quantity', quantity],
  ['performance', performance],
  ['model', model],
  ['user', user],
  ['chain', chainShape],
])
