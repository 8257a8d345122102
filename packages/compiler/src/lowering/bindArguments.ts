import type { Expression } from '@plumbline/game'
import type { CallNode, Expr } from '@plumbline/parser'
import { wrongArguments } from '../diagnostics/structure.ts'
import { outOfRange } from '../diagnostics/values.ts'
import { asExpression } from '../expressions/asExpression.ts'
import { constantValue, isWhole, numberOf } from '../expressions/constantValue.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { countGiven, listPhrases } from '../reporting/suggest.ts'
import type { ParameterDefinition } from '../vocabulary/define.ts'
import { thingNamed } from './modelNamed.ts'

/** What a parameter of a combinator is given. */
export type Argument =
  | { readonly is: 'things'; readonly things: readonly Declared[] }
  | { readonly is: 'whole'; readonly value: number }
  | { readonly is: 'number'; readonly expression: Expression }

/** A call's arguments by the names of the parameters. */
export type Arguments = ReadonlyMap<string, Argument>

/** What a call that is checked against its parameters is a call of. */
export interface Callee {
  readonly name: string
  readonly example: string
  readonly parameters: readonly ParameterDefinition[]
}

/** The arguments of a call by parameter; null where one is wrong, missing or too many, which is reported. */
export function bindArguments(call: CallNode, callee: Callee, site: Site): Arguments | null {
  const placed = callee.parameters.filter(({ named }) => named !== true)
  const rest = placed.at(-1)?.is === 'models' ? (placed.at(-1)?.name ?? null) : null
  const given = new Map<string, Expr[]>()
  let count = 0
  for (const { name, value } of call.args) {
    const parameter =
      name === null
        ? (placed[count] ?? (rest === null ? undefined : placed.at(-1)))
        : callee.parameters.find((each) => each.name === name.text && each.named === true)
    if (name === null) count++
    const known = parameter === undefined ? undefined : given.get(parameter.name)
    if (parameter === undefined || (known !== undefined && parameter.name !== rest)) {
      reportArguments(call, callee, site)
      return null
    }
    if (known === undefined) given.set(parameter.name, [value])
    else known.push(value)
  }
  if (given.size < callee.parameters.length) {
    reportArguments(call, callee, site)
    return null
  }
  const found = callee.parameters.map((parameter) => {
    return [parameter.name, argumentOf(parameter, given.get(parameter.name) ?? [], site)] as const
  })
  const bound = found.flatMap(([name, argument]) => (argument === null ? [] : [[name, argument] as const]))
  return bound.length < found.length ? null : new Map(bound)
}

function reportArguments(call: CallNode, { name, example, parameters }: Callee, site: Site): void {
  const takes = listPhrases(
    parameters.map((parameter) => {
      const article = parameter.is === 'models' ? 'one or more models' : describe(parameter)
      return parameter.named === true ? `'${parameter.name}: ${parameter.is}'` : article
    }),
  )
  const placed = call.args.filter((argument) => argument.name === null).length
  const tooMany = placed > parameters.filter(({ named }) => named !== true).length
  const unnamed = tooMany && parameters.some(({ named }) => named === true)
  const given = unnamed ? `${countGiven(placed)} without a name` : countGiven(call.args.length)
  const notes = [
    ...parameters.map((parameter) => `${parameter.name} is ${parameter.doc}`),
    `for example '${example}'`,
  ]
  site.reporter.report(wrongArguments, { callee: name, takes, given }, placeAt(site, call), { notes })
}

function describe({ is }: ParameterDefinition): string {
  return is === 'whole' ? 'a whole number' : `a ${is}`
}

function argumentOf(parameter: ParameterDefinition, nodes: readonly Expr[], site: Site): Argument | null {
  const [first] = nodes
  if (first === undefined) return null
  switch (parameter.is) {
    case 'model':
    case 'models':
    case 'verifier': {
      const kind = parameter.is === 'verifier' ? 'verifier' : 'model'
      const things = nodes.map((node) => thingNamed(node, kind, site)).filter((thing) => thing !== null)
      return things.length < nodes.length ? null : { is: 'things', things }
    }
    case 'whole':
      return wholeOf(parameter, first, site)
    case 'number': {
      const typed = elaborate(first, site)
      return typed && { is: 'number', expression: asExpression(typed) }
    }
  }
}

function wholeOf(
  { name, least, most }: Extract<ParameterDefinition, { readonly is: 'whole' }>,
  node: Expr,
  site: Site,
): Argument | null {
  const typed = elaborate(node, site)
  if (typed === null) return null
  const constant = constantValue(typed.term)
  const value = constant === null ? null : numberOf(constant)
  if (constant !== null && value !== null && isWhole(constant) && value >= least && value <= most) {
    return { is: 'whole', value }
  }
  const parameters = {
    what: `'${name}'`,
    value: value === null ? 'no constant' : String(value),
    range: `a whole number from ${least} to ${most}`,
  }
  site.reporter.report(outOfRange, parameters, placeAt(site, node))
  return null
}
