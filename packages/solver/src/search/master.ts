/** A point as the multipliers see it: its cost, and by how much it breaks each constraint `g <= 0`. */
export interface Column {
  readonly cost: number
  readonly breaches: readonly number[]
}

/** Multipliers, one for each constraint, and the mixture of columns that they price. */
export interface Multipliers {
  readonly values: readonly number[]
  /** The bound that the columns known so far would give for the multipliers. */
  readonly bound: number
  /** Weights of the columns in the cheapest mixture that keeps all constraints. */
  readonly weights: readonly number[]
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
  const count = columns.length
  const width = count + 2 * constraints
  const stride = width + 1
  const table = new Float64Array(rows * stride)
  const prices = new Float64Array(width)
  for (let column = 0; column < count; column++) {
    const { cost, breaches } = columns[column] ?? { cost: 0, breaches: [] }
    prices[column] = cost
    table[column] = 1
    for (let row = 1; row < rows; row++) table[row * stride + column] = breaches[row - 1] ?? 0
  }
  for (let k = 0; k < constraints; k++) {
    prices[count + k] = most
    table[(k + 1) * stride + count + k] = -1
    table[(k + 1) * stride + count + constraints + k] = 1
  }
  table[width] = 1
  const basis = new Int32Array(rows).fill(-1)
  const costs = prices.slice()
  const tableau = { table, stride, rows, width, basis, costs }
  enter(tableau, 0, 0)
  for (let row = 1; row < rows; row++) {
    // The breach of the first column is paid for, or its spare is left over.
    const rest = table[row * stride + width] ?? 0
    enter(tableau, row, count + row - 1 + (rest > 0 ? constraints : 0))
  }
  for (let pivot = 0; pivot < pivots; pivot++) {
    const entering = mostProfitable(tableau, prices, pivot > pivots / 2)
    if (entering < 0) break
    const leaving = ratioTest(tableau, entering)
    if (leaving < 0) break
    enter(tableau, leaving, entering)
  }
  // The price of a breach is what its spare would save: its reduced cost.
  const values = Array.from({ length: constraints }, (_, k) =>
    Math.min(most, Math.max(0, costs[count + constraints + k] ?? 0)),
  )
  let bound = Infinity
  for (const { cost, breaches } of columns) {
    let total = cost
    for (let k = 0; k < constraints; k++) total += (values[k] ?? 0) * (breaches[k] ?? 0)
    bound = Math.min(bound, total)
  }
  const weights = columns.map(() => 0)
  basis.forEach((column, row) => {
    if (column < count) weights[column] = table[row * stride + width] ?? 0
  })
  return { values, bound, weights }
}

interface Tableau {
  readonly table: Float64Array
  readonly stride: number
  readonly rows: number
  readonly width: number
  readonly basis: Int32Array
  /** Reduced costs, kept up to date. */
  readonly costs: Float64Array
}

function enter({ table, stride, rows, width, basis, costs }: Tableau, row: number, column: number): void {
  const own = row * stride
  const pivot = table[own + column] ?? 1
  for (let j = 0; j <= width; j++) table[own + j] = (table[own + j] ?? 0) / pivot
  for (let i = 0; i < rows; i++) {
    const factor = table[i * stride + column] ?? 0
    if (i === row || factor === 0) continue
    for (let j = 0; j <= width; j++) {
      table[i * stride + j] = (table[i * stride + j] ?? 0) - factor * (table[own + j] ?? 0)
    }
  }
  const reduced = costs[column] ?? 0
  if (reduced !== 0) {
    for (let j = 0; j < width; j++) costs[j] = (costs[j] ?? 0) - reduced * (table[own + j] ?? 0)
  }
  basis[row] = column
}

function mostProfitable({ basis, costs, width }: Tableau, prices: Float64Array, first: boolean): number {
  let best = -1
  let least = 0
  for (let column = 0; column < width; column++) {
    const saving = costs[column] ?? 0
    if (saving >= least || saving >= -small * (1 + Math.abs(prices[column] ?? 0))) continue
    if (basis.includes(column)) continue
    best = column
    least = saving
    if (first) break
  }
  return best
}

function ratioTest({ table, stride, rows, width }: Tableau, column: number): number {
  let row = -1
  let least = Infinity
  for (let i = 0; i < rows; i++) {
    const by = table[i * stride + column] ?? 0
    if (by <= small) continue
    const ratio = (table[i * stride + width] ?? 0) / by
    if (ratio < least) [row, least] = [i, ratio]
  }
  return row
}
