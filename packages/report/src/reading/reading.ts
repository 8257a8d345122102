import {
  floatGame,
  type CandidateEntry,
  type GameInstance,
  type ModelEntry,
  type RouteKey,
  type SolutionDocument,
  type UserEntry,
} from '@plumbline/game'
import type { SimulationDocument } from '@plumbline/solver'
import { amountsIn, type Amounts } from '../formatting/amounts.ts'
import { quoted, titleOf, visible } from '../formatting/label.ts'
import type { SolvedSweep } from '../map/draw-sweeps.ts'
import { keyedCandidates, type KeyedCandidate } from './keys.ts'

/** A game and its solution, with what every section asks of them. Facts only, no words but names. */
export interface Reading {
  readonly instance: GameInstance
  readonly document: SolutionDocument
  readonly amounts: Amounts
  /** `P`: what an abandoned task costs the provider. */
  readonly penalty: number
  /** The ceiling up to which the provider may slow models down; null where it does not. */
  readonly ceiling: number | null
  /** Models by name, and the names of the menu's models in its order. */
  readonly models: ReadonlyMap<string, ModelEntry>
  readonly menu: readonly string[]
  /** The names of the menu's states: those of its models, where each has only one. */
  readonly states: readonly string[]
  /** Candidates for the provider's optimum, cheapest first, each with the letter that the report calls it by. */
  readonly candidates: readonly KeyedCandidate[]
  readonly chosen: KeyedCandidate | null
  /** Whether pictures are wanted: they cost more than all the rest. */
  readonly pictured: boolean
  /** The sweeps of the file, solved; none where they were not. */
  readonly sweeps: readonly SolvedSweep[]
  /** The game as it was played task by task; null where it was not. */
  readonly simulation: SimulationDocument | null
  /** A model inside a sentence. */
  readonly modelNamed: (name: string) => string
  /** A user inside a sentence: `the user`, or by title where there are several. */
  readonly userNamed: (user: UserEntry) => string
}

/** What a report may say beside the solution. */
export interface ReadingOptions {
  /** `false` leaves the pictures out, as the short text does anyway, and takes a fraction of the time. */
  readonly pictures?: boolean
  /** The sweeps of the file, as `solveSweeps` solves them. */
  readonly sweeps?: readonly SolvedSweep[]
  /** The game as it was played. */
  readonly simulation?: SimulationDocument | null
}

/**
 * Reads a solution.
 *
 * @throws TypeError where the instance's numbers are not in order: then it has no solution
 */
export function read(
  instance: GameInstance,
  document: SolutionDocument,
  { pictures: pictured = true, sweeps = [], simulation = null }: ReadingOptions = {},
): Reading {
  const { provider } = floatGame(instance)
  const models = new Map(document.models.map((model) => [model.name, model]))
  const candidates = keyedCandidates(document.candidates ?? [])
  const alone = document.users.length === 1
  const { states } = instance.menu.chain
  const modelOf = (state: string): string => {
    const found = states.find(({ name }) => name === state)
    return instance.models[found?.model ?? -1]?.name ?? state
  }
  return {
    instance,
    document,
    amounts: amountsIn(document.units),
    penalty: provider.penalty,
    ceiling: provider.throttle,
    models,
    menu: [...new Set(states.map(({ name }) => modelOf(name)))],
    states: states.map(({ name }) => name),
    candidates,
    chosen: candidates.find(({ chosen }) => chosen) ?? null,
    pictured,
    sweeps,
    simulation,
    modelNamed: (name) => {
      const own = models.get(name)
      if (own !== undefined) return quoted(titleOf(own))
      const [model, title] = [modelOf(name), titleOf(models.get(modelOf(name)) ?? { name, label: null })]
      // A model's further states are called after it: `careful, after 1 escalation`.
      return name.startsWith(model) && model !== name
        ? `${quoted(title)}${visible(name.slice(model.length))}`
        : quoted(title)
    },
    userNamed: (user) => (alone ? 'the user' : `“${titleOf(user)}”`),
  }
}

/** The model where a user's task starts: the announced one, or under user choice her own. Null for neither. */
export function routeOf({ document }: Reading, user: UserEntry): RouteKey | null {
  return announcedRoute(document) ?? user.route ?? null
}

/** The route that holds for every task; null where each user picks her own, or the start is mixed. */
export function announcedRoute({ route }: SolutionDocument): RouteKey | null {
  return route === null || route.start === null ? null : { ...route, start: route.start }
}

/** Candidates that cost the provider exactly as much as the chosen one. */
export function rivals({ candidates }: Reading): readonly KeyedCandidate[] {
  return candidates.filter(({ chosen, ties }) => ties && !chosen)
}

/** The cheapest candidate that costs more than the chosen one. */
export function runnerUp({ candidates }: Reading): KeyedCandidate | null {
  return candidates.find(({ chosen, ties }) => !chosen && !ties) ?? null
}

/** What one attempt at a model is worth to a user; null where the document does not say. */
export function netValueOf(reading: Reading, model: string, user: UserEntry): number | null {
  const values = reading.models.get(model)?.netValue
  return values !== undefined && Object.hasOwn(values, user.name) ? (values[user.name] ?? null) : null
}

/** The provider slows models down, as it may. */
export function slows({ document, ceiling }: Reading): boolean {
  return ceiling !== null && document.throttling?.pays === true && document.throttling.latencies !== null
}

/** The id says at which threshold of the user a candidate lies: `J1(s0)` at `s0`. */
export function thresholdOf({ id }: Pick<CandidateEntry, 'id'>): 's0' | 'sL' | null {
  return id.endsWith('(s0)') ? 's0' : id.endsWith('(sL)') ? 'sL' : null
}
