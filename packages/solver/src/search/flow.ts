import { leastInRow, type Box } from './box.ts'
import type { Player, PlayerKind } from './player.ts'

/** Persistences within limits, by node. */
export interface ReplyRange {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Values of all nodes, and the transitions and persistences that attain them. Memory to be used again and again. */
export interface Flow {
  /** By node. */
  readonly values: Float64Array
  /** `r a K` by node and state that follows. */
  readonly moves: Float64Array
  /** The leader's variables, by stage. */
  readonly chosen: Float64Array
}

/** Memory for the flows of a player. */
function flowFor({ nodes, states, stages }: Player, variables: number): Flow {
  return {
    values: new Float64Array(nodes),
    moves: new Float64Array(nodes * states),
    chosen: new Float64Array(stages * variables),
  }
}

const memory = new WeakMap<Player, Flow>()

/** Memory of a player's own, for one flow at a time. */
export function flowOf(player: Player, box: Box): Flow {
  const known = memory.get(player)
  if (known !== undefined) return known
  const made = flowFor(player, box.low.length)
  memory.set(player, made)
  return made
}

/** Lets a player of the same size use another's memory: never both at once. */
export function shareFlow(from: Player, to: Player, box: Box): void {
  memory.set(to, flowOf(from, box))
}

const rounds = 60

/**
 * The least expected sum of `amounts` from every node, over all transitions in a box and all persistences in
 * their ranges, each node choosing for itself: a Markov decision process, by policy iteration. Since each node may
 * choose apart from the others (and again at every visit), the value is a lower bound of the sum at any one
 * route and reply within the box and the ranges: `v_i = x_i + a_i min_r r min_K (K v)_i`.
 *
 * Stages stand in a line and the last leads to itself: only there is a system of equations to be solved.
 */
export function leastFlow(
  { rows, states, stages }: Player,
  box: Box,
  { failure }: PlayerKind,
  { low, high }: ReplyRange,
  amounts: Float64Array,
  { values, moves, chosen }: Flow,
): void {
  const variables = box.low.length
  const last = stages - 1
  /** Chooses for all states of a stage by the values that follow, from `next` on; says whether anything changed. */
  const choose = (stage: number, v: Float64Array, next: number): boolean => {
    let changed = false
    for (let i = 0; i < states; i++) {
      const row = rows[i]
      if (row === undefined) continue
      const node = stage * states + i
      const least = leastInRow(row, box, v, next, kept, 0, chosen, stage * variables)
      const goesOn = (failure[node] ?? 0) * ((least < 0 ? high[node] : low[node]) ?? 0)
      for (let j = 0; j < states; j++) {
        const place = node * states + j
        const move = (kept[j] ?? 0) * goesOn
        if (moves[place] !== move) {
          moves[place] = move
          changed = true
        }
      }
    }
    return changed
  }
  reserve(states)
  const from = last * states
  choose(last, amounts, from)
  solveStage(states, moves, from, amounts, values)
  for (let round = 0; round < rounds; round++) {
    before.set(values.subarray(from, from + states))
    if (!choose(last, values, from)) break
    solveStage(states, moves, from, amounts, values)
    let change = 0
    let size = 0
    for (let i = 0; i < states; i++) {
      const value = values[from + i] ?? 0
      change = Math.max(change, (before[i] ?? 0) - value)
      size = Math.max(size, Math.abs(value))
    }
    if (!(change > 1e-14 * size)) break
  }
  for (let stage = last - 1; stage >= 0; stage--) {
    choose(stage, values, (stage + 1) * states)
    onward(states, moves, stage, amounts, values)
  }
}

// Memory for one stage, larger where a menu needs more.
let most = 16
let kept = new Float64Array(most)
let before = new Float64Array(most)
let system = new Float64Array(most * (most + 1))

function reserve(states: number): void {
  if (states <= most) return
  most = states
  kept = new Float64Array(most)
  before = new Float64Array(most)
  system = new Float64Array(most * (most + 1))
}

/** `v = x + B v` over the states of the last stage, by elimination; `I - B` is an M-matrix. */
export function solveStage(
  n: number,
  moves: Float64Array,
  from: number,
  amounts: Float64Array,
  values: Float64Array,
): void {
  reserve(n)
  const width = n + 1
  for (let i = 0; i < n; i++) {
    const node = from + i
    for (let j = 0; j < n; j++) system[i * width + j] = (i === j ? 1 : 0) - (moves[node * n + j] ?? 0)
    system[i * width + n] = amounts[node] ?? 0
  }
  eliminate(n)
  for (let i = 0; i < n; i++) values[from + i] = system[i * width + n] ?? 0
}

/** Solves the system in place: the last column becomes the solution. */
function eliminate(n: number): void {
  const width = n + 1
  for (let k = 0; k < n; k++) {
    const pivot = system[k * width + k] ?? 1
    for (let i = k + 1; i < n; i++) {
      const factor = (system[i * width + k] ?? 0) / pivot
      if (factor === 0) continue
      for (let j = k + 1; j <= n; j++) {
        system[i * width + j] = (system[i * width + j] ?? 0) - factor * (system[k * width + j] ?? 0)
      }
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    let rest = system[k * width + n] ?? 0
    for (let j = k + 1; j < n; j++) rest -= (system[k * width + j] ?? 0) * (system[j * width + n] ?? 0)
    system[k * width + n] = rest / (system[k * width + k] ?? 1)
  }
}

/** Values of a stage that leads to one whose values are known. */
export function onward(
  n: number,
  moves: Float64Array,
  stage: number,
  amounts: Float64Array,
  values: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    const node = stage * n + i
    let value = amounts[node] ?? 0
    for (let j = 0; j < n; j++) value += (moves[node * n + j] ?? 0) * (values[(stage + 1) * n + j] ?? 0)
    values[node] = value
  }
}

/** The sum of amounts from every node under moves that are given. */
export function valuesUnder(
  { states, stages }: Player,
  moves: Float64Array,
  amounts: Float64Array,
  values: Float64Array,
): void {
  solveStage(states, moves, (stages - 1) * states, amounts, values)
  for (let stage = stages - 2; stage >= 0; stage--) onward(states, moves, stage, amounts, values)
}

/** Expected visits of every node under moves that are given: the values' transpose. */
export function visitsUnder(
  { states: n, stages }: Player,
  moves: Float64Array,
  start: number,
  visits: Float64Array,
): void {
  reserve(n)
  visits.fill(0)
  visits[start] = 1
  for (let stage = 0; stage < stages - 1; stage++) {
    for (let j = 0; j < n; j++) {
      let sum = 0
      for (let i = 0; i < n; i++) {
        const node = stage * n + i
        sum += (visits[node] ?? 0) * (moves[node * n + j] ?? 0)
      }
      visits[(stage + 1) * n + j] = sum
    }
  }
  const from = (stages - 1) * n
  const width = n + 1
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      system[i * width + j] = (i === j ? 1 : 0) - (moves[(from + j) * n + i] ?? 0)
    }
    system[i * width + n] = visits[from + i] ?? 0
  }
  eliminate(n)
  for (let i = 0; i < n; i++) visits[from + i] = system[i * width + n] ?? 0
}

/** The product of two vectors. */
export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0)
  return total
}

/** The same amounts with the other sign: the greatest sum is the negative of their least. */
export function negated(amounts: Float64Array): Float64Array {
  const out = new Float64Array(amounts.length)
  for (let i = 0; i < amounts.length; i++) out[i] = -(amounts[i] ?? 0)
  return out
}
