import { rational, type Enclosure } from '@plumbline/game'

type Fraction = ReturnType<typeof rational>

/** A whole number of units of `2^-160`: exact to add and compare, rounded down where it is multiplied. */
export type Fixed = bigint

const bits = 160n

/** 1. */
export const one: Fixed = 1n << bits

/** A number known within limits. */
export interface Span {
  readonly low: Fixed
  readonly high: Fixed
}

/** The limits of an enclosure, rounded outward. */
export function spanOf({ lo, hi }: Enclosure): Span {
  return { low: floorOf(lo), high: -floorOf(hi.neg()) }
}

function floorOf({ s, n, d }: Fraction): Fixed {
  const over = (s * n) << bits
  return over >= 0n ? over / d : -((-over + d - 1n) / d)
}

/** `a b`, rounded down. */
export function product(a: Fixed, b: Fixed): Fixed {
  return (a * b) >> bits
}

/** `a / b` for positive `b`, rounded up. */
export function quotientAbove(a: Fixed, b: Fixed): Fixed {
  const over = a << bits
  return over > 0n ? (over + b - 1n) / b : over / b
}

/** The least that `x` times a number within limits can be. */
export function leastTimes({ low, high }: Span, x: Fixed): Fixed {
  return product(x >= 0n ? low : high, x)
}

/** The double near a number. */
export function rough(x: Fixed): number {
  return Number(x) / 2 ** Number(bits)
}

/** A number near a double: for guesses, which need not be exact. */
export function near(x: number): Fixed {
  if (x === 0) return 0n
  const exponent = Math.floor(Math.log2(Math.abs(x)))
  const digits = BigInt(Math.round(x * 2 ** (52 - exponent)))
  const up = Number(bits) + exponent - 52
  return up >= 0 ? digits << BigInt(up) : digits >> BigInt(-up)
}

/** A number as an exact fraction. */
export function exactly(x: Fixed): Fraction {
  return rational(`${String(x)}/${String(one)}`)
}
