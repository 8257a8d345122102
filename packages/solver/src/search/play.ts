import { EndlessTask } from '../follower/general/endless-task.ts'
import { matrixAt } from './box.ts'
import { rangeOf, type Begun, type Cell } from './cell.ts'
import { onward, solveStage, valuesUnder } from './flow.ts'
import { playerAt, type Player } from './player.ts'

/** What a user replies to one route, in floats: her utility and the provider's cost. */
export interface Play {
  readonly reply: Cell
  readonly utility: number
  readonly cost: number
}

/** Relative difference in utility below which two replies count as equally good here. */
const tie = 1e-11

/**
 * The reply of a user to one route, in floats: of those that are as good for her as any (within a tie), the one
 * that costs the provider least (or, with `against`, most). Whether the reply is indeed a best one is for exact numbers
 * to confirm.
 */
export function playAt(player: Player, variables: readonly number[], start: number, against = false): Play {
  return bestOf(repliesAt(player, variables, start), against)
}

/** Of replies those that may be best nearby: the best one, and those inside that nothing close to them beats. */
export function contenders(plays: readonly Play[]): readonly Cell[] {
  const inner = plays.filter(({ reply }) => reply.kind === 'persistence' && reply.low > 0 && reply.low < 1)
  return [bestOf(plays, false), ...inner].map(({ reply }) => reply)
}

/** Of replies the best one; of those within a tie of it the one that costs the provider least, or most. */
export function bestOf(plays: readonly Play[], against: boolean): Play {
  let best = -Infinity
  let size = 0
  for (const { utility } of plays) {
    best = Math.max(best, utility)
    size = Math.max(size, utility > -1e9 ? Math.abs(utility) : 0)
  }
  let found: Play | null = null
  for (const play of plays) {
    if (play.utility < best - tie * size) continue
    if (found === null || (against ? play.cost > found.cost : play.cost < found.cost)) found = play
  }
  if (found === null) throw new EndlessTask('a user who would never leave a task that never ends')
  return found
}

/** Replies to a route of which one is best. */
export function repliesAt(whole: Player, variables: readonly number[], start: number): readonly Play[] {
  const player = playerAt(whole, variables)
  const { outside, absent, rows, states } = player
  const out: readonly Play[] =
    outside === null ? [] : [{ reply: { kind: 'outside' }, utility: outside, cost: absent }]
  const matrix = new Float64Array(states * states)
  matrixAt(rows, variables, matrix)
  switch (player.sees) {
    case 'nothing':
      return [...out, ...peaks(player, matrix, start)]
    case 'model':
      return [...out, stopping(player, matrix, start)]
    case 'attempts':
      return [...out, ...counted(player, matrix, start)]
  }
}

/** Closer together near 1, where the utility bends most. */
const grid = Array.from({ length: 17 }, (_, index) => (index / 16) * (2 - index / 16))

/**
 * Both ends and all inner peaks of the utility over persistence, as far as a grid with slopes tells them apart: between two
 * of its points a peak lies where the slope changes from a rise to a fall.
 */
function peaks(player: Player, matrix: Float64Array, start: number): readonly Play[] {
  const at = slopeAlong(player, matrix, start)
  const slopes = grid.map(at)
  let size = 0
  for (const slope of slopes) size = Math.max(size, Math.abs(slope))
  const found: Play[] = []
  // An end from which the utility rises inward is beaten by a peak, however close that is to it.
  const speck = flat * size
  if ((slopes[0] ?? 0) <= speck) found.push(playWith(player, matrix, start, 0))
  if ((slopes.at(-1) ?? 0) >= -speck) found.push(playWith(player, matrix, start, 1))
  for (let index = 1; index < grid.length; index++) {
    const [before, slope] = [slopes[index - 1] ?? 0, slopes[index] ?? 0]
    if (!(before > speck && slope <= 0) || (index === grid.length - 1 && slope >= -speck)) continue
    const r = root(at, grid[index - 1] ?? 0, grid[index] ?? 1, before, slope)
    found.push(playWith(player, matrix, start, r))
  }
  return found.length > 0 ? found : [0, 1].map((r) => playWith(player, matrix, start, r))
}

