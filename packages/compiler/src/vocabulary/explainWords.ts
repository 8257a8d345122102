import type { RandomRange } from '@plumbline/game'
import { describeDimension } from '../dimensions/describeDimension.ts'
import { isPlain, sameDimension, time, tokens } from '../dimensions/dimension.ts'
import type {
  FieldDefinition,
  FunctionDefinition,
  ParameterDefinition,
  Role,
  UnitDefinition,
  Vocabulary,
} from './define.ts'

/** A parameter or a field of a word. */
export interface WordPart {
  /** As it is written: `cap:` where it is given by name. */
  readonly name: string
  /** What it takes, with its dimension and range. */
  readonly takes: string
  readonly required: boolean
  /** As one would write it; null where there is none. */
  readonly default: string | null
  readonly doc: string
}

/** A word of the language: all that its definition says of it. */
export interface WordExplanation {
  readonly name: string
  readonly is: 'kind' | 'field' | 'menu' | 'combinator' | 'function' | 'distribution' | 'unit'
  /** The kind or the form of menu whose field it is; null for what is no field. */
  readonly of: string | null
  readonly doc: string
  readonly example: string
  /** What stands between its parentheses. */
  readonly parameters: readonly WordPart[]
  /** What stands in its block. */
  readonly fields: readonly WordPart[]
}

/** Every word of a vocabulary, from its definition alone: kinds, fields, forms of menus, combinators, functions, distributions, units. */
export function explainWords(vocabulary: Vocabulary): readonly WordExplanation[] {
  const { kinds, menus, combinators, functions, distributions, units } = vocabulary
  const plain = { of: null, parameters: [], fields: [] }
  const owned = [...kinds.values(), ...ownFieldsOf(vocabulary)]
  return [
    ...[...kinds.values()].map(({ name, doc, example, fields }): WordExplanation => {
      return { ...plain, name, is: 'kind', doc, example, fields: fields.map(fieldPart) }
    }),
    ...owned.flatMap(({ name: of, fields }) => fields.map((field) => explainField(field, of))),
    ...[...menus.values()].map(({ name, doc, example, parameters, fields }): WordExplanation => {
      const parts = { parameters: parameters.map(parameterPart), fields: fields.map(fieldPart) }
      return { ...plain, name, is: 'menu', doc, example, ...parts }
    }),
    ...[...combinators.values()].map(({ name, doc, example, parameters }): WordExplanation => {
      return { ...plain, name, is: 'combinator', doc, example, parameters: parameters.map(parameterPart) }
    }),
    ...[...functions.values()].map((definition): WordExplanation => {
      const { name, doc, example } = definition
      return { ...plain, name, is: 'function', doc, example, parameters: argumentParts(definition) }
    }),
    ...[...distributions.values()].map(({ name, doc, example, parameters }): WordExplanation => {
      const parts = parameters.map(({ name: own, dimension }): WordPart => {
        const takes = dimension === 'alike' ? "a number in the value's unit" : 'a plain number'
        return { name: own, takes, required: true, default: null, doc: '' }
      })
      return { ...plain, name, is: 'distribution', doc, example, parameters: parts }
    }),
    ...[...units.values()].map((unit): WordExplanation => {
      return { ...plain, name: unit.name, is: 'unit', doc: unitDoc(unit), example: `4 ${unit.name}` }
    }),
  ]
}

/** Forms of menus with the fields that the kind itself does not have. */
function ownFieldsOf({
  kinds,
  menus,
}: Vocabulary): readonly { readonly name: string; readonly fields: readonly FieldDefinition[] }[] {
  const shared = new Set(kinds.get('menu')?.fields)
  return [...menus.values()].map(({ name, fields }) => ({
    name,
    fields: fields.filter((field) => !shared.has(field)),
  }))
}

function explainField(field: FieldDefinition, of: string): WordExplanation {
  const { name, doc, example } = field
  const { takes } = fieldPart(field)
  const usual = field.default === null ? '' : `; ${field.default} where it is not given`
  const parameters: readonly WordPart[] = []
  return {
    name,
    is: 'field',
    of,
    doc: `${doc}: ${takes}${usual}`,
    example: `${name}: ${example}`,
    parameters,
    fields: [],
  }
}

function fieldPart({ name, value, range, required, default: usual, doc }: FieldDefinition): WordPart {
  const numeric = value.kind === 'quantity' || value.kind === 'range'
  const takes = numeric && value.role !== 'plain' ? `${roleWords[value.role]}, ${range}` : range
  return { name: `${name}:`, takes, required, default: usual, doc }
}

function parameterPart(parameter: ParameterDefinition): WordPart {
  const { name, named, doc } = parameter
  const usual = 'default' in parameter ? parameter.default : undefined
  return {
    name: named === true ? `${name}:` : name,
    takes: takenBy(parameter),
    required: usual === undefined,
    default: usual === undefined ? null : String(usual),
    doc,
  }
}

function takenBy(parameter: ParameterDefinition): string {
  switch (parameter.is) {
    case 'model':
      return 'a model'
    case 'models':
      return 'one or more models'
    case 'verifier':
      return 'a verifier'
    case 'whole':
      return `a whole number from ${parameter.least} to ${parameter.most}`
    case 'number':
      return `${roleWords[parameter.role]}${rangeWords[parameter.within]}`
  }
}

function argumentParts({ parameters }: FunctionDefinition): readonly WordPart[] {
  const alike = parameters.filter(({ dimension }) => dimension === 'alike')
  return parameters.map(({ name, dimension, several, doc }): WordPart => {
    const unit =
      dimension === 'plain' ? 'a plain number' : alike.length > 1 ? 'a number, all in one unit' : 'any number'
    return {
      name,
      takes: several === true ? 'one or more numbers' : unit,
      required: true,
      default: null,
      doc,
    }
  })
}

function unitDoc({ name, dimension, scale }: UnitDefinition): string {
  const base = sameDimension(dimension, time) ? 's' : sameDimension(dimension, tokens) ? 'tok' : null
  const what = isPlain(dimension) ? 'a plain number' : describeDimension(dimension)
  return base === null || base === name ? what : `${what}: 1 ${name} is ${scale} ${base}`
}

const roleWords: Readonly<Record<Role, string>> = {
  plain: 'a plain number',
  cost: 'money',
  time: 'a time',
  utility: 'money, a time or a plain number',
  'utility/time': "the unit of the users' values, per time",
  '1/utility': "1 over the unit of the users' values",
}

const rangeWords: Readonly<Record<RandomRange, string>> = {
  any: '',
  'not-negative': ', 0 or more',
  positive: ', more than 0',
  share: ' from 0 to 1',
  success: ', more than 0 and at most 1',
}
