/**
 * `δ(x) = ln Γ(x) - ((x - 1/2) ln x - x + ln √(2π))`, what Stirling's formula leaves out: from 15 on by its series,
 * below by `δ(x) = δ(x+1) + (x + 1/2) ln(1 + 1/x) - 1`.
 */
function stirlingRest(x: number): number {
  let rest = 0
  let at = x
  for (; at < 15; at++) rest += (at + 0.5) * Math.log1p(1 / at) - 1
  const inverse = 1 / at
  const square = inverse * inverse
  const series = 1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))
  return rest + inverse * series
}

/** A beta distribution with what its density needs. */
export interface Beta {
  readonly a: number
  readonly b: number
  /** The logarithm of `√(ab/(2π(a+b)))` with the rests of Stirling's formula. */
  readonly scale: number
}

/** The distribution on (0, 1) with density proportional to `x^(a-1) (1-x)^(b-1)`; `a` and `b` are positive. */
export function betaOf(a: number, b: number): Beta {
  const rests = stirlingRest(a) + stirlingRest(b) - stirlingRest(a + b)
  // Divided one by one, so that no product of parameters leaves the doubles' range.
  return { a, b, scale: (Math.log(a / (a + b)) + Math.log(b) - Math.log(2 * Math.PI)) / 2 - rests }
}

function mirrored({ a, b, scale }: Beta): Beta {
  return { a: b, b: a, scale }
}

/** `x^a (1-x)^b / B(a, b)`, written around the mean, where the powers nearly cancel. `y = 1 - x`. */
function weightAt({ a, b, scale }: Beta, x: number, y: number): number {
  const sum = a + b
  return Math.exp(scale + a * Math.log((x / a) * sum) + b * Math.log((y / b) * sum))
}

/**
 * The continued fraction of the regularised incomplete beta function (DLMF 8.17.22), by Lentz's method. Converges
 * fast for `x < (a+1)/(a+b+2)`.
 */
function fractionAt(a: number, b: number, x: number): number {
  const tiny = 1e-300
  const off = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / off(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 20_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / off(1 + even * d)
    c = off(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / off(1 + odd * d)
    c = off(1 + odd / c)
    const change = d * c
    value *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return value
}

/** `I_x(a, b)`, the probability to lie below `x`; `y = 1 - x` is asked for beside it because it may be tiny. */
export function betaBelow(beta: Beta, x: number, y = 1 - x): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  const { a, b } = beta
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(mirrored(beta), y, x)
  return Math.min(1, (weightAt(beta, x, y) / a) * fractionAt(a, b, x))
}

/**
 * The `x` below which a share `u` lies, with `u` in (0, 1). Solved on the side of the mean on which `x` lies, in the
 * logarithm of the distance from the end, by Newton's method kept within a bracket.
 */
export function betaQuantile(beta: Beta, u: number): number {
  const { a, b } = beta
  const mean = a / (a + b)
  if (u > betaBelow(beta, mean, b / (a + b))) return 1 - lowQuantile(mirrored(beta), 1 - u)
  return lowQuantile(beta, u)
}

function lowQuantile(beta: Beta, u: number): number {
  let low = Math.log(Number.MIN_VALUE)
  let high = Math.log(beta.a / (beta.a + beta.b))
  let at = high
  for (let round = 0; round < 200; round++) {
    const x = Math.exp(at)
    const below = betaBelow(beta, x)
    const excess = Math.log(below / u)
    if (excess > 0) high = at
    else low = at
    const slope = weightAt(beta, x, 1 - x) / ((1 - x) * below)
    const next = at - excess / slope
    const settled = next > low && next < high ? next : (low + high) / 2
    const step = Math.abs(settled - at)
    at = settled
    if (step <= 1e-15 || high - low <= 1e-15) break
  }
  return Math.exp(at)
}

/** The mean of what lies between two values, `x` in `(low, high)`; null where its probability is too small to tell. */
export function betaMean(beta: Beta, low: number, high: number): number | null {
  const { a, b } = beta
  const between = (of: Beta): number => {
    const middle = of.a / (of.a + of.b)
    if (low < middle) return betaBelow(of, high) - betaBelow(of, low)
    return betaBelow(mirrored(of), 1 - low, low) - betaBelow(mirrored(of), 1 - high, high)
  }
  const mass = between(beta)
  if (!(mass > 1e-290)) return null
  return ((a / (a + b)) * between(betaOf(a + 1, b))) / mass
}
