import type { Chain, ChainState, LeaderVariable, Transition } from '../instance/chain.ts'
import type { Condition, Expression, Term } from '../instance/expression.ts'
import type {
  Assert,
  Definition,
  Dimension,
  Distribution,
  Feature,
  GameInstance,
  Menu,
  Model,
  Origin,
  Param,
  Provider,
  Quantity,
  RandomVariable,
  User,
} from '../instance/instance.ts'
import {
  flag,
  index,
  list,
  matching,
  nested,
  nullable,
  number,
  record,
  type Shape,
  tagged,
  text,
  words,
} from './shape.ts'

const name = matching(/^[^]+$/, 'a name')
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
const dimension = record<Dimension>({ money: number, time: number, tokens: number }, [
  'money',
  'time',
  'tokens',
])
const quantity = record<Quantity>({ expression, dimension, origin: nullable(origin) })
const labelled = { name, label: nullable(text), doc: nullable(text) }
const declared = { ...labelled, origin: nullable(origin) }

const param = record<Param>({
  ...labelled,
  value: quantity,
  bounds: nullable(record<NonNullable<Param['bounds']>>({ low: quantity, high: quantity })),
})
const definition = record<Definition>({ name, doc: nullable(text), value: quantity })
const distribution = tagged<Distribution, 'kind'>('kind', {
  counts: { successes: expression, trials: expression },
})
const random = record<RandomVariable>({
  name,
  distribution,
  point: expression,
  dimension,
  origin: nullable(origin),
})

const model = record<Model>({
  ...declared,
  success: quantity,
  latency: quantity,
  cost: quantity,
  price: quantity,
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
const chain = record<Chain>({
  states: list(record<ChainState>({ name, model: index }), 1),
  starts: list(index, 1),
  chooser: words('provider', 'user'),
  variables: list(variable),
  transitions: list(list(transition, 1)),
})
const menu = record<Menu>({ ...declared, form: name, chain })
const user = record<User>({ ...declared, weight: quantity, value: quantity, patience: quantity })
const provider = record<Provider>({
  ...declared,
  penalty: quantity,
  throttle: nullable(quantity),
  ties: words('strong', 'weak'),
})
const assert = record<Assert>({
  condition,
  plain: flag,
  message: nullable(text),
  dimension: nullable(dimension),
  origin,
})
const feature = record<Feature>({ what: text, origin: nullable(origin) })

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
  models: list(model, 1),
  menu,
  users: list(user, 1),
  provider,
  asserts: list(assert),
  features: list(feature),
})
