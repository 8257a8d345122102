import Fraction from 'fraction.js'

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,5}))?$/
const ratio = /^[+-]?\d+\/\d+$/

/** 0 as a fraction. */
export const zero = new Fraction(0n)
/** 1 as a fraction. */
export const one = new Fraction(1n)

/**
 * The exact value of a number as it is given. A double stands for itself, all of its binary digits, so that
 * `0.1` is not one tenth: write decimals as strings (`"0.1"`, `"62e-2"`), ratios too (`"27/31"`).
 *
 * @throws RangeError when it is not finite, or no decimal and no ratio of integers.
 */
export function rational(value: Fraction | number | string): Fraction {
  if (typeof value === 'number') return fromDouble(value)
  if (typeof value !== 'string') return value
  const parsed = parseRational(value)
  if (parsed === null) throw new RangeError(`not a decimal or a ratio of integers: '${value.slice(0, 40)}'`)
  return parsed
}

/** Numbers read before, by their text: games repeat theirs, and reading is dearer than reckoning. */
const known = new Map<string, Fraction>()
const longestKnown = 24
const mostKnown = 5000

/** Reads a decimal or a ratio of integers; null where the text is neither, or its denominator is 0. */
export function parseRational(text: string): Fraction | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const number = readRational(text)
  if (number !== null && text.length <= longestKnown) {
    if (known.size === mostKnown) known.clear()
    known.set(text, number)
  }
  return number
}

function readRational(text: string): Fraction | null {
  if (ratio.test(text)) {
    const [over = '', under = ''] = text.split('/')
    return BigInt(under) === 0n ? null : new Fraction(BigInt(over), BigInt(under))
  }
  const match = decimal.exec(text)
  if (match === null) return null
  const [, sign = '', whole = '', broken = '', power = '0'] = match
  const digits = BigInt(whole + broken) * (sign === '-' ? -1n : 1n)
  const exponent = Number(power) - broken.length
  return exponent >= 0
    ? new Fraction(digits * 10n ** BigInt(exponent))
    : new Fraction(digits, 10n ** BigInt(-exponent))
}

/** `numerator / denominator`, reduced; the sign may stand on either. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  return new Fraction(numerator, denominator)
}

/** The numerator with its sign. */
export function signedNumerator(value: Fraction): bigint {
  return value.s * value.n
}

/** −1, 0 or 1. */
export function signOf(value: Fraction): -1 | 0 | 1 {
  return value.n === 0n ? 0 : value.s < 0n ? -1 : 1
}

function fromDouble(value: number): Fraction {
  const [over, under] = dyadic(value)
  return under === 1n ? new Fraction(over) : new Fraction(over, under)
}

/**
 * A double as a ratio of integers, all of its digits; not reduced.
 *
 * @throws RangeError when it is not finite
 */
export function dyadic(value: number): readonly [numerator: bigint, denominator: bigint] {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${String(value)}`)
  if (Number.isInteger(value)) return [BigInt(value), 1n]
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  const exponent = Number((bits >> 52n) & 0x7ffn)
  const significand = (bits & ((1n << 52n) - 1n)) | (exponent === 0 ? 0n : 1n << 52n)
  return [value < 0 ? -significand : significand, 1n << BigInt(1075 - Math.max(exponent, 1))]
}
