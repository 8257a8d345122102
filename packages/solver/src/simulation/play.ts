import type { Cast, Player } from './players.ts'

/** The next random number, uniform over the integers from 0 up to, and without, 2^32. */
export type Draw = () => number

/** One attempt of a task that somebody follows. */
export interface TracedAttempt {
  /** Index of the state, and so of the model in the menu's order. */
  readonly state: number
  readonly latency: number
  readonly serving: number
  /** What came of it. */
  readonly then: 'solved' | 'leaves' | 'stays'
}

/** What came of one task. */
export interface PlayedTask {
  player: number
  kind: number
  begins: boolean
  solved: boolean
  /** The task was given up by us, not by its user: it had gone on too long. */
  cutOff: boolean
  attempts: number
  latency: number
  /** Cost of the attempts less what the user paid for them. */
  serving: number
  utility: number
}

/** Attempts after which a task is given up: the solution says where users never end. */
export const mostAttempts = 100_000

const scale = 2 ** 32

/** Plays tasks of one cast, one after the other, into one and the same record. */
export function makePlay(cast: Cast, draw: Draw): (follow?: (attempt: TracedAttempt) => void) => PlayedTask {
  const players = cast.players.map(readyPlayer)
  const crowd = thresholds(cast.players.map(({ weight }) => weight))
  const task: PlayedTask = {
    player: 0,
    kind: 0,
    begins: true,
    solved: false,
    cutOff: false,
    attempts: 0,
    latency: 0,
    serving: 0,
    utility: 0, // prettier-ignore
  }
  return (follow) => {
    const index = crowd.length === 1 ? 0 : pick(crowd, 0, crowd.length, draw())
    const player = players[index]
    if (player === undefined) throw new RangeError('no such player')
    task.player = index
    task.kind = player.kinds.length === 1 ? 0 : pick(player.kinds, 0, player.kinds.length, draw())
    task.begins = player.outside === null
    task.solved = false
    task.cutOff = false
    task.attempts = 0
    task.latency = 0
    task.serving = 0
    task.utility = player.outside ?? 0
    if (player.outside !== null) return task
    const { states, depth, success, latency, serving, burden, moves, staying } = player
    const leavesAt = staying === null ? player.leavesAt : draw() < staying ? Infinity : 1
    let state = player.start ?? pick(player.starts, 0, states, draw())
    for (;;) {
      const stage = task.attempts < depth ? task.attempts : depth - 1
      const place = (task.kind * depth + stage) * states + state
      task.attempts += 1
      task.latency += latency[place] ?? 0
      task.serving += serving[place] ?? 0
      task.utility -= burden[place] ?? 0
      const attempted = state
      if (draw() < (success[place] ?? 0)) {
        task.solved = true
        task.utility += player.value
        follow?.({
          state: attempted,
          latency: latency[place] ?? 0,
          serving: serving[place] ?? 0,
          then: 'solved',
        })
        return task
      }
      const persistence = player.persistence[state] ?? 0
      const leaves =
        task.attempts >= leavesAt || persistence === 0 || (persistence < scale && draw() >= persistence)
      follow?.({
        state: attempted,
        latency: latency[place] ?? 0,
        serving: serving[place] ?? 0,
        then: leaves ? 'leaves' : 'stays',
      })
      if (leaves) return task
      if (task.attempts >= mostAttempts) {
        task.cutOff = true
        return task
      }
      const row = state * states
      const certain = player.certain[state] ?? -1
      state = certain >= 0 ? certain : pick(moves, row, states, draw())
    }
  }
}

/** A player as flat arrays of numbers; probabilities as thresholds of a draw. */
interface ReadyPlayer {
  readonly outside: number | null
  readonly value: number
  readonly states: number
  readonly depth: number
  /** By `(kind · depth + stage) · states + state`. */
  readonly success: Float64Array
  readonly latency: Float64Array
  readonly serving: Float64Array
  /** What an attempt takes from the user: waiting and price. */
  readonly burden: Float64Array
  readonly kinds: Float64Array
  readonly starts: Float64Array
  /** The one start where it is not mixed. */
  readonly start: number | null
  /** By `from · states + to`, summed along the row. */
  readonly moves: Float64Array
  /** Where a re-prompt surely leads, by state; -1 where that is open. */
  readonly certain: Int32Array
  readonly persistence: Float64Array
  /** Failures after which she leaves; infinite for never. */
  readonly leavesAt: number
  /** The share that never leaves, where users split. */
  readonly staying: number | null
}

function readyPlayer(player: Player): ReadyPlayer {
  const { process, transitions, starts, reply, outside } = player
  const { states, depth, kinds, user } = process
  const steps = kinds.flatMap(({ stages }) => stages.flat())
  const persistence =
    reply.kind === 'by-state'
      ? reply.persistence.map((each) => each * scale)
      : Array.from({ length: states }, () => scale)
  const start = starts.findIndex((share) => share === 1)
  return {
    outside,
    value: user.value,
    states,
    depth,
    success: Float64Array.from(steps, (step) => step.success * scale),
    latency: Float64Array.from(steps, (step) => step.latency),
    serving: Float64Array.from(steps, (step) => step.serving),
    burden: Float64Array.from(steps, (step) => user.value * step.success - step.netValue),
    kinds: thresholds(kinds.map(({ weight }) => weight)),
    starts: thresholds(starts),
    start: start < 0 ? null : start,
    moves: Float64Array.from(transitions.flatMap((row) => [...thresholds(row)])),
    certain: Int32Array.from(transitions, (row) => row.findIndex((share) => share === 1)),
    persistence: Float64Array.from(persistence),
    leavesAt: reply.kind === 'leaves-after' ? (reply.failures ?? Infinity) : Infinity,
    staying: reply.kind === 'split' ? reply.staying * scale : null,
  }
}

/** Where in `[0, 2^32]` each of several shares ends; the last at the very end. */
function thresholds(shares: readonly number[]): Float64Array {
  const total = shares.reduce((sum, share) => sum + share, 0)
  let sum = 0
  const ends = Float64Array.from(shares, (share) => ((sum += share) / total) * scale)
  // The last share that is not 0 ends at the end, whatever rounding made of the sum.
  const last = shares.findLastIndex((share) => share > 0)
  return ends.fill(scale, Math.max(0, last))
}

function pick(ends: Float64Array, from: number, count: number, drawn: number): number {
  let index = 0
  while (index < count - 1 && drawn >= (ends[from + index] ?? 0)) index += 1
  return index
}
