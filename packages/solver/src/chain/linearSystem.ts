import type { Arithmetic } from '@plumbline/game'

/**
 * Solves `x M = b` for a row vector `x` by elimination without exchanging rows. Meant for `M = I − B` where `B`
 * has no negative entry and row sums below 1: an M-matrix, whose pivots all stay positive, in exact numbers and
 * (because no cancellation occurs off the diagonal) stably in floats.
 *
 * @throws RangeError when a pivot is zero.
 */
export function solveRow<N>(
  ar: Arithmetic<N>,
  matrix: readonly (readonly N[])[],
  right: readonly N[],
): readonly N[] {
  const zero = ar.from(0)
  // The columns of M are the equations; each carries its right-hand side last.
  const equations = right.map((b, j) => [...matrix.map((row) => row[j] ?? zero), b])
  for (const [k, pivotal] of equations.entries()) {
    const pivot = pivotal[k] ?? zero
    for (const equation of equations.slice(k + 1)) {
      const factor = ar.div(equation[k] ?? zero, pivot)
      for (let j = k + 1; j < equation.length; j++) {
        equation[j] = ar.sub(equation[j] ?? zero, ar.mul(factor, pivotal[j] ?? zero))
      }
    }
  }
  return substituteBack(ar, equations)
}

function substituteBack<N>(ar: Arithmetic<N>, equations: readonly (readonly N[])[]): readonly N[] {
  const zero = ar.from(0)
  const solution = equations.map(() => zero)
  for (const [k, equation] of [...equations.entries()].reverse()) {
    let rest = equation.at(-1) ?? zero
    for (let j = k + 1; j < solution.length; j++) {
      rest = ar.sub(rest, ar.mul(equation[j] ?? zero, solution[j] ?? zero))
    }
    solution[k] = ar.div(rest, equation[k] ?? zero)
  }
  return solution
}
