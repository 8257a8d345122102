import type { Game, GameInstance, Problem } from '@plumbline/game'
import { EndlessTask } from '../follower/general/endless-task.ts'
import { byDeclaredUser } from '../general/declared-users.ts'
import { pose, type Posed } from '../general/posed.ts'
import { solveGeneral } from '../general/solve-general.ts'
import { solveTwoModelTypes } from '../general/two-model-types.ts'
import { solveEachChoice } from '../general/user-choice.ts'
import { solveFound } from '../hidden/solve-found.ts'
import { solveHidden } from '../hidden/solve-hidden.ts'
import { poseProblem } from '../leader/pose-problem.ts'
import type { PopulationGame } from '../population/population-game.ts'
import type { SearchLimits } from '../search/branch-and-bound.ts'
import { closedForm } from './closed-form.ts'
import { solveProblem } from './solution.ts'
import { slowingAnswer } from '../throttling/any-menu/answer.ts'
import { solveSlowing } from '../throttling/any-menu/solve-slowing.ts'
import type { SolvedGame } from './solved.ts'

/** A solved game, or what stands in its way. */
export type SolvedResult<N> =
  | { readonly ok: true; readonly solved: SolvedGame<N> }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Solves a numeric game: by a closed form where one is known for its shape, else by search. Where declared users stand for
 * types the answer is told by declared user.
 *
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solvedGame<N>(
  population: PopulationGame<N>,
  instance: GameInstance,
  limits: SearchLimits,
): SolvedResult<N> {
  try {
    return solveAny(population, instance, limits)
  } catch (error) {
    if (!(error instanceof EndlessTask)) throw error
    const what = 'a kind of task that is never solved, for a user to whom waiting costs nothing'
    const [user] = instance.users
    return { ok: false, problems: [{ kind: 'unsupported', what, origin: user?.origin ?? null }] }
  }
}

function solveAny<N>(
  { game, declared }: PopulationGame<N>,
  instance: GameInstance,
  limits: SearchLimits,
): SolvedResult<N> {
  if (game.provider.routing === 'hidden' && game.chain.chooser === 'provider') {
    return solvedHidden({ game, declared }, instance, limits)
  }
  const posed = poseProblem(game)
  if (posed.ok) return { ok: true, solved: closedForm(solveProblem(game, posed.problem, instance)) }
  const told = (solved: SolvedGame<N>): SolvedResult<N> => {
    return { ok: true, solved: byDeclaredUser(solved, declared, instance) }
  }
  const general = pose(game)
  if (game.chain.chooser === 'user') return told(solveEachChoice(general, instance))
  const hesitant = game.users.some(({ rationality }) => rationality !== null)
  if (hesitant && game.provider.throttle !== null) {
    const origin = instance.provider.throttle?.origin ?? null
    const what = 'throttling with bounded rationality'
    return { ok: false, problems: [{ kind: 'unsupported', what, origin }] }
  }
  const nodes = Math.ceil(limits.nodes / sizeOf(general))
  const plain =
    solveTwoModelTypes(general, instance, limits) ?? solveGeneral(general, instance, { ...limits, nodes })
  if (hesitant) return told(plain)
  return game.provider.throttle === null
    ? {
        ok: true,
        solved: withTemptation(general, plain, byDeclaredUser(plain, declared, instance), limits, nodes),
      }
    : told(solveSlowing(general, plain, instance, { ...limits, nodes }))
}

/** Most boxes that are looked at for what slowing would do, where the provider does not. */
const mostForTemptation = 500
/** Most users who are searched for it. */
const mostUsers = 64

/** Null where users would try without end at some latencies that were looked at. */
function knownAnswer<T>(answer: () => T): T | null {
  try {
    return answer()
  } catch (error) {
    if (!(error instanceof EndlessTask)) throw error
    return null
  }
}

/** The answer to what slowing would do, sought when it is asked for. */
function withTemptation<N>(
  posed: Posed<N>,
  { route, bounds }: SolvedGame<N>,
  solved: SolvedGame<N>,
  limits: SearchLimits,
  nodes: number,
): SolvedGame<N> {
  let known: { readonly told: SolvedGame<N>['throttling'] } | null = null
  return {
    ...solved,
    get throttling() {
      if (known !== null) return known.told
      const few = { ...limits, nodes: Math.min(nodes, mostForTemptation) }
      const answer =
        route === null || posed.game.users.length > mostUsers
          ? null
          : knownAnswer(() => slowingAnswer(posed, route, bounds, null, few))
      known = { told: answer?.told ?? null }
      return known.told
    },
  }
}

/** A game whose route users do not see, beside the same game with its route announced. */
function solvedHidden<N>(
  { game, declared }: PopulationGame<N>,
  instance: GameInstance,
  limits: SearchLimits,
): SolvedResult<N> {
  const refuse = (what: string): SolvedResult<N> => {
    return { ok: false, problems: [{ kind: 'unsupported', what, origin: instance.provider.routing.origin }] }
  }
  if (game.users.some(({ rationality }) => rationality !== null)) {
    return refuse('hidden routing with bounded rationality')
  }
  if (game.users.length > mostUsers)
    return refuse(`hidden routing with more than ${String(mostUsers)} types of user`)
  const open: Game<N> = { ...game, provider: { ...game.provider, routing: 'announced' } }
  // Every type as a declared user of its own: each answers for herself.
  const users = declared.flatMap((user) => instance.users[user] ?? [])
  const alone = { game: open, declared: declared.map((_, index) => index) }
  const announced = solvedGame(alone, { ...instance, users }, limits)
  if (!announced.ok) return announced
  // What the provider does is not seen, slowing models down included; so it is of no use to it.
  const plain: Game<N> = { ...game, provider: { ...game.provider, throttle: null } }
  const solved =
    solveHidden(plain, announced.solved, instance) ?? solveFound(pose(plain), announced.solved, instance)
  return solved === null
    ? refuse('hidden routing in which no equilibrium was found')
    : { ok: true, solved: byDeclaredUser(withoutSlowing(game, solved), declared, instance) }
}

/** Where the provider may slow models down and users do not see what it does: that it does not pay. */
function withoutSlowing<N>({ arithmetic: ar, provider }: Game<N>, solved: SolvedGame<N>): SolvedGame<N> {
  if (provider.throttle === null) return solved
  const zero = ar.from(0)
  const throttling = {
    pays: false,
    gain: zero,
    harm: zero,
    range: null,
    ranges: [],
    latencies: null,
    route: null,
    above: false,
    search: null,
    alone: [],
  }
  return { ...solved, throttling }
}

/** How many times as much a box of this game takes to look at as one of a small game. */
function sizeOf<N>({ game, processes }: Posed<N>): number {
  const steps = processes.reduce((sum, { kinds, depth }) => sum + kinds.length * depth, 0)
  const variables = Math.max(1, game.chain.variables.length / 6)
  return steps * variables ** 2
}
