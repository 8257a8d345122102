import type { Arithmetic } from '@plumbline/game'

/** The solution of `x M = b`, and the determinant of `M`. */
export interface Eliminated<N> {
  readonly solution: readonly N[]
  readonly determinant: N
}

/**
 * Solves `x M = b` for a row vector by Gauss and Jordan's elimination, exchanging equations where a pivot is 0.
 *
 * @returns null where `M` is singular
 */
export function eliminate<N>(
  ar: Arithmetic<N>,
  matrix: readonly (readonly N[])[],
  right: readonly N[],
): Eliminated<N> | null {
  const zero = ar.from(0)
  const rows = right.map((b, j) => [...matrix.map((row) => row[j] ?? zero), b])
  let determinant = ar.from(1)
  for (let k = 0; k < rows.length; k++) {
    const place = rows.findIndex((row, i) => i >= k && ar.sign(row[k] ?? zero) !== 0)
    const pivotal = rows[place]
    const replaced = rows[k]
    if (pivotal === undefined || replaced === undefined) return null
    if (place !== k) {
      rows[place] = replaced
      rows[k] = pivotal
      determinant = ar.neg(determinant)
    }
    const pivot = pivotal[k] ?? zero
    determinant = ar.mul(determinant, pivot)
    const scaled = pivotal.map((x) => ar.div(x, pivot))
    rows[k] = scaled
    rows.forEach((row, i) => {
      const factor = row[k] ?? zero
      if (i === k || ar.sign(factor) === 0) return
      rows[i] = row.map((x, j) => ar.sub(x, ar.mul(factor, scaled[j] ?? zero)))
    })
  }
  return { solution: rows.map((row) => row.at(-1) ?? zero), determinant }
}

/** `Σ a_i b_i`. */
export function dot<N>(ar: Arithmetic<N>, a: readonly N[], b: readonly N[]): N {
  return a.reduce((total, x, i) => {
    const y = b[i]
    return y === undefined || ar.sign(x) === 0 ? total : ar.add(total, ar.mul(x, y))
  }, ar.from(0))
}
