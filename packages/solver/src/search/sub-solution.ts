import { leastInRow, type Box, type Row } from './box.ts'

/** Persistence of each node of a process within limits: `low[k][i]` for state `i` at stage `k`. */
export interface ReplyRange {
  readonly low: readonly (readonly number[])[]
  readonly high: readonly (readonly number[])[]
}

/** One kind of task in floats: failure probabilities by stage and state. */
export interface Failures {
  readonly stages: readonly (readonly number[])[]
}

/** Amounts collected at each node, by stage and state. */
export type Amounts = readonly (readonly number[])[]

/** Values of all nodes and the transitions and persistences that attain them. */
export interface SubSolution {
  readonly values: readonly (readonly number[])[]
  readonly policy: Policy
}

/** What was chosen at each node: a row of transitions scaled by the chance to go on from there (`r a K`). */
export type Policy = readonly (readonly (readonly number[])[])[]

const rounds = 60

/**
 * The least expected sum of `amounts` from every node, over all transitions in a box and all persistences in
 * their ranges, each node choosing for itself: a Markov decision process, by policy iteration. Since each node may
 * choose apart from the others (and again at every visit), the value is a lower bound of the sum at any one
 * route and reply within the box and the ranges:
 * `v_i = x_i + a_i min_r r min_K (K v)_i`.
 */
export function leastSum(
  rows: readonly Row[],
  box: Box,
  { stages }: Failures,
  range: ReplyRange,
  amounts: Amounts,
): SubSolution {
  const values: number[][] = []
  const policy: (readonly (readonly number[])[])[] = []
  const last = stages.length - 1
  const at = <T>(list: readonly (readonly T[])[], stage: number): readonly T[] => list[stage] ?? []
  for (let stage = last; stage >= 0; stage--) {
    const parts = {
      rows,
      box,
      failures: at(stages, stage),
      low: at(range.low, stage),
      high: at(range.high, stage),
      amounts: at(amounts, stage),
    }
    const following = values[stage + 1]
    const found = following === undefined ? settle(parts) : onward(parts, following)
    values[stage] = found.values
    policy[stage] = found.policy
  }
  return { values, policy }
}

/** A stage of a process. */
interface Stage {
  readonly rows: readonly Row[]
  readonly box: Box
  readonly failures: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly amounts: readonly number[]
}

interface Settled {
  readonly values: number[]
  readonly policy: readonly (readonly number[])[]
}

/** A stage that leads to one whose values are known. */
function onward(stage: Stage, following: readonly number[]): Settled {
  const policy = choices(stage, following)
  const values = stage.amounts.map((amount, i) =>
    (policy[i] ?? []).reduce((total, p, j) => total + p * (following[j] ?? 0), amount),
  )
  return { values, policy }
}

/** The last stage, which leads to itself. */
function settle(stage: Stage): Settled {
  let policy = choices(stage, stage.amounts)
  let values = solve(policy, stage.amounts)
  for (let round = 0; round < rounds; round++) {
    const next = choices(stage, values)
    const better = solve(next, stage.amounts)
    const change = better.reduce((most, value, i) => Math.max(most, (values[i] ?? 0) - value), 0)
    const size = better.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    if (!(change > 1e-14 * size)) break
    policy = next
    values = better
  }
  return { values, policy }
}

/** For each state the row `r a K` that makes what follows least. */
function choices(
  { rows, box, failures, low, high }: Stage,
  following: readonly number[],
): readonly (readonly number[])[] {
  return rows.map((row, i) => {
    const into = following.map(() => 0)
    const least = leastInRow(row, box, following, into)
    const goesOn = (failures[i] ?? 0) * ((least < 0 ? high[i] : low[i]) ?? 0)
    return into.map((p) => p * goesOn)
  })
}

/** Values under a policy: `(I - B) v = x` by elimination; `I - B` is an M-matrix. */
export function solve(policy: readonly (readonly number[])[], amounts: readonly number[]): number[] {
  const n = amounts.length
  const m = policy.map((row, i) => [...row.map((p, j) => (i === j ? 1 - p : -p)), amounts[i] ?? 0])
  for (let k = 0; k < n; k++) {
    const pivotal = m[k] ?? []
    const pivot = pivotal[k] ?? 1
    for (let i = k + 1; i < n; i++) {
      const row = m[i] ?? []
      const factor = (row[k] ?? 0) / pivot
      if (factor === 0) continue
      for (let j = k + 1; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (pivotal[j] ?? 0)
    }
  }
  const values = amounts.map(() => 0)
  for (let k = n - 1; k >= 0; k--) {
    const row = m[k] ?? []
    let rest = row[n] ?? 0
    for (let j = k + 1; j < n; j++) rest -= (row[j] ?? 0) * (values[j] ?? 0)
    values[k] = rest / (row[k] ?? 1)
  }
  return values
}

/** The sum of other amounts from every node under a policy that was found. */
export function sumUnder(policy: Policy, amounts: Amounts): readonly (readonly number[])[] {
  const values: (readonly number[])[] = []
  for (let stage = policy.length - 1; stage >= 0; stage--) {
    const rows = policy[stage] ?? []
    const own = amounts[stage] ?? []
    const following = values[stage + 1]
    values[stage] =
      following === undefined
        ? solve(rows, own)
        : own.map((amount, i) =>
            (rows[i] ?? []).reduce((total, p, j) => total + p * (following[j] ?? 0), amount),
          )
  }
  return values
}

/** The same amounts with the other sign: the greatest sum is the negative of their least. */
export function negated(amounts: Amounts): Amounts {
  return amounts.map((row) => row.map((amount) => -amount))
}
