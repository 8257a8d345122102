/** What one attempt with a model is like, in plain doubles. */
export interface Attempt {
  readonly p: number
  readonly t: number
  readonly c: number
  readonly f: number
}

/** One user of a sheet: `kappa` is the patience, `outside` what not beginning is worth (null: she always begins). */
export interface SheetUser {
  readonly weight: number
  readonly V: number
  readonly kappa: number
  readonly sees: 'nothing' | 'model' | 'attempts'
  readonly outside: number | null
}

/** A step that a provider may announce after a failure at `from`: with a probability within limits to `to`. */
export interface SheetStep {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
}

/** A game of any menu as the oracle knows it: tables of numbers. */
export interface Sheet {
  /** Weights of the hidden kinds of task, summing to 1. */
  readonly kinds: readonly number[]
  /** `attempts[kind][model][k]`: attempt `k + 1` of a task of that kind, the last standing for all later ones. */
  readonly attempts: readonly (readonly (readonly Attempt[])[])[]
  readonly users: readonly SheetUser[]
  readonly P: number
  readonly ties: 'strong' | 'weak'
  readonly steps: readonly SheetStep[]
  readonly starts: readonly number[]
  /** Each user picks her model herself. */
  readonly choice: boolean
  /** The latency up to which the provider may slow a model down; null where it may not. */
  readonly throttle: number | null
}

/** A first model and a probability for each of the sheet's steps. */
export interface SheetRoute {
  readonly start: number
  readonly values: readonly number[]
}

/** The transitions of a route; null where they are no probabilities. */
export function matrixOf(sheet: Sheet, values: readonly number[]): readonly (readonly number[])[] | null {
  const models = sheet.attempts[0]?.length ?? 0
  const matrix = Array.from({ length: models }, (_, i) =>
    Array.from({ length: models }, (__, j): number => (i === j ? 1 : 0)),
  )
  for (const [index, { from, to }] of sheet.steps.entries()) {
    const row = matrix[from] ?? []
    row[to] = (row[to] ?? 0) + (values[index] ?? 0)
    row[from] = (row[from] ?? 0) - (values[index] ?? 0)
  }
  return matrix.flat().some((p) => p < -1e-12) ? null : matrix
}
