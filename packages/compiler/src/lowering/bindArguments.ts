import type { Expression } from '@plumbline/game'
import type { CallNode, DiagnosticDetails, Expr, Span } from '@plumbline/parser'
import { wrongArguments } from '../diagnostics/structure.ts'
import { outOfRange } from '../diagnostics/values.ts'
import { sameDimension } from '../dimensions/dimension.ts'
import { constantValue, isWhole, numberOf } from '../expressions/constantValue.ts'
import { elaborate } from '../expressions/elaborate.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { countGiven, didYouMean, listPhrases } from '../reporting/suggest.ts'
import type { ParameterDefinition } from '../vocabulary/define.ts'
import { thingNamed } from './modelNamed.ts'
import { quantityOf } from './quantityOf.ts'
import { dimensionOfRole, type GameDimensions } from './settleDimensions.ts'

/** What a parameter of a combinator or of a menu is given. */
export type Argument =
  | { readonly is: 'things'; readonly things: readonly Declared[]; readonly nodes: readonly Expr[] }
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

/** Where a call stands. */
export interface Calling {
  /** The declaration whose value it is: its numbers go by its name, `fast.accept`. */
  readonly owner: string
  readonly dimensions: GameDimensions
  readonly site: Site
}

/** The arguments of a call by parameter; null where one is wrong, missing or too many, which is reported. */
export function bindArguments(call: CallNode, callee: Callee, calling: Calling): Arguments | null {
  const given = sortArguments(call, callee, calling.site)
  if (given === null) return null
  const found = callee.parameters.map((parameter) => {
    return [parameter.name, argumentOf(parameter, given.get(parameter.name) ?? [], calling)] as const
  })
  const bound = found.flatMap(([name, argument]) => (argument === null ? [] : [[name, argument] as const]))
  return bound.length < found.length ? null : new Map(bound)
}

/** What stands in a call for each parameter. */
function sortArguments(
  call: CallNode,
  callee: Callee,
  site: Site,
): ReadonlyMap<string, readonly Expr[]> | null {
  const placed = callee.parameters.filter(({ named }) => named !== true)
  const rest = placed.at(-1)?.is === 'models' ? placed.at(-1) : undefined
  const given = new Map<string, Expr[]>()
  let count = 0
  for (const { name, value } of call.args) {
    const parameter =
      name === null
        ? (placed[count] ?? rest)
        : callee.parameters.find((each) => each.name === name.text && each.named === true)
    if (name === null) count++
    if (parameter === undefined) {
      if (name === null) return refuse(call, callee, countPlaced(call, callee), site)
      const known = callee.parameters.flatMap((each) => (each.named === true ? [each.name] : []))
      const details = didYouMean(site.file, name.span, nearest(name.text, known))
      return refuse(name, callee, `'${name.text}' is none of them`, site, details)
    }
    const before = given.get(parameter.name)
    if (before === undefined) given.set(parameter.name, [value])
    else if (parameter === rest) before.push(value)
    else return refuse(name ?? call, callee, `'${parameter.name}' is given twice`, site)
  }
  const missing = callee.parameters.find((each) => !given.has(each.name) && !('default' in each))
  if (missing === undefined) return given
  return refuse(
    call,
    callee,
    missing.named === true ? `'${missing.name}' is missing` : countGiven(call.args.length),
    site,
  )
}

/** How many are given: without a name, where some must have one. */
function countPlaced({ args }: CallNode, { parameters }: Callee): string {
  const unnamed = args.filter(({ name }) => name === null).length
  const some = parameters.some(({ named }) => named === true)
  return some ? `${countGiven(unnamed)} without a name` : countGiven(args.length)
}

function refuse(
  at: { readonly span: Span },
  { name, example, parameters }: Callee,
  given: string,
  site: Site,
  details: DiagnosticDetails = {},
): null {
  const takes = parameters.length === 0 ? 'nothing' : listPhrases(parameters.map(describe))
  const notes = [
    ...parameters.map((parameter) => `${parameter.name} is ${parameter.doc}`),
    `for example '${example}'`,
  ]
  site.reporter.report(wrongArguments, { callee: name, takes, given }, placeAt(site, at), {
    ...details,
    notes: [...notes, ...(details.notes ?? [])],
  })
  return null
}

function describe(parameter: ParameterDefinition): string {
  const { is, name, named } = parameter
  const sort = is === 'whole' ? 'whole number' : is
  const shown = named === true ? `'${name}: ${sort}'` : is === 'models' ? 'one or more models' : `a ${sort}`
  return 'default' in parameter ? `optionally ${shown}` : shown
}

function argumentOf(
  parameter: ParameterDefinition,
  nodes: readonly Expr[],
  calling: Calling,
): Argument | null {
  const { site } = calling
  const [first] = nodes
  switch (parameter.is) {
    case 'model':
    case 'models':
    case 'verifier': {
      const kind = parameter.is === 'verifier' ? 'verifier' : 'model'
      const things = nodes.map((node) => thingNamed(node, kind, site)).filter((thing) => thing !== null)
      return things.length < nodes.length ? null : { is: 'things', things, nodes }
    }
    case 'whole':
      if (first === undefined) return { is: 'whole', value: parameter.default ?? parameter.least }
      return wholeOf(parameter, first, site)
    case 'number':
      if (first === undefined)
        return { is: 'number', expression: { op: 'number', value: parameter.default ?? '0' } }
      return numberArgument(parameter, first, calling)
  }
}

/** A number goes into the instance under the name of its declaration and its own, with the range in which it must lie. */
function numberArgument(
  { name, role, within }: Extract<ParameterDefinition, { readonly is: 'number' }>,
  node: Expr,
  { owner, dimensions, site }: Calling,
): Argument | null {
  const path = `${owner}.${name}`
  const random = { name: `${path}~`, range: within, purpose: 'uncertainty' } as const
  const typed = elaborate(node, { ...site, random })
  if (typed === null) return null
  const wanted = dimensionOfRole(role, dimensions)
  if (wanted !== null && !sameDimension(typed.dimension, wanted)) {
    reportWrongDimension(`'${name}'`, wanted, typed, site)
    return null
  }
  site.compilation.numbers.push({ name: path, doc: null, value: quantityOf(typed, site), range: within })
  return { is: 'number', expression: { op: 'ref', name: path } }
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
