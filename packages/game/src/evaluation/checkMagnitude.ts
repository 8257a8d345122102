import { formatQuantity } from './formatQuantity.ts'
import type { Input } from './inputs.ts'
import type { Item, Survey } from './survey.ts'

/** Doubles reach from 1e-308 to 1e308: products of six numbers within these bounds are still among them. */
const [least, most] = [1e-50, 1e50]

/** A double next to 1 differs from it by 1e-16: of a rarer success, `1 - p` would be 1. */
const rarest = 1e-12

/**
 * Notes a number of a declaration that is so large, or so near 0, that what is computed from it may be no double: a price of
 * `1e300 USD` is a slip of the pen, and would make a gap of infinity.
 */
export function checkMagnitude<N>(
  { calculus: { arithmetic }, units, problems }: Survey<N>,
  { what, dimension, origin }: Pick<Item, 'what' | 'dimension' | 'origin'>,
  range: Input['range'],
  value: N,
): void {
  const isShare = range === 'success' || range === 'probability'
  const [low, high] = isShare ? [rarest, 1] : [least, most]
  const found = Math.abs(arithmetic.toNumber(value))
  if (found <= high && (found >= low || arithmetic.sign(value) === 0)) return
  const show = (number: number): string => formatQuantity(number, dimension, units)
  problems.push({
    kind: 'out-of-range',
    what,
    value: found > high ? `more than ${show(high)}` : `less than ${show(low)}`,
    range: `${range === 'success' ? '' : '0, or '}from ${show(low)} to ${show(high)}`,
    origin,
  })
}
