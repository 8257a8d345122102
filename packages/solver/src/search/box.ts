import type { NumericChain } from '@plumbline/game'

/** Ranges of the leader's variables, one entry each. */
export interface Box {
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** What a variable adds to the probabilities of a row, by state, where it is not 0. */
interface Effect {
  readonly variable: number
  readonly to: readonly number[]
  readonly by: readonly number[]
}

/** A row of transitions over a box, in the form in which its extremes are found. */
export interface Row {
  readonly self: number
  /** Probabilities at which all variables are 0, by state. */
  readonly constant: readonly number[]
  readonly effects: readonly Effect[]
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
    const effects = new Map<number, Map<number, number>>()
    for (const { to, constant: at, terms } of transitions) {
      constant[to] = (constant[to] ?? 0) + at
      for (const { variable, coefficient } of terms) {
        const on = effects.get(variable) ?? new Map<number, number>()
        on.set(to, (on.get(to) ?? 0) + coefficient)
        effects.set(variable, on)
      }
    }
    const list = [...effects].map(([variable, on]): Effect => {
      return { variable, to: [...on.keys()], by: [...on.values()] }
    })
    return { self, constant, effects: list, shared: isShared(self, constant, list) }
  })
}

function isShared(self: number, constant: readonly number[], effects: readonly Effect[]): boolean {
  if (effects.length < 2 || constant.some((p, to) => p !== (to === self ? 1 : 0))) return false
  const targets = effects.flatMap(({ to, by }) => {
    const up = to.filter((state, index) => state !== self && by[index] === 1)
    const down = to.filter((state, index) => state === self && by[index] === -1)
    return up.length === 1 && down.length === 1 && to.length === 2 ? up : []
  })
  return targets.length === effects.length && new Set(targets).size === targets.length
}

/** The transitions at one point: `into[i * states + j]`. */
export function matrixAt(rows: readonly Row[], variables: readonly number[], into: Float64Array): void {
  const states = rows.length
  for (let i = 0; i < states; i++) {
    const row = rows[i]
    if (row === undefined) continue
    for (let j = 0; j < states; j++) into[i * states + j] = row.constant[j] ?? 0
    for (const { variable, to, by } of row.effects) {
      const value = variables[variable] ?? 0
      for (let k = 0; k < to.length; k++) {
        const at = i * states + (to[k] ?? 0)
        into[at] = (into[at] ?? 0) + value * (by[k] ?? 0)
      }
    }
    // What rounding leaves of a probability that is nothing.
    if (row.shared) into[i * states + i] = Math.max(0, into[i * states + i] ?? 0)
  }
}

const gains: number[] = []

/**
 * The least value of `(K v)` in a row over a box of the variables, with the row `K` and the values of its variables that
 * attain it. Exact where each variable is bounded by its own range and, in a shared row, by the sum of all; else
 * a lower bound that drops the condition that probabilities are not negative.
 *
 * @param v values by state, from `from` on
 * @param into where the row goes, from `at` on
 * @param chosen where the variables' values go, from `base` on
 */
export function leastInRow(
  row: Row,
  box: Box,
  v: Float64Array,
  from: number,
  into: Float64Array,
  at: number,
  chosen: Float64Array,
  base: number,
): number {
  const { constant, effects, self, shared } = row
  const { low, high } = box
  let total = 0
  for (let j = 0; j < constant.length; j++) {
    const p = constant[j] ?? 0
    into[at + j] = p
    if (p !== 0) total += p * (v[from + j] ?? 0)
  }
  let sum = 0
  for (let e = 0; e < effects.length; e++) {
    const effect = effects[e]
    if (effect === undefined) continue
    const { variable, to, by } = effect
    let gain = 0
    for (let k = 0; k < to.length; k++) gain += (by[k] ?? 0) * (v[from + (to[k] ?? 0)] ?? 0)
    gains[e] = gain
    const value = (shared || gain >= 0 ? low[variable] : high[variable]) ?? 0
    chosen[base + variable] = value
    sum += value
  }
  if (shared) spend(row, box, 1 - sum, chosen, base)
  for (let e = 0; e < effects.length; e++) {
    const effect = effects[e]
    if (effect === undefined) continue
    const { variable, to, by } = effect
    const value = chosen[base + variable] ?? 0
    if (value === 0) continue
    total += value * (gains[e] ?? 0)
    for (let k = 0; k < to.length; k++) {
      const place = at + (to[k] ?? 0)
      into[place] = (into[place] ?? 0) + value * (by[k] ?? 0)
    }
  }
  if (shared) into[at + self] = Math.max(0, into[at + self] ?? 0)
  return total
}

/** Raises the variables whose gain is negative, the best first, as far as their ranges and their sum allow. */
function spend({ effects }: Row, { high }: Box, spare: number, chosen: Float64Array, base: number): void {
  let left = spare
  let done = -Infinity
  while (left > 0) {
    let best = -1
    let least = 0
    for (let e = 0; e < effects.length; e++) {
      const gain = gains[e] ?? 0
      if (gain > done && gain < least) [best, least] = [e, gain]
    }
    if (best < 0) return
    // All of one gain at once: they are equally good.
    for (let e = 0; e < effects.length && left > 0; e++) {
      if (gains[e] !== least) continue
      const place = base + (effects[e]?.variable ?? 0)
      const own = chosen[place] ?? 0
      const more = Math.min(left, (high[place - base] ?? 0) - own)
      chosen[place] = own + more
      left -= more
    }
    done = least
  }
}
