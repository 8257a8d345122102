import type { Game, GameInstance, Problem } from '@plumbline/game'
import { pose } from '../general/posed.ts'
import { solveGeneral } from '../general/solve-general.ts'
import { solveEachChoice } from '../general/user-choice.ts'
import { poseProblem } from '../leader/pose-problem.ts'
import type { SearchLimits } from '../search/branch-and-bound.ts'
import { closedForm } from './closed-form.ts'
import { solveProblem } from './solution.ts'
import type { SolvedGame } from './solved.ts'

/** A solved game, or what stands in its way. */
export type SolvedResult<N> =
  | { readonly ok: true; readonly solved: SolvedGame<N> }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Solves a numeric game: by a closed form where one is known for its shape, else by search.
 *
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solvedGame<N>(game: Game<N>, instance: GameInstance, limits: SearchLimits): SolvedResult<N> {
  const posed = poseProblem(game)
  if (posed.ok) return { ok: true, solved: closedForm(solveProblem(game, posed.problem, instance)) }
  if (game.chain.chooser === 'user') return { ok: true, solved: solveEachChoice(pose(game), instance) }
  if (game.provider.throttle !== null) {
    const origin = instance.provider.throttle?.origin ?? null
    return { ok: false, problems: [{ kind: 'unsupported', what: `throttling with ${posed.what}`, origin }] }
  }
  return { ok: true, solved: solveGeneral(pose(game), instance, limits) }
}
