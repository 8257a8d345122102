import { integerRoot, perfectRoot } from './integer.ts'

const smallPrimes = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n]

/**
 * `√n = factor · √root` with the squares of small primes, and a square that is left over, taken out of the
 * root; so that `√8` and `2√2` read the same. `root` is 1 for a perfect square.
 */
export function simplifyRoot(n: bigint): { readonly factor: bigint; readonly root: bigint } {
  const whole = perfectRoot(n, 2)
  if (whole !== null) return { factor: whole, root: 1n }
  let factor = 1n
  let root = n
  for (const prime of smallPrimes) {
    const square = prime * prime
    while (root % square === 0n) {
      root /= square
      factor *= prime
    }
  }
  return withoutLargeSquare(factor, root)
}

/** Takes out a large square that stands beside a product of small primes. */
function withoutLargeSquare(
  factor: bigint,
  root: bigint,
): { readonly factor: bigint; readonly root: bigint } {
  let small = 1n
  let large = root
  for (const prime of smallPrimes) {
    if (large % prime === 0n) {
      large /= prime
      small *= prime
    }
  }
  const square = integerRoot(large, 2)
  return square * square === large ? { factor: factor * square, root: small } : { factor, root }
}
