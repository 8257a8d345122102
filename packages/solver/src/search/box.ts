import type { NumericChain } from '@plumbline/game'

/** Ranges of the leader's variables, one entry each. */
export interface Box {
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** A row of transitions over a box, in the form in which its extremes are found. */
export interface Row {
  readonly self: number
  /** Probabilities at which all variables are 0, by state. */
  readonly constant: readonly number[]
  /** The variables of the row and what they add to each state's probability. */
  readonly effects: readonly { readonly variable: number; readonly on: readonly number[] }[]
  /**
   * The probability of staying is what the others leave of 1, and each of these is a variable of its own: the
   * variables are then bounded by their sum too.
   */
  readonly shared: boolean
}

/** The rows of a chain in floats. */
export function rowsOf(chain: NumericChain<number>): readonly Row[] {
  return chain.transitions.map((transitions, self) => {
    const constant = chain.states.map(() => 0)
    const effects = new Map<number, number[]>()
    for (const { to, constant: at, terms } of transitions) {
      constant[to] = (constant[to] ?? 0) + at
      for (const { variable, coefficient } of terms) {
        const on = effects.get(variable) ?? chain.states.map(() => 0)
        on[to] = (on[to] ?? 0) + coefficient
        effects.set(variable, on)
      }
    }
    const list = [...effects].map(([variable, on]) => ({ variable, on }))
    return { self, constant, effects: list, shared: isShared(self, constant, list) }
  })
}

function isShared(self: number, constant: readonly number[], effects: Row['effects']): boolean {
  if (effects.length < 2 || constant.some((p, to) => p !== (to === self ? 1 : 0))) return false
  const targets = effects.map(({ on }) => on.findIndex((effect, to) => to !== self && effect === 1))
  return (
    new Set(targets).size === targets.length &&
    effects.every(({ on }, index) =>
      on.every((effect, to) => effect === (to === self ? -1 : to === targets[index] ? 1 : 0)),
    )
  )
}

/**
 * The least value of `(K v)` in a row over a box of the variables, and the row `K` that attains it (written to
 * `into`). Exact where each variable is bounded by its own range and, in a shared row, by the sum of all; else
 * a lower bound that drops the condition that probabilities are not negative.
 */
export function leastInRow(row: Row, box: Box, v: readonly number[], into: number[]): number {
  const { constant, effects, self } = row
  for (const [to, p] of constant.entries()) into[to] = p
  const gains = effects.map(({ on }) => on.reduce((total, effect, to) => total + effect * (v[to] ?? 0), 0))
  const values = effects.map(({ variable }, index) =>
    row.shared || (gains[index] ?? 0) >= 0 ? (box.low[variable] ?? 0) : (box.high[variable] ?? 0),
  )
  if (row.shared) spend(row, box, gains, values)
  for (const [index, { on }] of effects.entries()) {
    const value = values[index] ?? 0
    for (const [to, effect] of on.entries()) into[to] = (into[to] ?? 0) + value * effect
  }
  // What rounding leaves of a probability that is nothing.
  if (row.shared) into[self] = Math.max(0, into[self] ?? 0)
  return dot(into, v)
}

/** Raises the variables whose gain is negative, the best first, as far as their ranges and their sum allow. */
function spend(row: Row, box: Box, gains: readonly number[], values: number[]): void {
  let left = 1 - values.reduce((total, value) => total + value, 0)
  const order = gains.map((gain, index) => ({ gain, index })).sort((a, b) => a.gain - b.gain)
  for (const { gain, index } of order) {
    if (gain >= 0 || left <= 0) return
    const variable = row.effects[index]?.variable ?? -1
    const more = Math.min(left, (box.high[variable] ?? 0) - (values[index] ?? 0))
    values[index] = (values[index] ?? 0) + more
    left -= more
  }
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0)
  return total
}
