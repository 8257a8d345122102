import type { Attempt, Sheet, SheetUser } from './sheet.ts'

/** What a task is expected to come to. */
export interface Outcome {
  readonly U: number
  readonly J: number
  readonly attempts: number
}

/** The probability to re-prompt after the failure of attempt `k` (from 1) at a model. */
export type Persistence = (k: number, model: number) => number

/**
 * Plays a task out: the attempts that differ one after another, the endless rest as one system of linear equations.
 * Null where the task never ends.
 *
 * @param line attempts to play out one after another; from the next on the persistence must not change any more
 */
export function playOut(
  sheet: Sheet,
  user: SheetUser,
  matrix: readonly (readonly number[])[],
  start: number,
  persistence: Persistence,
  line: number,
): Outcome | null {
  let [U, J, attempts] = [0, sheet.P, 0]
  for (const [kind, weight] of sheet.kinds.entries()) {
    const models = sheet.attempts[kind] ?? []
    let mass = models.map((_, model): number => (model === start ? weight : 0))
    const at = (k: number, model: number): Attempt => {
      const list = models[model] ?? []
      return list[Math.min(k, list.length) - 1] ?? { p: 1, t: 0, c: 0, f: 0 }
    }
    const count = (k: number, model: number, n: number): void => {
      const { p, t, c, f } = at(k, model)
      U += n * (user.V * p - user.kappa * t - f)
      J += n * (c - f - sheet.P * p)
      attempts += n
    }
    for (let k = 1; k <= line; k++) {
      mass.forEach((n, model) => {
        count(k, model, n)
      })
      const onward = mass.map((n, model) => n * (1 - at(k, model).p) * persistence(k, model))
      mass = mass.map((_, to) => onward.reduce((sum, n, from) => sum + n * (matrix[from]?.[to] ?? 0), 0))
    }
    const last = line + 1
    const moves = models.map((_, from) =>
      models.map((__, to) => (1 - at(last, from).p) * persistence(last, from) * (matrix[from]?.[to] ?? 0)),
    )
    const visits = solveVisits(moves, mass)
    if (visits === null) return null
    visits.forEach((n, model) => {
      count(last, model, n)
    })
  }
  return { U, J, attempts }
}

/** `n = x + n M`, over the models that are come to; null where some of them are never left. */
function solveVisits(moves: readonly (readonly number[])[], x: readonly number[]): readonly number[] | null {
  const met = x.map((n) => n > 0)
  for (let round = 0; round < x.length; round++) {
    for (const [from, row] of moves.entries()) {
      if (met[from] === true) for (const [to, move] of row.entries()) if (move > 0) met[to] = true
    }
  }
  const open = x.flatMap((_, model) => (met[model] === true ? [model] : []))
  // Rows: n_j - Σ_i n_i M_ij = x_j.
  const rows = open.map((j) => [...open.map((i) => (i === j ? 1 : 0) - (moves[i]?.[j] ?? 0)), x[j] ?? 0])
  const size = open.length
  for (let k = 0; k < size; k++) {
    const best = rows.slice(k).reduce((most, row, at) => {
      return Math.abs(row[k] ?? 0) > Math.abs(rows[k + most]?.[k] ?? 0) ? at : most
    }, 0)
    const pivotal = rows[k + best] ?? []
    rows[k + best] = rows[k] ?? []
    rows[k] = pivotal
    const pivot = pivotal[k] ?? 0
    if (Math.abs(pivot) < 1e-13) return null
    for (const [i, row] of rows.entries()) {
      if (i === k) continue
      const factor = (row[k] ?? 0) / pivot
      if (factor !== 0) for (let j = k; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (pivotal[j] ?? 0)
    }
  }
  const visits = x.map(() => 0)
  open.forEach((model, k) => {
    visits[model] = (rows[k]?.[size] ?? 0) / (rows[k]?.[k] ?? 1)
  })
  return visits.some((n) => !Number.isFinite(n) || n < -1e-6) ? null : visits
}
