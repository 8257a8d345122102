import type { GameInstance, Problem } from '@plumbline/game'
import type { SearchOptions } from '../search/limits.ts'
import {
  addTasks,
  emptyTally,
  playBlocks,
  traceTasks,
  type Expected,
  type SimulationSize,
  type TaskTally,
} from './blocks.ts'
import { castOf, type Cast } from './players.ts'
import { isByChance, level, meanInterval, proportionInterval, type Interval, type Tally } from './tally.ts'

/** A quantity of the solution beside what was seen of it. */
export interface SimulatedQuantity {
  /** As asserts write it: `developer.success`, `acme.cost`. */
  readonly name: string
  /** The unit of the numbers; null for plain ones. */
  readonly unit: string | null
  /** What the solution says; null where it is infinite. */
  readonly solved: number | null
  /** What was seen, on average over the tasks; null where there were none. */
  readonly simulated: number | null
  /** An interval that holds the true value in 95 % of all runs; null for too few tasks. */
  readonly interval: readonly [low: number, high: number] | null
  readonly method: 'clopper-pearson' | 'johnson'
  /** Whether chance explains the difference; null where there is nothing to compare. */
  readonly agrees: boolean | null
}

/** One attempt of a task that is told. */
export interface ToldAttempt {
  readonly model: string
  readonly latency: number
  readonly cost: number
  readonly then: 'solved' | 'leaves' | 'stays'
}

/** One task of a simulation, told. */
export interface ToldTask {
  readonly user: string
  /** The hidden kind of task; null where all are alike. */
  readonly kind: string | null
  /** False for a user who does not start. */
  readonly begins: boolean
  readonly attempts: readonly ToldAttempt[]
  readonly solved: boolean
  readonly latency: number
  /** To the provider, the penalty of a lost task included. */
  readonly cost: number
  readonly utility: number
}

/** What `plumb simulate --json` prints. */
export interface SimulationDocument {
  readonly schema: 'plumbline/simulation@1'
  readonly game: string
  readonly label: string | null
  readonly tasks: number
  readonly seed: number
  readonly level: number
  readonly quantities: readonly SimulatedQuantity[]
  /** Whether chance explains all differences. */
  readonly agrees: boolean
  /** Tasks that went on for 100,000 attempts and were given up; their quantities are too small. */
  readonly cutOff: number
  /** The first tasks, where they were asked for. */
  readonly trace?: readonly ToldTask[]
}

/** A game ready to be simulated, or what stands in the way of its solution. */
export type SimulationResult =
  | { readonly ok: true; readonly simulation: Simulation }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A simulation in parts, so that a caller may show how far it is, stop it, or share it out. */
export interface Simulation {
  /** Plays every `step`-th block of tasks from `first` on; whoever plays a block, it is the same. */
  readonly blocks: (size: SimulationSize, first?: number, step?: number) => ReturnType<typeof playBlocks>
  /** @param tallies of all blocks, in their order */
  readonly document: (size: SimulationSize, tallies: Iterable<TaskTally>, trace: number) => SimulationDocument
}

/**
 * Solves a game and makes ready to play it task by task: the provider's route, the users' replies, each attempt drawn at random.
 *
 * @param options how closely a search has to bound the provider's cost, and how long it may take
 */
export function prepareSimulation(instance: GameInstance, options: SearchOptions = {}): SimulationResult {
  const found = castOf(instance, options)
  if (!found.ok) return found
  const { cast } = found
  const expected = instance.users.map((_, user) => expectedOf(cast, user))
  return {
    ok: true,
    simulation: {
      blocks: (size, first, step) => playBlocks(cast, expected, size, first, step),
      document: (size, tallies, trace) => {
        const all = emptyTally(expected.length)
        for (const tally of tallies) addTasks(all, tally)
        return documentOf(instance, cast, expected, size, all, trace)
      },
    },
  }
}

/** Plays a game in one go: see {@link prepareSimulation}. */
export function simulate(
  instance: GameInstance,
  size: SimulationSize & { readonly trace?: number },
  options: SearchOptions = {},
):
  | { readonly ok: true; readonly document: SimulationDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const prepared = prepareSimulation(instance, options)
  if (!prepared.ok) return prepared
  const { simulation } = prepared
  const tallies = [...simulation.blocks(size)].map(({ tally }) => tally)
  return { ok: true, document: simulation.document(size, tallies, size.trace ?? 0) }
}

function expectedOf({ players }: Cast, user: number): Expected {
  const own = players.filter((player) => player.user === user)
  const whole = own.reduce((sum, { weight }) => sum + weight, 0)
  const mean = (of: (expected: Expected) => number): number =>
    own.reduce((sum, { weight, expected }) => sum + weight * of(expected), 0) / whole
  const finite = (of: (expected: Expected) => number | null): number | null =>
    own.some(({ expected }) => of(expected) === null) ? null : mean((expected) => of(expected) ?? 0)
  return {
    success: mean(({ success }) => success),
    attempts: finite(({ attempts }) => attempts),
    latency: finite(({ latency }) => latency),
    utility: mean(({ utility }) => utility),
  }
}

