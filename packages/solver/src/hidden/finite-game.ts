/**
 * A finite game between a provider and users who do not meet one another: entry `[k][i][l]` of a table is for user `k`,
 * the provider's strategy `i` and her reply `l`.
 */
export interface FiniteGame {
  /** What the provider pays for user `k`, her weight included. */
  readonly costs: readonly (readonly (readonly number[])[])[]
  readonly utilities: readonly (readonly (readonly number[])[])[]
}

/** Probabilities of the provider's strategies, and of each user's replies. */
export interface FiniteEquilibrium {
  readonly routes: readonly number[]
  readonly replies: readonly (readonly number[])[]
}

const pivots = 5000
const small = 1e-11

/**
 * An equilibrium of a finite game, by Lemke's method on its complementarity problem (Howson, _Management Science_ 18, 1972,
 * for games between pairs): with costs `C_k`, and `D_k` for what users lose, both made positive,
 *
 * `Σ_k C_k y_k - v e >= 0 ⟂ x`, `D_k' x - v_k e >= 0 ⟂ y_k`, `e'x - 1 >= 0 ⟂ v`, `e'y_k - 1 >= 0 ⟂ v_k`.
 *
 * The covering vector is all ones, for which positive tables allow no secondary ray; ties of the ratio test are broken
 * lexicographically.
 *
 * @returns null where rounding has led astray
 */
export function finiteEquilibrium(game: FiniteGame): FiniteEquilibrium | null {
  const costs = positive(game.costs)
  const losses = positive(game.utilities.map((table) => table.map((row) => row.map((each) => -each))))
  const strategies = costs[0]?.length ?? 0
  const counts = costs.map((table) => table[0]?.length ?? 0)
  const replies = counts.reduce((sum, count) => sum + count, 0)
  const size = strategies + replies + 1 + counts.length
  const matrix = Array.from({ length: size }, () => new Float64Array(size))
  const value = strategies + replies
  const set = (i: number, j: number, entry: number): void => {
    const row = matrix[i]
    if (row !== undefined) row[j] = entry
  }
  let base = strategies
  counts.forEach((count, k) => {
    for (let i = 0; i < strategies; i++) {
      for (let l = 0; l < count; l++) {
        set(i, base + l, costs[k]?.[i]?.[l] ?? 0)
        set(base + l, i, losses[k]?.[i]?.[l] ?? 0)
      }
    }
    for (let l = 0; l < count; l++) {
      set(base + l, value + 1 + k, -1)
      set(value + 1 + k, base + l, 1)
    }
    base += count
  })
  for (let i = 0; i < strategies; i++) {
    set(i, value, -1)
    set(value, i, 1)
  }
  const right = Array.from({ length: size }, (_, row) => (row < value ? 0 : -1))
  const solution = lemke(matrix, right)
  if (solution === null) return null
  const part = (from: number, count: number): readonly number[] => {
    const shares = solution.slice(from, from + count).map((each) => Math.max(0, each))
    const total = shares.reduce((sum, each) => sum + each, 0)
    return shares.map((each) => each / total)
  }
  const answers = counts.map((count, k) =>
    part(strategies + counts.slice(0, k).reduce((sum, each) => sum + each, 0), count),
  )
  return { routes: part(0, strategies), replies: answers }
}

/** Tables moved and scaled to lie in [1, 2]: strategies are preferred as before. */
function positive(tables: FiniteGame['costs']): FiniteGame['costs'] {
  const all = tables.flat(2)
  const span = (values: readonly number[]): readonly [number, number] => [
    values.reduce((least, each) => Math.min(least, each), Infinity),
    values.reduce((most, each) => Math.max(most, each), -Infinity),
  ]
  const [, most] = span(all.map(Math.abs))
  return tables.map((table) => {
    const [low] = span(table.flat())
    return table.map((row) => row.map((each) => 1 + (each - low) / (2 * most || 1)))
  })
}

/** `z >= 0` with `w = q + M z >= 0` and `z'w = 0`; null where the pivots end without one. */
function lemke(matrix: readonly Float64Array[], right: readonly number[]): readonly number[] | null {
  const n = right.length
  const cover = 2 * n
  const width = cover + 2
  // Columns: w, z, the covering variable, the right-hand side.
  const rows = matrix.map((own, i) => {
    const row = new Float64Array(width)
    row[i] = 1
    own.forEach((entry, j) => {
      row[n + j] = -entry
    })
    row[cover] = -1
    row[width - 1] = right[i] ?? 0
    return row
  })
  const basis = Array.from({ length: n }, (_, i) => i)
  let leaving = lexicographic(
    rows,
    n,
    rows.map((_, i) => i),
    () => 1,
  )
  let entering = cover
  for (let step = 0; step < pivots; step++) {
    const left = basis[leaving] ?? 0
    enter(rows, leaving, entering)
    basis[leaving] = entering
    if (left === cover) return solutionOf(rows, basis, n)
    entering = left < n ? left + n : left - n
    const at = entering
    const open = rows.flatMap((row, i) => ((row[at] ?? 0) > small ? [i] : []))
    if (open.length === 0) return null
    const out = lexicographic(rows, n, open, (row) => row[at] ?? 1)
    // Where the covering variable may leave as well as another, it does, and the problem is solved.
    const covering = basis.indexOf(cover)
    const ratio = (i: number): number => (rows[i]?.[width - 1] ?? 0) / (rows[i]?.[at] ?? 1)
    leaving = open.includes(covering) && ratio(covering) <= ratio(out) + small ? covering : out
  }
  return null
}

function solutionOf(rows: readonly Float64Array[], basis: readonly number[], n: number): readonly number[] {
  const solution = Array.from({ length: n }, () => 0)
  basis.forEach((column, i) => {
    const row = rows[i]
    if (column >= n && column < 2 * n && row !== undefined) solution[column - n] = row[row.length - 1] ?? 0
  })
  return solution
}

/** Of some rows the one whose right-hand side and first columns, over its pivot, come first in the order of a lexicon. */
function lexicographic(
  rows: readonly Float64Array[],
  n: number,
  open: readonly number[],
  pivot: (row: Float64Array) => number,
): number {
  return open.reduce((best, each) => {
    const [one, other] = [rows[best], rows[each]]
    if (one === undefined || other === undefined || each === best) return best
    const [p, q] = [pivot(one), pivot(other)]
    const last = one.length - 1
    for (let k = -1; k < n; k++) {
      const column = k < 0 ? last : k
      const difference = (other[column] ?? 0) / q - (one[column] ?? 0) / p
      if (difference < -small) return each
      if (difference > small) return best
    }
    return best
  }, open[0] ?? 0)
}

function enter(rows: readonly Float64Array[], row: number, column: number): void {
  const own = rows[row]
  if (own === undefined) return
  const pivot = own[column] ?? 1
  for (let j = 0; j < own.length; j++) own[j] = (own[j] ?? 0) / pivot
  for (const [i, other] of rows.entries()) {
    const factor = other[column] ?? 0
    if (i === row || factor === 0) continue
    for (let j = 0; j < own.length; j++) other[j] = (other[j] ?? 0) - factor * (own[j] ?? 0)
  }
}
