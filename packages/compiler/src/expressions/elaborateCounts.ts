import type { Expression } from '@plumbline/game'
import type { BinaryNode } from '@plumbline/parser'
import { wrongDimension } from '../diagnostics/dimensions.ts'
import { impossibleCounts } from '../diagnostics/values.ts'
import { describeDimension } from '../dimensions/describeDimension.ts'
import { isPlain, plain } from '../dimensions/dimension.ts'
import { addRandom } from './addRandom.ts'
import { constantValue, isWhole, numberOf } from './constantValue.ts'
import { placeAt, type Site, type Typed } from './site.ts'

/**
 * `k of n`: successes in trials, a random variable whose point value is `k/n` and whose uncertainty is
 * Beta(k+1, n-k+1). Reports counts that cannot be.
 */
export function elaborateCounts(node: BinaryNode, left: Typed, right: Typed, site: Site): Typed | null {
  for (const [what, side] of [
    ['the number of successes', left],
    ['the number of trials', right],
  ] as const) {
    if (isPlain(side.dimension)) continue
    const found = describeDimension(side.dimension)
    const parameters = { what, wanted: describeDimension(plain), found }
    site.reporter.report(wrongDimension, parameters, placeAt(site, side.node), {
      label: `${found}, written here`,
    })
    return null
  }
  const why = impossibility(left, right, site)
  if (why !== null) {
    site.reporter.report(impossibleCounts, { why }, placeAt(site, node), {
      notes: ["counts are 'successes of trials', for example '194 of 225'"],
    })
    return null
  }
  // In an assert only the point is taken, and that may be one of terms that name the solution.
  const [over, under] = [left.term as Expression, right.term as Expression]
  const point = { op: 'div', left: over, right: under } as const
  const distribution = { kind: 'counts', successes: point.left, trials: point.right } as const
  return addRandom(node, site, plain, { distribution, point })
}

/** Why constant counts cannot be, or null. */
function impossibility(left: Typed, right: Typed, { compilation: { randoms } }: Site): string | null {
  const isRandom = ({ term }: Typed): boolean =>
    term.op === 'ref' && randoms.some(({ name }) => name === term.name)
  if (isRandom(left) || isRandom(right)) return 'a count is a whole number, and this one is a spread'
  const [successes, trials] = [constantValue(left.term), constantValue(right.term)]
  for (const count of [successes, trials]) {
    if (count !== null && !isWhole(count)) return `a count is a whole number, and ${numberOf(count)} is none`
    if (count !== null && numberOf(count) < 0) return `a count is 0 or more, and this is ${numberOf(count)}`
  }
  if (trials !== null && numberOf(trials) === 0) return 'there must be at least one trial'
  if (successes === null || trials === null || numberOf(successes) <= numberOf(trials)) return null
  return `there cannot be ${numberOf(successes)} successes in ${numberOf(trials)} trials`
}
