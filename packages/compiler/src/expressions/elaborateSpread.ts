import type { Expression } from '@plumbline/game'
import type { BinaryNode, CallNode } from '@plumbline/parser'
import { spreadOutsideUser } from '../diagnostics/values.ts'
import { wrongArguments } from '../diagnostics/structure.ts'
import { wrongDimension } from '../diagnostics/dimensions.ts'
import { describeDimension } from '../dimensions/describeDimension.ts'
import { isPlain, plain, sameDimension } from '../dimensions/dimension.ts'
import { countGiven } from '../reporting/suggest.ts'
import type { DistributionDefinition } from '../vocabulary/define.ts'
import { normalDistribution } from '../vocabulary/distributions/normal.ts'
import { addRandom, insideSpread } from './addRandom.ts'
import { reportUnlike } from './elaborateArithmetic.ts'
import { placeAt, type Elaborate, type Site, type Typed } from './site.ts'

/** `mean ± deviation` */
export function elaboratePlusMinus(
  node: BinaryNode,
  mean: Typed,
  deviation: Typed,
  site: Site,
): Typed | null {
  return spreadOf(node, normalDistribution, [mean, deviation], site)
}

/** A call of a distribution: `uniform(0.2 USD, 0.8 USD)`. */
export function elaborateDistribution(
  node: CallNode,
  definition: DistributionDefinition,
  site: Site,
  elaborate: Elaborate,
): Typed | null {
  const { name, parameters, example } = definition
  const named = node.args.find((arg) => arg.name !== null)
  if (named !== undefined || node.args.length !== parameters.length) {
    const takes = parameters.map((parameter) => parameter.name).join(' and ')
    const given = named === undefined ? countGiven(node.args.length) : 'one is given by name'
    const details = { notes: [`for example '${example}'`] }
    site.reporter.report(wrongArguments, { callee: name, takes, given }, placeAt(site, node), details)
    return null
  }
  const inner = insideSpread(site)
  const args = node.args.map(({ value }) => elaborate(value, inner)).filter((value) => value !== null)
  return args.length < node.args.length ? null : spreadOf(node, definition, args, site)
}

function spreadOf(
  node: BinaryNode | CallNode,
  { name, parameters, becomes }: DistributionDefinition,
  args: readonly Typed[],
  site: Site,
): Typed | null {
  const alike = args.filter((_, index) => parameters[index]?.dimension === 'alike')
  const [first] = alike
  const unlike = alike.find((arg) => first && !sameDimension(arg.dimension, first.dimension))
  if (first !== undefined && unlike !== undefined) {
    reportUnlike(
      node.kind === 'binary' ? "a mean and its '±'" : `the arguments of '${name}'`,
      first,
      unlike,
      site,
    )
    return null
  }
  const wrong = args.findIndex(
    (arg, index) => parameters[index]?.dimension === 'plain' && !isPlain(arg.dimension),
  )
  const odd = args[wrong]
  if (odd !== undefined) {
    const found = describeDimension(odd.dimension)
    const what = `the ${parameters[wrong]?.name ?? ''} of '${name}'`
    const parameterised = { what, wanted: describeDimension(plain), found }
    site.reporter.report(wrongDimension, parameterised, placeAt(site, odd.node), {
      label: `${found}, written here`,
    })
    return null
  }
  // In an assert only the point is taken, and that may be one of terms that name the solution.
  const terms = args.map(({ term }) => term as Expression)
  return addRandom(node, site, first?.dimension ?? plain, becomes(terms))
}

/** `uncertain(spread)`: on a user's field, a spread that says how sure we are of one number, not how people differ. */
export function elaborateUncertain(node: CallNode, site: Site, elaborate: Elaborate): Typed | null {
  const [only, ...others] = node.args
  if (only === undefined || others.length > 0 || only.name !== null) {
    const given = countGiven(node.args.length)
    const details = { notes: ["for example 'uncertain(0.50 USD ± 0.10 USD)'"] }
    site.reporter.report(
      wrongArguments,
      { callee: 'uncertain', takes: 'one argument', given },
      placeAt(site, node),
      details,
    )
    return null
  }
  const { random } = site
  if (random?.purpose !== 'population') {
    site.reporter.report(spreadOutsideUser, {}, placeAt(site, node), {
      notes: ["elsewhere a spread always says how sure we are of a number: write it without 'uncertain'"],
    })
    return null
  }
  const inner = elaborate(only.value, { ...site, random: { ...random, purpose: 'uncertainty' } })
  return inner && { ...inner, node }
}
