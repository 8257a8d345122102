import {
  flag,
  list,
  matching,
  nullable,
  number,
  parseRational,
  record,
  type RandomRange,
  type Shape,
  type ShapeNode,
  tagged,
  words,
} from '@plumbline/game'
import type {
  DistributionDefinition,
  Extension,
  FieldDefinition,
  FieldValue,
  FunctionParameter,
  ParameterDefinition,
  Role,
} from './define.ts'

// The shapes of definitions, for those of JavaScript, which no compiler has checked. Functions are looked at apart.

const name = matching(/^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u, 'a name of the language')
const sentence = matching(/\S/, 'a text')
const role: Shape<Role> = words('plain', 'cost', 'time', 'utility', 'utility/time', '1/utility')
const range: Shape<RandomRange> = words('any', 'not-negative', 'positive', 'share', 'success')
const common = { name, doc: sentence, named: flag }

const parameter = tagged<ParameterDefinition, 'is'>(
  'is',
  {
    model: common,
    models: common,
    verifier: common,
    whole: { ...common, least: number, most: number, default: number },
    number: { ...common, role, within: range, default: sentence },
  },
  ['named', 'default'],
)

const value = tagged<FieldValue, 'kind'>('kind', {
  quantity: { role },
  range: { role },
  word: { words: list(name, 1) },
  name: { of: matching(/^model$/, "'model'") },
})
const field = record<FieldDefinition>(
  {
    name,
    value,
    required: flag,
    default: nullable(sentence),
    within: range,
    range: sentence,
    doc: sentence,
    example: sentence,
    parts: words('steps'),
  } as { readonly [K in keyof FieldDefinition]-?: Shape<Exclude<FieldDefinition[K], undefined>> },
  ['within', 'parts'],
)

const dimension = words('alike', 'plain')
const functionParameter = record<FunctionParameter>(
  { name, doc: sentence, dimension, several: flag as Shape<true> },
  ['several'],
)

const head = { name, doc: sentence, example: sentence }

/** What a definition holds besides its functions, by what it defines. */
export const definitionShapes: ReadonlyMap<string, ShapeNode> = new Map<Extension['defines'], ShapeNode>([
  ['menu', record({ ...head, parameters: list(parameter, 1), fields: list(field) })],
  ['combinator', record({ ...head, parameters: list(parameter, 1) })],
  ['function', record({ ...head, parameters: list(functionParameter, 1) })],
  [
    'distribution',
    record({
      ...head,
      parameters: list(record<DistributionDefinition['parameters'][number]>({ name, dimension }), 1),
    }),
  ],
])

/** Whether a text is a number as defaults are written, or two of them with `..` between. */
export function isDefault(text: string, ranged: boolean): boolean {
  const ends = ranged ? text.split('..') : [text]
  return ends.length <= 2 && ends.every((end) => parseRational(end.trim()) !== null)
}
