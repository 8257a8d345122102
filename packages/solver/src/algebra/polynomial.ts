import type { Sign } from '@plumbline/game'

/** Integer coefficients, that of the constant first. The last is not 0; none for the polynomial 0. */
export type Polynomial = readonly bigint[]

/** Without leading zeros. */
export function trimmed(p: Polynomial): Polynomial {
  return p.slice(0, p.findLastIndex((a) => a !== 0n) + 1)
}

/** `p'`. */
function derivative(p: Polynomial): Polynomial {
  return p.slice(1).map((a, i) => a * BigInt(i + 1))
}

/**
 * The numerator `n' d − n d'` of the derivative of `n/d`, up to a positive factor. What cancels identically is left out: the
 * coefficient of `x^(i+j−1)` gathers `(i − j) n_i d_j`.
 */
export function slopeNumerator(n: Polynomial, d: Polynomial): Polynomial {
  const coefficients: bigint[] = []
  for (let total = 1; total <= n.length + d.length - 2; total++) {
    let sum = 0n
    for (let i = Math.max(0, total - d.length + 1); i <= Math.min(total, n.length - 1); i++) {
      sum += (n[i] ?? 0n) * (d[total - i] ?? 0n) * BigInt(2 * i - total)
    }
    coefficients.push(sum)
  }
  return primitive(trimmed(coefficients))
}

/** The sign of `p(over/under)`; `under > 0`. */
export function signAt(p: Polynomial, over: bigint, under: bigint): Sign {
  let value = p.at(-1) ?? 0n
  let power = 1n
  for (let i = p.length - 2; i >= 0; i--) {
    power *= under
    value = value * over + (p[i] ?? 0n) * power
  }
  return value > 0n ? 1 : value < 0n ? -1 : 0
}

/** The sign of `p` just right of a point: that of the first derivative that is not 0 there; 0 for the polynomial 0. */
export function signRightOf(p: Polynomial, over: bigint, under: bigint): Sign {
  for (let q = p; q.length > 0; q = derivative(q)) {
    const sign = signAt(q, over, under)
    if (sign !== 0) return sign
  }
  return 0
}

/** `p(x + 1)`, by additions only. */
export function shifted(p: Polynomial): Polynomial {
  const q = [...p]
  for (let i = 0; i < q.length - 1; i++) {
    for (let j = q.length - 2; j >= i; j--) q[j] = (q[j] ?? 0n) + (q[j + 1] ?? 0n)
  }
  return q
}

/** The polynomial with the same roots, each once, up to a factor. */
export function squareFree(p: Polynomial): Polynomial {
  let [a, b] = [p, derivative(p)]
  while (b.length > 0) [a, b] = [b, divide(a, b).remainder]
  return a.length <= 1 ? p : divide(p, a).quotient
}

/** A multiple of the quotient of two polynomials, and of the remainder, both without common factors. */
function divide(
  p: Polynomial,
  q: Polynomial,
): { readonly quotient: Polynomial; readonly remainder: Polynomial } {
  const lead = q.at(-1) ?? 1n
  let remainder = p
  let quotient: bigint[] = Array.from({ length: Math.max(0, p.length - q.length + 1) }, () => 0n)
  while (remainder.length >= q.length) {
    const head = remainder.at(-1) ?? 0n
    const place = remainder.length - q.length
    quotient = quotient.map((a, i) => a * lead + (i === place ? head : 0n))
    remainder = trimmed(
      remainder.slice(0, -1).map((a, i) => a * lead - (i < place ? 0n : head * (q[i - place] ?? 0n))),
    )
  }
  return { quotient: primitive(quotient), remainder: primitive(remainder) }
}

/** The coefficients divided by what is common to all. */
function primitive(p: Polynomial): Polynomial {
  const content = p.reduce(commonDivisor, 0n)
  return content <= 1n ? p : p.map((a) => a / content)
}

/** The greatest common divisor of two integers, not negative. */
export function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `p + q`. */
export function plus(p: Polynomial, q: Polynomial): Polynomial {
  const [long, short] = p.length >= q.length ? [p, q] : [q, p]
  return trimmed(long.map((a, i) => a + (short[i] ?? 0n)))
}

/** `p q`. */
export function times(p: Polynomial, q: Polynomial): Polynomial {
  if (p.length === 0 || q.length === 0) return []
  const product: bigint[] = Array.from({ length: p.length + q.length - 1 }, () => 0n)
  for (const [i, a] of p.entries()) {
    for (const [j, b] of q.entries()) product[i + j] = (product[i + j] ?? 0n) + a * b
  }
  return product
}

/** `k p`. */
export function scaled(p: Polynomial, k: bigint): Polynomial {
  return k === 0n ? [] : p.map((a) => a * k)
}

/** The greatest common divisor of the coefficients, with the sign of the leading one; 1 for the polynomial 0. */
export function content(p: Polynomial): bigint {
  const common = p.reduce(commonDivisor, 0n)
  return common === 0n ? 1n : (p.at(-1) ?? 1n) < 0n ? -common : common
}

/** A greatest common divisor without a common factor of its coefficients, its leading one positive. */
export function greatestDivisor(p: Polynomial, q: Polynomial): Polynomial {
  let [a, b] = p.length >= q.length ? [p, q] : [q, p]
  while (b.length > 0) [a, b] = [b, divide(a, b).remainder]
  return quotient(a, [content(a)])
}

/** `p / q` for a `q` that divides `p`, with integer coefficients. */
export function quotient(p: Polynomial, q: Polynomial): Polynomial {
  if (q.length === 1) {
    const [by = 1n] = q
    return by === 1n ? p : p.map((a) => a / by)
  }
  const rest = [...p]
  const lead = q.at(-1) ?? 1n
  const result: bigint[] = []
  for (let place = p.length - q.length; place >= 0; place--) {
    const factor = (rest[place + q.length - 1] ?? 0n) / lead
    result[place] = factor
    for (const [i, b] of q.entries()) rest[place + i] = (rest[place + i] ?? 0n) - factor * b
  }
  return result
}

/**
 * `p = c · square² · free` with `free` without multiple factors: square-free factorization (Yun).
 *
 * @param p not the polynomial 0
 */
export function squareParts(p: Polynomial): {
  readonly constant: bigint
  readonly square: Polynomial
  readonly free: Polynomial
} {
  const constant = content(p)
  let square: Polynomial = [1n]
  let free: Polynomial = [1n]
  let rest = quotient(p, [constant])
  // Each round takes the product of the factors that are left out of the rest: the k-th, those of multiplicity k or more.
  let layer = quotient(rest, greatestDivisor(rest, derivative(rest)))
  rest = quotient(rest, layer)
  for (let multiplicity = 1; layer.length > 1; multiplicity++) {
    const deeper = rest.length > 1 ? greatestDivisor(layer, rest) : [1n]
    const exactly = quotient(layer, deeper)
    if (multiplicity % 2 === 1) free = times(free, exactly)
    for (let k = 0; k < Math.floor(multiplicity / 2); k++) square = times(square, exactly)
    layer = deeper
    rest = quotient(rest, deeper)
  }
  return { constant, square, free }
}