/** What rounding makes of a slope that is 0, relative to the steepest. */
const flat = 1e-13

/** The root of a function that is positive at `from` and negative at `to`: false position, and halves where it is slow. */
function root(
  at: (x: number) => number,
  from: number,
  to: number,
  valueFrom: number,
  valueTo: number,
): number {
  let [low, high, above, below] = [from, to, valueFrom, valueTo]
  for (let step = 0; step < 60 && high - low > 1e-15; step++) {
    const guess = step % 3 === 2 ? (low + high) / 2 : low + ((high - low) * above) / (above - below)
    if (!(guess > low && guess < high)) return guess <= low ? low : high
    const value = at(guess)
    if (value === 0) return guess
    if (value > 0) {
      low = guess
      above = value
    } else {
      high = guess
      below = value
    }
  }
  return (low + high) / 2
}

/** `r a K` for one kind of task and persistences by node. */
function movesFor(
  { states, nodes }: Player,
  failure: Float64Array,
  matrix: Float64Array,
  persistence: (node: number) => number,
): Float64Array {
  const moves = new Float64Array(nodes * states)
  for (let node = 0; node < nodes; node++) {
    const goesOn = (failure[node] ?? 0) * persistence(node)
    const row = (node % states) * states
    for (let j = 0; j < states; j++) moves[node * states + j] = goesOn * (matrix[row + j] ?? 0)
  }
  return moves
}

/**
 * The slope of the utility over one persistence: with `U = ξ + r A K U` it is `U' = A K U + r A K U'`. A function of
 * persistence for one route.
 */
function slopeAlong(player: Player, matrix: Float64Array, start: number): (r: number) => number {
  const { kinds, states, stages, nodes } = player
  const full = kinds.map(({ failure }) => movesFor(player, failure, matrix, () => 1))
  const scaled = new Float64Array(nodes * states)
  const values = new Float64Array(nodes)
  const next = new Float64Array(nodes)
  const slopes = new Float64Array(nodes)
  return (r) => {
    let total = 0
    for (let k = 0; k < kinds.length; k++) {
      const [kind, moves] = [kinds[k], full[k]]
      if (kind === undefined || moves === undefined) continue
      for (let i = 0; i < scaled.length; i++) scaled[i] = r * (moves[i] ?? 0)
      valuesUnder(player, scaled, kind.worth, values)
      for (let node = 0; node < nodes; node++) {
        const following = Math.min(Math.floor(node / states) + 1, stages - 1) * states
        let sum = 0
        for (let j = 0; j < states; j++) sum += (moves[node * states + j] ?? 0) * (values[following + j] ?? 0)
        next[node] = sum
      }
      solveStage(states, scaled, (stages - 1) * states, next, slopes)
      for (let stage = stages - 2; stage >= 0; stage--) onward(states, scaled, stage, next, slopes)
      total += kind.weight * (slopes[start] ?? 0)
    }
    return total
  }
}

function playWith(player: Player, matrix: Float64Array, start: number, r: number): Play {
  return playReply(player, matrix, start, { kind: 'persistence', low: r, high: r }, () => r)
}

/** Both sides' payoffs of one reply to one route. */
function playReply(
  player: Player,
  matrix: Float64Array,
  start: number,
  reply: Cell,
  persistence: (node: number) => number,
): Play {
  let [utility, cost] = [0, player.penalty]
  const values = new Float64Array(player.nodes)
  for (const { weight, failure, worth, cost: eta } of player.kinds) {
    const moves = movesFor(player, failure, matrix, persistence)
    valuesUnder(player, moves, worth, values)
    utility += weight * (values[start] ?? 0)
    valuesUnder(player, moves, eta, values)
    cost += weight * (values[start] ?? 0)
  }
  return { reply, utility, cost }
}

