/** Bits of |n|: the least `k` with `|n| < 2^k`; 0 for 0. */
export function bitLength(n: bigint): number {
  const size = n < 0n ? -n : n
  if (size < 0x1_0000_0000n) return 32 - Math.clz32(Number(size))
  const digits = size.toString(16)
  return (digits.length - 1) * 4 + (32 - Math.clz32(parseInt(digits.charAt(0), 16)))
}

/**
 * The integer part of the `degree`-th root of `n`, by Newton's iteration from above.
 *
 * @param n not negative.
 * @param degree at least 1.
 * @throws RangeError when `n` is negative or `degree` is below 1.
 */
export function integerRoot(n: bigint, degree: number): bigint {
  if (n < 0n || degree < 1) throw new RangeError('the root of a negative integer, or of a degree below 1')
  if (n < 2n || degree === 1) return n
  const bits = bitLength(n)
  if (degree >= bits) return 1n
  const k = BigInt(degree)
  let root = 1n << BigInt(Math.ceil(bits / degree))
  for (;;) {
    const next = ((k - 1n) * root + n / root ** (k - 1n)) / k
    if (next >= root) return root
    root = next
  }
}

/** The integer `r` with `r^degree = n`, or null where there is none. `n` is not negative. */
export function perfectRoot(n: bigint, degree: number): bigint | null {
  const root = integerRoot(n, degree)
  return root ** BigInt(degree) === n ? root : null
}

/** `a / b` rounded towards minus infinity; `b > 0`. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient
}

/** `a / b` rounded towards plus infinity; `b > 0`. */
export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b)
}

/** `n · 2^bits` for any integer `bits`, rounded towards minus infinity where bits are lost. */
export function shift(n: bigint, bits: number): bigint {
  return bits >= 0 ? n << BigInt(bits) : n >> BigInt(-bits)
}
