import type { Arithmetic, Sign } from '@plumbline/game'

/** Coefficients, that of the constant first; none for the polynomial 0. */
export type Polynomial<N> = readonly N[]

/** The polynomial of least degree through points, by Newton's divided differences. */
export function interpolate<N>(
  ar: Arithmetic<N>,
  points: readonly { readonly at: N; readonly value: N }[],
): Polynomial<N> {
  const differences = points.map(({ value }) => value)
  for (let order = 1; order < points.length; order++) {
    for (let i = points.length - 1; i >= order; i--) {
      const [here, before] = [points[i], points[i - order]]
      const [value, previous] = [differences[i], differences[i - 1]]
      if (here === undefined || before === undefined || value === undefined || previous === undefined)
        continue
      differences[i] = ar.div(ar.sub(value, previous), ar.sub(here.at, before.at))
    }
  }
  // Horner's scheme over the nodes, from the last difference down.
  let p: readonly N[] = []
  for (let i = points.length - 1; i >= 0; i--) {
    const node = points[i]?.at ?? ar.from(0)
    const moved = [ar.from(0), ...p]
    p = moved.map((a, k) => (p[k] === undefined ? a : ar.sub(a, ar.mul(node, p[k]))))
    p = p.map((a, k) => (k === 0 ? ar.add(a, differences[i] ?? ar.from(0)) : a))
  }
  return trimmed(ar, p)
}

/** Without leading zeros. */
export function trimmed<N>(ar: Arithmetic<N>, p: Polynomial<N>): Polynomial<N> {
  return p.slice(0, p.findLastIndex((a) => ar.sign(a) !== 0) + 1)
}

/** The value at a point. */
export function valueAt<N>(ar: Arithmetic<N>, p: Polynomial<N>, x: N): N {
  return p.reduceRight((total, a) => ar.add(ar.mul(total, x), a), ar.from(0))
}

/** `n' d - n d'`, which has the sign of the slope of `n/d`; what cancels identically is left out. */
export function slopeOf<N>(ar: Arithmetic<N>, n: Polynomial<N>, d: Polynomial<N>): Polynomial<N> {
  const slope = Array.from({ length: Math.max(0, n.length + d.length - 2) }, () => ar.from(0))
  for (const [i, a] of n.entries()) {
    for (const [j, b] of d.entries()) {
      const place = i + j - 1
      if (i === j || place < 0) continue
      slope[place] = ar.add(slope[place] ?? ar.from(0), ar.mul(ar.from(i - j), ar.mul(a, b)))
    }
  }
  return trimmed(ar, slope)
}

/** How often the signs of coefficients change: by Descartes no less than the number of positive roots, and as odd. */
export function signChanges<N>(ar: Arithmetic<N>, p: Polynomial<N>): number {
  const signs = p.map((a) => ar.sign(a)).filter((sign): sign is Exclude<Sign, 0> => sign !== 0)
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length
}

/** `p(x + 1)`. */
export function shifted<N>(ar: Arithmetic<N>, p: Polynomial<N>): Polynomial<N> {
  const q = [...p]
  for (let i = 0; i < q.length - 1; i++) {
    for (let j = q.length - 2; j >= i; j--) {
      q[j] = ar.add(q[j] ?? ar.from(0), q[j + 1] ?? ar.from(0))
    }
  }
  return q
}
