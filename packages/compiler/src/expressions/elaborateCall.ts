import { type Dimension, type Expression, expressionFlaw } from '@plumbline/game'
import type { CallNode } from '@plumbline/parser'
import { wrongDimension } from '../diagnostics/dimensions.ts'
import { unknownFunction } from '../diagnostics/names.ts'
import { wrongArguments, wrongSort } from '../diagnostics/structure.ts'
import { describeDimension } from '../dimensions/describeDimension.ts'
import { isPlain, plain, raiseDimension, sameDimension } from '../dimensions/dimension.ts'
import { nearest } from '../names/nearest.ts'
import { countGiven, didYouMean } from '../reporting/suggest.ts'
import type { FunctionDefinition } from '../vocabulary/define.ts'
import { reportUnlike } from './elaborateArithmetic.ts'
import { elaborateDistribution, elaborateUncertain } from './elaborateSpread.ts'
import { makeByDefinition } from './makeByDefinition.ts'
import { placeAt, type Elaborate, type Site, type Typed } from './site.ts'

/** A call of a function of numbers. */
export function elaborateCall(node: CallNode, site: Site, elaborate: Elaborate): Typed | null {
  if (node.callee.kind !== 'name') {
    site.reporter.report(
      wrongSort,
      { wanted: 'the name of a function', found: 'something else' },
      placeAt(site, node.callee),
    )
    return null
  }
  const { functions, distributions } = site.compilation.vocabulary
  const distribution = distributions.get(node.callee.text)
  if (distribution !== undefined) return elaborateDistribution(node, distribution, site, elaborate)
  if (node.callee.text === 'uncertain') return elaborateUncertain(node, site, elaborate)
  const definition = functions.get(node.callee.text)
  if (definition === undefined) {
    reportNoFunction(node, node.callee.text, site)
    return null
  }
  const { least, most } = arityOf(definition)
  const named = node.args.find(({ name }) => name !== null)
  if (named !== undefined || node.args.length < least || node.args.length > most) {
    const given = named === undefined ? countGiven(node.args.length) : 'one is given by name'
    const about = definition.parameters.map(({ name, doc }) => `${name} is ${doc}`)
    const notes = [...(about.length > 1 ? about : []), `for example '${definition.example}'`]
    const parameters = { callee: definition.name, takes: takesOf(least, most), given }
    site.reporter.report(wrongArguments, parameters, placeAt(site, node), { notes })
    return null
  }
  const args = node.args.map(({ value }) => elaborate(value, site)).filter((value) => value !== null)
  return args.length < node.args.length ? null : applyFunction(node, definition, args, site)
}

function arityOf({ parameters }: FunctionDefinition): { readonly least: number; readonly most: number } {
  const { length } = parameters
  return { least: length, most: parameters.at(-1)?.several === true ? Infinity : length }
}

function takesOf(least: number, most: number): string {
  const count = least === 1 ? 'one argument' : `${least} arguments`
  return least === most ? count : `${count} or more`
}

function applyFunction(
  node: CallNode,
  definition: FunctionDefinition,
  args: readonly Typed[],
  site: Site,
): Typed | null {
  const { name, parameters, result } = definition
  const last = parameters.length - 1
  const parameterOf = (index: number) => parameters[Math.min(index, last)]
  const alike = args.filter((_, index) => parameterOf(index)?.dimension === 'alike')
  const [first] = alike
  const unlike = alike.find((arg) => first && !sameDimension(arg.dimension, first.dimension))
  if (first !== undefined && unlike !== undefined) {
    reportUnlike(`compared by '${name}'`, first, unlike, site)
    return null
  }
  const wrong = args.findIndex((arg, index) => {
    return parameterOf(index)?.dimension === 'plain' && !isPlain(arg.dimension)
  })
  if (wrong >= 0) {
    reportNotPlain(definition, args, wrong, site)
    return null
  }
  // Only asserts hold terms that are no expressions, and functions treat both alike.
  const terms = args.map((arg) => arg.term as Expression)
  const given = parameters.map((parameter, index) => {
    return [parameter.name, parameter.several === true ? terms.slice(index) : terms[index]] as const
  })
  const term = makeByDefinition(
    definition,
    () => definition.becomes(Object.fromEntries(given) as never),
    (made) => expressionFlaw(made, terms),
    { node, site },
  )
  return term && { term, dimension: dimensionOf(result, first?.dimension ?? plain), node }
}

function dimensionOf(result: FunctionDefinition['result'], alike: Dimension): Dimension {
  if (result === 'plain') return plain
  return result === 'alike' ? alike : raiseDimension(alike, result.power)
}

function reportNotPlain(
  { name, parameters }: FunctionDefinition,
  args: readonly Typed[],
  index: number,
  site: Site,
): void {
  const wrong = args[index]
  if (wrong === undefined) return
  const found = describeDimension(wrong.dimension)
  const what =
    args.length === 1 ? 'the argument' : `'${parameters[Math.min(index, parameters.length - 1)]?.name ?? ''}'`
  const said = { what: `${what} of '${name}'`, wanted: describeDimension(plain), found }
  const details = { label: `${found}, written here` }
  site.reporter.report(wrongDimension, said, placeAt(site, wrong.node), details)
}

function reportNoFunction(node: CallNode, name: string, site: Site): void {
  const { vocabulary, declarations } = site.compilation
  const place = placeAt(site, node.callee)
  const menu = vocabulary.menus.get(name) ?? vocabulary.combinators.get(name)
  const known = declarations.things.get(name)
  const note =
    menu !== undefined
      ? `'${name}' stands after '=' in a declaration, for example '${menu.example}'`
      : known !== undefined
        ? `'${name}' is a ${known.kind.name}; a product needs its '*'`
        : `functions are ${[...vocabulary.functions.keys()].join(', ')}; spreads are ${[...vocabulary.distributions.keys(), 'uncertain'].join(', ')}`
  const callable = [...vocabulary.functions.keys(), ...vocabulary.distributions.keys(), 'uncertain']
  const meant = menu === undefined && known === undefined ? nearest(name, callable) : null
  const details = didYouMean(site.file, node.callee.span, meant, [note])
  site.reporter.report(unknownFunction, { wanted: 'function', name }, place, details)
}
