import { nearestDouble, rational, type Arithmetic } from '@plumbline/game'
import { commonDivisor, trimmed, type Polynomial } from '../../algebra/polynomial.ts'
import { rootsInside } from '../../algebra/roots.ts'
import { payoffs } from '../../process/payoffs.ts'
import type { Process, Start } from '../../process/process.ts'
import type { Favourites } from './favourites.ts'
import { sumRatio } from './utility-ratio.ts'

/**
 * The reply of a user who is not perfectly rational: after a failure she re-prompts with `r = 1/(1 + e^(-λ W(r)))`, `W` being
 * what one more attempt is worth to her where failures happen, on average: `W = U'(r)/Σ n_i a_i`.
 *
 * Several `r` may satisfy that. Hers is the one nearest 1/2, on the side to which `W(1/2)` points: from `λ = 0`, where it is
 * 1/2, the one that grows out of it; it moves one way as `λ` grows, and jumps where it ends.
 *
 * `h(r) = λ W(r) - ln(r/(1-r))` rises and falls between the roots of a polynomial, all of which are isolated; so the first
 * stretch at whose end `h` has changed its sign holds the reply, and no earlier one is missed.
 */
export function logitReply<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  rationality: N,
): Favourites<N> {
  const persistence = persistenceOf(process, transitions, start, rationality)
  const reply = { kind: 'stationary', persistence } as const
  const found = payoffs(process, transitions, start, reply)
  if (found.utility === null) throw new TypeError('a reply inside (0, 1) with an endless task')
  return {
    best: [{ reply, payoffs: found, utility: found.utility }],
    persistenceSet: [{ from: persistence, to: persistence }],
    exact: false,
  }
}

/** `A/B`, which is `W`; integer coefficients. */
interface Worth {
  readonly over: Polynomial
  readonly under: Polynomial
}

function persistenceOf<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  rationality: N,
): N {
  const { arithmetic: ar } = process
  const worth = worthOf(process, transitions, start)
  if (worth === null) return ar.div(ar.from(1), ar.from(2))
  const lambda = rationalOf(ar, rationality)
  const [up, down] = [lambda.s * lambda.n, lambda.d]
  const atHalf = valueAt(worth, 1n, 2n)
  if (atHalf === 0) return ar.div(ar.from(1), ar.from(2))
  const turns = turningPoints(worth, up, down)
  const strength = nearestDouble(up, down)
  // The odds against what the user tends to, as a double: `q` above 1/2, `r` below it.
  const side = atHalf > 0
  const gap = (x: number): number => {
    const value = rational(x)
    const [n, d] = [value.n, value.d]
    const w = side ? valueAt(worth, d - n, d) : -valueAt(worth, n, d)
    return strength * w - Math.log1p(-x) + Math.log(x)
  }
  const places = turns
    .map(({ over, under }) => (side ? ratio(under - over, under) : ratio(over, under)))
    .filter((x) => x > 0 && x < 0.5)
    .sort((a, b) => b - a)
  let from = 0.5
  let to = places.find((x) => gap(x) <= 0) ?? Number.MIN_VALUE
  from = places.reduce((last, x) => (x > to && x < last ? x : last), from)
  for (let step = 0; step < 1100 && to < from; step++) {
    // Halve in the logarithm while the ends are far apart.
    const middle = from > 4 * to ? Math.sqrt(from) * Math.sqrt(to) : (from + to) / 2
    if (middle >= from || middle <= to) break
    if (gap(middle) > 0) from = middle
    else to = middle
  }
  const x = ar.from(rational(to).toFraction())
  return side ? ar.sub(ar.from(1), x) : x
}

/** `W = (N' D - N D')/(D M)` with `U = N/D` and `Σ n a = M/D`; null where nobody ever fails. */
function worthOf<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
): Worth | null {
  const { arithmetic: ar } = process
  const utility = sumRatio(process, transitions, start, ({ netValue }) => netValue)
  const failures = sumRatio(process, transitions, start, ({ failure }) => failure)
  const scaled = [...utility.over, ...utility.under, ...failures.over].map((each) => rationalOf(ar, each))
  const common = scaled.reduce((product, { d }) => (product * d) / commonDivisor(product, d), 1n)
  const whole = scaled.map(({ s, n, d }) => s * n * (common / d))
  const [n, rest] = [utility.over.length, utility.over.length + utility.under.length]
  const [N, D, M] = [whole.slice(0, n), whole.slice(n, rest), whole.slice(rest)].map(trimmed)
  if (N === undefined || D === undefined || M === undefined || M.length === 0) return null
  return {
    over: minus(times(slope(N), D), times(N, slope(D))),
    under: times(D, M),
  }
}

/** Where `λ A/B - ln(r/(1-r))` turns: the roots of `λ (A' B - A B') r (1-r) - B²` inside (0, 1). */
function turningPoints(
  { over, under }: Worth,
  up: bigint,
  down: bigint,
): readonly { readonly over: bigint; readonly under: bigint }[] {
  const bend = minus(times(slope(over), under), times(over, slope(under)))
  const p = minus(times(times([up], bend), [0n, 1n, -1n]), times([down], times(under, under)))
  return p.length <= 1 ? [] : rootsInside(p, 80)
}

function rationalOf<N>(ar: Arithmetic<N>, value: N): ReturnType<typeof rational> {
  const form = ar.toExact(value)
  return rational(typeof form === 'string' ? form : ar.toNumber(value))
}

/** The double near `A/B` at a rational point. */
function valueAt({ over, under }: Worth, n: bigint, d: bigint): number {
  const [a, b] = [homogeneous(over, n, d), homogeneous(under, n, d)]
  // Both polynomials at one power of `d`.
  const [above, below] = [a.value * d ** BigInt(b.degree), b.value * d ** BigInt(a.degree)]
  return ratio(above, below)
}

function homogeneous(
  p: Polynomial,
  n: bigint,
  d: bigint,
): { readonly value: bigint; readonly degree: number } {
  let value = p.at(-1) ?? 0n
  let power = 1n
  for (let i = p.length - 2; i >= 0; i--) {
    power *= d
    value = value * n + (p[i] ?? 0n) * power
  }
  return { value, degree: Math.max(0, p.length - 1) }
}

function ratio(a: bigint, b: bigint): number {
  if (b === 0n) return 0
  return b < 0n ? nearestDouble(-a, -b) : nearestDouble(a, b)
}

function slope(p: Polynomial): Polynomial {
  return p.slice(1).map((a, i) => a * BigInt(i + 1))
}

function times(p: Polynomial, q: Polynomial): Polynomial {
  if (p.length === 0 || q.length === 0) return []
  const product: bigint[] = Array.from({ length: p.length + q.length - 1 }, () => 0n)
  p.forEach((a, i) => {
    q.forEach((b, j) => {
      product[i + j] = (product[i + j] ?? 0n) + a * b
    })
  })
  return trimmed(product)
}

function minus(p: Polynomial, q: Polynomial): Polynomial {
  const length = Math.max(p.length, q.length)
  return trimmed(Array.from({ length }, (_, i) => (p[i] ?? 0n) - (q[i] ?? 0n)))
}