function documentOf(
  instance: GameInstance,
  cast: Cast,
  expected: readonly Expected[],
  { tasks, seed }: SimulationSize,
  tally: TaskTally,
  trace: number,
): SimulationDocument {
  const { units, users, provider } = instance
  const scales = scalesOf(cast)
  const quantities = [
    ...users.flatMap(({ name }, index): readonly SimulatedQuantity[] => {
      const [own, due] = [tally.users[index], expected[index]]
      if (own === undefined || due === undefined) return []
      return [
        proportion(`${name}.success`, own.solved, own.utility.count, due.success),
        mean(`${name}.attempts`, null, own.attempts, due.attempts, scales.attempts),
        mean(`${name}.latency`, units.time, own.latency, due.latency, scales.latency),
        mean(`${name}.utility`, units.utility, own.utility, due.utility, scales.utility),
      ]
    }),
    ...(['cost', 'serving'] as const).map((name) =>
      mean(`${provider.name}.${name}`, units.cost, tally[name], cast.provider[name], scales.cost),
    ),
    lossOf(`${provider.name}.loss`, instance, cast, tally),
  ]
  return {
    schema: 'plumbline/simulation@1',
    game: instance.name,
    label: instance.label,
    tasks,
    seed,
    level,
    quantities,
    agrees: quantities.every(({ agrees }) => agrees !== false),
    cutOff: tally.cutOff,
    ...(trace > 0 ? { trace: toldTasks(instance, cast, seed, Math.min(trace, tasks)) } : {}),
  }
}

/** How far one task may be off, as a bound of what has not been seen: some attempts, and the task's end. */
function scalesOf({ players, penalty }: Cast): Record<'attempts' | 'latency' | 'utility' | 'cost', number> {
  const steps = players.flatMap(({ process }) => process.kinds.flatMap(({ stages }) => stages.flat()))
  const most = (of: (step: (typeof steps)[number]) => number): number =>
    steps.reduce((greatest, step) => Math.max(greatest, Math.abs(of(step))), 0)
  const value = Math.max(...players.map(({ process }) => process.user.value))
  return {
    attempts: 1,
    latency: most(({ latency }) => latency),
    utility: value + most(({ netValue }) => netValue),
    cost: penalty + most(({ serving }) => serving),
  }
}

function proportion(name: string, successes: number, count: number, solved: number): SimulatedQuantity {
  const interval = count === 0 ? null : proportionInterval(successes, count)
  const off = successes - count * solved
  const tally: Tally = { count, sum: off, squares: count * solved * (1 - solved) + off * (off / Math.max(1, count)), cubes: 0, most: 1 } // prettier-ignore
  return {
    name,
    unit: null,
    solved,
    simulated: count === 0 ? null : successes / count,
    interval: interval === null ? null : pair(interval),
    method: 'clopper-pearson',
    agrees: count === 0 ? null : isByChance(tally, 1),
  }
}

/** What lost tasks cost: their share times the churn penalty, so that the interval is no point where none was lost. */
function lossOf(name: string, { units }: GameInstance, cast: Cast, tally: TaskTally): SimulatedQuantity {
  const { penalty, provider } = cast
  const { count } = tally.cost
  const lost = tally.users.reduce((sum, user) => sum + user.utility.count - user.solved, 0)
  const share = proportion(name, lost, count, penalty === 0 ? lost / count : provider.loss / penalty)
  const priced = (value: number | null): number | null => (value === null ? null : value * penalty)
  return {
    ...share,
    unit: units.cost,
    solved: provider.loss,
    simulated: priced(share.simulated),
    interval: share.interval === null ? null : [share.interval[0] * penalty, share.interval[1] * penalty],
  }
}

function mean(
  name: string,
  unit: string | null,
  tally: Tally,
  solved: number | null,
  scale: number,
): SimulatedQuantity {
  const due = solved ?? 0
  const interval = meanInterval(tally, due)
  return {
    name,
    unit,
    solved,
    simulated: tally.count === 0 ? null : due + tally.sum / tally.count,
    interval: interval === null ? null : pair(interval),
    method: 'johnson',
    agrees: tally.count === 0 || solved === null ? null : isByChance(tally, scale),
  }
}

function pair({ low, high }: Interval): readonly [number, number] {
  return [low, high]
}

function toldTasks(instance: GameInstance, cast: Cast, seed: number, count: number): readonly ToldTask[] {
  return traceTasks(cast, seed, count).map((task): ToldTask => {
    const user = cast.players[task.player]?.user ?? 0
    return {
      user: instance.users[user]?.name ?? '',
      kind: cast.kinds[task.kind] ?? null,
      begins: task.begins,
      attempts: task.steps.map(({ state, latency, serving, then }) => {
        return { model: cast.states[state] ?? '', latency, cost: serving, then }
      }),
      solved: task.solved,
      latency: task.latency,
      cost: task.serving + (task.solved ? 0 : cast.penalty),
      utility: task.utility,
    }
  })
}
