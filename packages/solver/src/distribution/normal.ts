const rootTwoPi = Math.sqrt(2 * Math.PI)

/** Beyond this many standard deviations tails are told apart by their logarithms. */
const far = 30

/** The standard normal density. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / rootTwoPi
}

/**
 * `Q(z)`, the probability that a standard normal number exceeds `z`: to about 14 digits, in the tail too. Near the
 * middle by the series `1/2 - φ(z) Σ z^(2k+1)/(2k+1)!!`, further out by the continued fraction
 * `φ(z)/(z + 1/(z + 2/(z + …)))`.
 */
export function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z)
  if (z === Infinity) return 0
  if (z > 2.5) {
    return normalDensity(z) / densityOverTail(z)
  }
  let term = z
  let total = z
  for (let k = 3; term > total * 1e-18; k += 2) {
    term *= (z * z) / k
    total += term
  }
  return 0.5 - normalDensity(z) * total
}

/** `φ(z)/Q(z)` for `z` above 2.5, by the continued fraction. */
function densityOverTail(z: number): number {
  let fraction = z
  for (let k = 48; k > 0; k--) fraction = z + k / fraction
  return fraction
}

/** The `z` with `Q(z) = tail`, for a tail in (0, 1/2]: Newton's method on the logarithm, which falls ever steeper. */
function quantileOfTail(tail: number): number {
  let z = Math.sqrt(-2 * Math.log(tail))
  for (let round = 0; round < 40; round++) {
    const q = upperTail(z)
    const step = (Math.log(q / tail) * q) / normalDensity(z)
    z += step
    if (Math.abs(step) <= 1e-15 * Math.abs(z)) break
  }
  return Math.max(z, 0)
}

/** Probability of a standard normal number to lie between two. */
export function normalMass(low: number, high: number): number {
  if (low > 0) return upperTail(low) - upperTail(high)
  if (high < 0) return upperTail(-high) - upperTail(-low)
  return 1 - upperTail(-low) - upperTail(high)
}

/**
 * The `u`-quantile of a standard normal number that is known to lie between `low` and `high`.
 *
 * @param u in (0, 1)
 */
export function normalQuantile(u: number, low: number, high: number): number {
  if (low > far) return tailQuantile(u, low, high)
  if (high < -far) return -tailQuantile(1 - u, -high, -low)
  const mass = normalMass(low, high)
  const below = upperTail(-low) + u * mass
  const above = upperTail(high) + (1 - u) * mass
  const z = below < above ? -quantileOfTail(below) : quantileOfTail(above)
  return Math.min(Math.max(z, low), high)
}

/** {@link normalQuantile} far out, where `Q(z)/Q(low)` is nearly `e^-(z² - low²)/2`: begun there, in logarithms. */
function tailQuantile(u: number, low: number, high: number): number {
  const logTail = (z: number): number => -((z - low) * (z + low)) / 2 - Math.log(densityOverTail(z))
  const atLow = logTail(low)
  const share = high === Infinity ? 1 : -Math.expm1(logTail(high) - atLow)
  const wanted = Math.log1p(-u * share)
  let z = Math.sqrt(low * low - 2 * wanted)
  for (let round = 0; round < 4; round++) z += (logTail(z) - atLow - wanted) / densityOverTail(z)
  return Math.min(Math.max(z, low), high)
}

/** The mean of a standard normal number that lies between `low` and `high`; null where its probability is too small to tell. */
export function normalMean(low: number, high: number): number | null {
  const mass = normalMass(low, high)
  if (!(mass > 1e-290)) return null
  return (normalDensity(low) - normalDensity(high)) / mass
}
