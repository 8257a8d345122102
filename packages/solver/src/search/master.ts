/** A policy as the multipliers see it: its cost, and by how much it breaks each constraint `g <= 0`. */
export interface Column {
  readonly cost: number
  readonly breaches: readonly number[]
}

/** Multipliers, one for each constraint, and the bound that the columns known so far would give for them. */
export interface Multipliers {
  readonly values: readonly number[]
  readonly bound: number
}

const pivots = 200
const small = 1e-11

/**
 * The multipliers `μ >= 0` (none above `most`) that maximise `min over columns of cost + Σ μ g`: the dual of
 * choosing a mixture of the columns that keeps all constraints, by the simplex method on the mixture, whose
 * tableau has one row for each constraint.
 */
export function bestMultipliers(columns: readonly Column[], constraints: number, most: number): Multipliers {
  // min Σ θ cost + most Σ slack, Σ θ = 1, Σ θ g - slack + spare = 0; one slack (breach paid for) and one spare each.
  const rows = constraints + 1
  const width = columns.length + 2 * constraints
  const entry = (row: number, column: number): number => {
    if (column < columns.length) {
      return row === 0 ? 1 : (columns[column]?.breaches[row - 1] ?? 0)
    }
    const extra = column - columns.length
    return row - 1 === extra % constraints ? (extra < constraints ? -1 : 1) : 0
  }
  const price = (column: number): number =>
    column < columns.length ? (columns[column]?.cost ?? 0) : column - columns.length < constraints ? most : 0
  const tableau = Array.from({ length: rows }, (_, row) => [
    ...Array.from({ length: width }, (_, column) => entry(row, column)),
    row === 0 ? 1 : 0,
  ])
  const basis = Array.from({ length: rows }, () => -1)
  enter(tableau, basis, 0, 0)
  for (let row = 1; row < rows; row++) {
    // The breach of the first column is paid for, or its spare is left over.
    const rest = tableau[row]?.[width] ?? 0
    enter(tableau, basis, row, columns.length + row - 1 + (rest > 0 ? constraints : 0))
  }
  for (let pivot = 0; pivot < pivots; pivot++) {
    const entering = mostProfitable(tableau, basis, price, width, pivot > pivots / 2)
    if (entering < 0) break
    const leaving = ratioTest(tableau, entering, width)
    if (leaving < 0) break
    enter(tableau, basis, leaving, entering)
  }
  // The price of a breach is what its spare would save: its reduced cost.
  const values = Array.from({ length: constraints }, (_, k) =>
    Math.min(most, Math.max(0, reducedCost(tableau, basis, price, columns.length + constraints + k))),
  )
  const bound = columns.reduce(
    (least, { cost, breaches }) =>
      Math.min(
        least,
        breaches.reduce((total, breach, k) => total + (values[k] ?? 0) * breach, cost),
      ),
    Infinity,
  )
  return { values, bound }
}

function enter(tableau: number[][], basis: number[], row: number, column: number): void {
  const pivotal = tableau[row] ?? []
  const pivot = pivotal[column] ?? 1
  for (let j = 0; j < pivotal.length; j++) pivotal[j] = (pivotal[j] ?? 0) / pivot
  for (const [i, other] of tableau.entries()) {
    const factor = other[column] ?? 0
    if (i === row || factor === 0) continue
    for (let j = 0; j < other.length; j++) other[j] = (other[j] ?? 0) - factor * (pivotal[j] ?? 0)
  }
  basis[row] = column
}

function reducedCost(
  tableau: readonly (readonly number[])[],
  basis: readonly number[],
  price: (column: number) => number,
  column: number,
): number {
  return basis.reduce(
    (rest, basic, row) => rest - price(basic) * (tableau[row]?.[column] ?? 0),
    price(column),
  )
}

function mostProfitable(
  tableau: readonly (readonly number[])[],
  basis: readonly number[],
  price: (column: number) => number,
  width: number,
  first: boolean,
): number {
  let best = -1
  let least = 0
  for (let column = 0; column < width; column++) {
    if (basis.includes(column)) continue
    const saving = reducedCost(tableau, basis, price, column)
    if (saving >= -small * (1 + Math.abs(price(column))) || saving >= least) continue
    best = column
    least = saving
    if (first) break
  }
  return best
}

function ratioTest(tableau: readonly (readonly number[])[], column: number, width: number): number {
  let row = -1
  let least = Infinity
  for (const [index, entries] of tableau.entries()) {
    const by = entries[column] ?? 0
    if (by <= small) continue
    const ratio = (entries[width] ?? 0) / by
    if (ratio < least) [row, least] = [index, ratio]
  }
  return row
}
