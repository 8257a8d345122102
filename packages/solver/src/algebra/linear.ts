import type { Arithmetic } from '@plumbline/game'

/**
 * Solves as many linear equations as there are unknowns by elimination, each pivot the largest of its column.
 *
 * @param equations coefficients, and the right-hand side last
 * @returns null where they do not decide the unknowns
 */
export function solveLinear<N>(ar: Arithmetic<N>, equations: readonly (readonly N[])[]): readonly N[] | null {
  const zero = ar.from(0)
  const rows = equations.map((row) => [...row])
  const size = rows.length
  for (let k = 0; k < size; k++) {
    const largest = rows.slice(k).reduce((best, row, offset) => {
      const [own, other] = [row[k] ?? zero, rows[k + best]?.[k] ?? zero]
      return Math.abs(ar.toNumber(own)) > Math.abs(ar.toNumber(other)) ? offset : best
    }, 0)
    const [pivotal, first] = [rows[k + largest], rows[k]]
    if (pivotal === undefined || first === undefined || ar.sign(pivotal[k] ?? zero) === 0) return null
    rows[k + largest] = first
    rows[k] = pivotal
    for (const [i, row] of rows.entries()) {
      if (i === k || ar.sign(row[k] ?? zero) === 0) continue
      const factor = ar.div(row[k] ?? zero, pivotal[k] ?? zero)
      for (let j = k; j <= size; j++) row[j] = ar.sub(row[j] ?? zero, ar.mul(factor, pivotal[j] ?? zero))
    }
  }
  return rows.map((row, k) => ar.div(row[size] ?? zero, row[k] ?? zero))
}