/** The best stopping rule by state, `U_j = ξ_j + a_j max(0, Σ K_jk U_k)`, by policy iteration. */
function stopping(player: Player, matrix: Float64Array, start: number): Play {
  const { states, stages, kinds, nodes } = player
  let stays = Array.from({ length: states }, () => 1)
  const values = new Float64Array(nodes)
  for (let round = 0; round < 60; round++) {
    const rule = stays
    const onwards = stays.map(() => 0)
    for (const { weight, failure, worth } of kinds) {
      valuesUnder(
        player,
        movesFor(player, failure, matrix, (node) => rule[node % states] ?? 0),
        worth,
        values,
      )
      const following = Math.min(1, stages - 1) * states
      for (let i = 0; i < states; i++) {
        let sum = 0
        for (let j = 0; j < states; j++) sum += (matrix[i * states + j] ?? 0) * (values[following + j] ?? 0)
        onwards[i] = (onwards[i] ?? 0) + weight * sum
      }
    }
    const next = onwards.map((value) => (value > 0 ? 1 : 0))
    if (next.every((stay, i) => stay === rule[i])) break
    stays = next
  }
  return playReply(player, matrix, start, { kind: 'by-state', low: stays, high: stays }, (node) => {
    return stays[node % states] ?? 0
  })
}

/** Failures up to which leaving is tried one by one. */
const longest = 60

/** Leaving after every number of failures, attempt by attempt, and never. */
function counted(player: Player, matrix: Float64Array, start: number): readonly Play[] {
  const { kinds, states, stages, penalty } = player
  let flows = kinds.map(({ weight }) => {
    const flow = new Float64Array(states)
    flow[start] = weight
    return flow
  })
  const plays: Play[] = []
  let [utility, cost] = [0, penalty]
  for (let failures = 1; failures <= longest; failures++) {
    const from = Math.min(failures - 1, stages - 1) * states
    flows = flows.map((flow, k) => {
      const kind = kinds[k]
      const next = new Float64Array(states)
      for (let i = 0; i < states; i++) {
        const visits = flow[i] ?? 0
        utility += visits * (kind?.worth[from + i] ?? 0)
        cost += visits * (kind?.cost[from + i] ?? 0)
        const failed = visits * (kind?.failure[from + i] ?? 0)
        for (let j = 0; j < states; j++) next[j] = (next[j] ?? 0) + failed * (matrix[i * states + j] ?? 0)
      }
      return next
    })
    const reply: Cell =
      failures <= stages ? { kind: 'leaves-after', failures } : { kind: 'stays-through', failures: stages }
    plays.push({ reply, utility, cost })
  }
  return [...plays, playReply(player, matrix, start, { kind: 'never-leaves' }, () => 1)]
}

/** Both sides' payoffs of one fixed reply to a route, and where it is asked for the slope of the utility over persistence. */
export function pointAt(
  player: Player,
  matrix: Float64Array,
  start: number,
  reply: Begun,
  slope: boolean,
): { readonly utility: number; readonly cost: number; readonly slope: number } {
  const { low } = rangeOf(reply, player)
  const { utility, cost } = playReply(player, matrix, start, reply, (node) => low[node] ?? 0)
  return { utility, cost, slope: slope ? slopeAlong(player, matrix, start)(low[start] ?? 0) : 0 }
}

/** How much the utility rises at the end of one persistence: negative where to stay for certain is beaten by less. */
export function slopeAtOne(player: Player, variables: readonly number[], start: number): number {
  const matrix = new Float64Array(player.states ** 2)
  matrixAt(player.rows, variables, matrix)
  return slopeAlong(playerAt(player, variables), matrix, start)(1)
}

/** The utility of one fixed reply to one route. */
export function utilityAt(whole: Player, variables: readonly number[], start: number, reply: Cell): number {
  const player = playerAt(whole, variables)
  if (reply.kind === 'outside') return player.outside ?? -Infinity
  const matrix = new Float64Array(player.states ** 2)
  matrixAt(player.rows, variables, matrix)
  const { low } = rangeOf(reply, player)
  return playReply(player, matrix, start, reply, (node) => low[node] ?? 0).utility
}
