import { type Calculus, orderOrNull } from './calculus.ts'
import { formatQuantity, type Units } from './formatQuantity.ts'
import type { Dimension } from '../instance/quantity.ts'

/** The interval in which a quantity must lie; an end that is absent is no limit. */
export interface Limits<N> {
  readonly low?: Limit<N>
  readonly high?: Limit<N>
}

export interface Limit<N> {
  readonly at: N
  /** Whether the end itself is out. */
  readonly open: boolean
}

/** Whether a number lies within limits: `undecided` where its digits cannot tell. */
export type Verdict = 'within' | 'below' | 'above' | 'undecided'

export function verdict<N>({ arithmetic }: Calculus<N>, value: N, { low, high }: Limits<N>): Verdict {
  if (low !== undefined) {
    const over = orderOrNull(arithmetic, value, low.at)
    if (over === null) return 'undecided'
    if (over < 0 || (over === 0 && low.open)) return 'below'
  }
  if (high !== undefined) {
    const over = orderOrNull(arithmetic, value, high.at)
    if (over === null) return 'undecided'
    if (over > 0 || (over === 0 && high.open)) return 'above'
  }
  return 'within'
}

/** The limits in words: `more than 0, at most 1 (100 %)`, `0 s or more`, `from 0 USD to 1 USD`. */
export function describeLimits<N>(
  calculus: Calculus<N>,
  { low, high }: Limits<N>,
  dimension: Dimension,
  units: Units,
): string {
  const show = ({ at }: Limit<N>) => withShare(calculus.arithmetic.toNumber(at), dimension, units)
  if (low === undefined)
    return high === undefined ? 'any number' : `${high.open ? 'less than' : 'at most'} ${show(high)}`
  if (high === undefined) return low.open ? `more than ${show(low)}` : `${show(low)} or more`
  const { arithmetic } = calculus
  if (orderOrNull(arithmetic, high.at, low.at) === 0) return `exactly ${show(low)}`
  if (!low.open && !high.open) return `from ${show(low)} to ${show(high)}`
  return `${low.open ? 'more than' : 'at least'} ${show(low)}, ${high.open ? 'less than' : 'at most'} ${show(high)}`
}

function withShare(value: number, dimension: Dimension, units: Units): string {
  const text = formatQuantity(value, dimension, units)
  return text === '1' ? '1 (100 %)' : text
}

/**
 * A number that is out of its limits in words, with as many digits as tell it from the limit that it breaks, and
 * `just below 0 s` where no double tells them apart.
 */
export function describeOutside<N>(
  { arithmetic }: Calculus<N>,
  value: N,
  limit: N,
  dimension: Dimension,
  units: Units,
): string {
  const [shown, edge] = [arithmetic.toNumber(value), arithmetic.toNumber(limit)]
  const side = orderOrNull(arithmetic, value, limit)
  if (shown === edge) {
    const text = formatQuantity(edge, dimension, units)
    return side === 0 ? text : `just ${side === 1 ? 'above' : 'below'} ${text}`
  }
  const texts = [6, 9, 12, 17].map((digits) => formatQuantity(shown, dimension, units, digits))
  const edgeText = formatQuantity(edge, dimension, units)
  return texts.find((text) => text !== edgeText) ?? edgeText
}
