import type { Dimension } from '@plumbline/game'

/** A plain number, without dimension. */
export const plain: Dimension = {}
export const money: Dimension = { money: 1 }
export const time: Dimension = { time: 1 }
export const tokens: Dimension = { tokens: 1 }

function fromPowers(m: number, t: number, k: number): Dimension {
  if (t === 0 && k === 0) return m === 0 ? plain : { money: m }
  if (m === 0 && k === 0) return { time: t }
  return {
    ...(m === 0 ? {} : { money: m }),
    ...(t === 0 ? {} : { time: t }),
    ...(k === 0 ? {} : { tokens: k }),
  }
}

/** Whether two dimensions are the same. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  if (a === b) return true
  const { money: m = 0, time: t = 0, tokens: k = 0 } = a
  const { money: n = 0, time: u = 0, tokens: l = 0 } = b
  return m === n && t === u && k === l
}

/** Whether a quantity is a plain number. */
export function isPlain(dimension: Dimension): boolean {
  return sameDimension(dimension, plain)
}

/** The dimension of a product. */
export function timesDimension(a: Dimension, b: Dimension): Dimension {
  const { money: m = 0, time: t = 0, tokens: k = 0 } = a
  const { money: n = 0, time: u = 0, tokens: l = 0 } = b
  return fromPowers(m + n, t + u, k + l)
}

/** The dimension of a power with a plain exponent. */
export function raiseDimension(base: Dimension, exponent: number): Dimension {
  const { money: m = 0, time: t = 0, tokens: k = 0 } = base
  return fromPowers(m * exponent, t * exponent, k * exponent)
}

/** The dimension of a quotient. */
export function overDimension(a: Dimension, b: Dimension): Dimension {
  return timesDimension(a, raiseDimension(b, -1))
}
