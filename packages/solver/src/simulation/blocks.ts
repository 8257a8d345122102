import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { makePlay, type PlayedTask, type TracedAttempt } from './play.ts'
import type { Cast } from './players.ts'
import { addTally, newTally, note, type Tally } from './tally.ts'

/** What to play. */
export interface SimulationSize {
  /** Whole, at least 1. */
  readonly tasks: number
  /** An integer of 32 bits. */
  readonly seed: number
}

/** Tasks that share one stream of random numbers; a simulation is as many blocks as its tasks fill. */
const blockTasks = 65_536

/** What was seen of one declared user. */
export interface UserTally {
  solved: number
  begun: number
  readonly attempts: Tally
  readonly latency: Tally
  readonly utility: Tally
}

/** What was seen of some tasks. */
export interface TaskTally {
  readonly users: readonly UserTally[]
  readonly cost: Tally
  readonly serving: Tally
  /** Tasks that were given up because they had gone on too long. */
  cutOff: number
}

/** What the solution expects of a task of each declared user, its types weighted; null where that is infinite. */
export interface Expected {
  readonly success: number
  readonly attempts: number | null
  readonly latency: number | null
  readonly utility: number
}

/** One stream a block: each begins 2^64 numbers after the one before, so that no two ever overlap. */
function* streams(seed: number): Generator<{ next: () => number }, never> {
  const generator = xoroshiro128plus(seed)
  // The first numbers of a seed are far from random.
  for (let warm = 0; warm < 64; warm += 1) generator.next()
  for (;;) {
    yield generator.clone()
    generator.jump()
  }
}

/**
 * Plays a simulation block by block. A block is the same whoever plays it, and whatever was played before.
 *
 * @param first the first block to play; then every `step`-th
 */
export function* playBlocks(
  cast: Cast,
  expected: readonly Expected[],
  { tasks, seed }: SimulationSize,
  first = 0,
  step = 1,
): Generator<{ readonly block: number; readonly tally: TaskTally }, void> {
  const blocks = Math.ceil(tasks / blockTasks)
  let block = 0
  for (const stream of streams(seed)) {
    if (block >= blocks) return
    if (block % step === first) {
      const count = Math.min(blockTasks, tasks - block * blockTasks)
      yield { block, tally: playSome(cast, expected, stream, count) }
    }
    block += 1
  }
}

function playSome(
  cast: Cast,
  expected: readonly Expected[],
  stream: { next: () => number },
  count: number,
): TaskTally {
  const tally = emptyTally(expected.length)
  const play = makePlay(cast, () => stream.next() >>> 0)
  const { provider, penalty } = cast
  const declared = cast.players.map(({ user }) => user)
  for (let task = 0; task < count; task += 1) {
    const played = play()
    const user = declared[played.player] ?? 0
    const [own, due] = [tally.users[user], expected[user]]
    if (own === undefined || due === undefined) throw new RangeError(`no user ${String(user)}`)
    if (played.solved) own.solved += 1
    if (played.begins) own.begun += 1
    if (played.cutOff) tally.cutOff += 1
    note(own.attempts, played.attempts - (due.attempts ?? 0))
    note(own.latency, played.latency - (due.latency ?? 0))
    note(own.utility, played.utility - due.utility)
    const loss = played.solved ? 0 : penalty
    note(tally.serving, played.serving - provider.serving)
    note(tally.cost, played.serving + loss - provider.cost)
  }
  return tally
}

/** Nothing seen yet. */
export function emptyTally(users: number): TaskTally {
  return {
    users: Array.from({ length: users }, () => ({
      solved: 0,
      begun: 0,
      attempts: newTally(),
      latency: newTally(),
      utility: newTally(),
    })),
    cost: newTally(),
    serving: newTally(),
    cutOff: 0,
  }
}

/** Adds what was seen of other tasks. Sums depend on the order of blocks in their last digits: add them in order. */
export function addTasks(to: TaskTally, from: TaskTally): void {
  to.users.forEach((user, index) => {
    const other = from.users[index]
    if (other === undefined) return
    user.solved += other.solved
    user.begun += other.begun
    for (const name of ['attempts', 'latency', 'utility'] as const) addTally(user[name], other[name])
  })
  for (const name of ['cost', 'serving'] as const) addTally(to[name], from[name])
  to.cutOff += from.cutOff
}

/** One task that somebody follows. */
export interface TracedTask extends PlayedTask {
  readonly steps: readonly TracedAttempt[]
}

/** The first tasks of a simulation, one attempt after the other. */
export function traceTasks(cast: Cast, seed: number, count: number): readonly TracedTask[] {
  for (const stream of streams(seed)) {
    const play = makePlay(cast, () => stream.next() >>> 0)
    return Array.from({ length: Math.min(count, blockTasks) }, () => {
      const steps: TracedAttempt[] = []
      return { ...play((attempt) => steps.push(attempt)), steps }
    })
  }
  return []
}
