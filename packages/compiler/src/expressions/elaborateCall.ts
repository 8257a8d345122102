import type { Expression } from '@plumbline/game'
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
  const named = node.args.find(({ name }) => name !== null)
  const { least, most } = definition.arguments
  if (named !== undefined || node.args.length < least || node.args.length > most) {
    const takes = least === most ? countArguments(least) : `${countArguments(least)} or more`
    const given = named === undefined ? countGiven(node.args.length) : 'one is given by name'
    const details = { notes: [`for example '${definition.example}'`] }
    site.reporter.report(
      wrongArguments,
      { callee: definition.name, takes, given },
      placeAt(site, node),
      details,
    )
    return null
  }
  const args = node.args.map(({ value }) => elaborate(value, site)).filter((value) => value !== null)
  return args.length < node.args.length ? null : applyFunction(node, definition, args, site)
}

function countArguments(count: number): string {
  return count === 1 ? 'one argument' : `${count} arguments`
}

function applyFunction(
  node: CallNode,
  { name, dimension, becomes }: FunctionDefinition,
  args: readonly Typed[],
  site: Site,
): Typed | null {
  const [first] = args
  if (first === undefined) throw new TypeError(`a function without arguments: '${name}'`)
  // Only asserts hold terms that are no expressions, and functions treat both alike.
  const term = becomes(args.map((arg) => arg.term as Expression))
  if (dimension === 'alike') {
    const unlike = args.find((arg) => !sameDimension(arg.dimension, first.dimension))
    if (unlike === undefined) return { term, dimension: first.dimension, node }
    reportUnlike(`compared by '${name}'`, first, unlike, site)
    return null
  }
  if (dimension === 'plain') {
    const wrong = args.find((arg) => !isPlain(arg.dimension))
    if (wrong === undefined) return { term, dimension: plain, node }
    const found = describeDimension(wrong.dimension)
    const parameters = { what: `the argument of '${name}'`, wanted: describeDimension(plain), found }
    const details = { label: `${found}, written here` }
    site.reporter.report(wrongDimension, parameters, placeAt(site, wrong.node), details)
    return null
  }
  return { term, dimension: raiseDimension(first.dimension, dimension.power), node }
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
