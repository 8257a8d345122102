import { Undecided, type Game, type Origin } from '@plumbline/game'
import type { LeaderResult } from './equilibrium.ts'
import { poseProblem } from './pose-problem.ts'
import { solveOffers } from './solve-offers.ts'
import { solveUserChoice } from './user-choice.ts'

/**
 * The equilibrium of a game: what the provider announces, how the user replies, what else was in question and
 * where the choice flips. Closed forms for menus without transitions (any number of models) and for cascades
 * of two; what else there is comes back as an `unsupported` problem.
 *
 * Strong or weak Stackelberg as `game.provider.ties` says; where the user chooses the model herself, her
 * choice, with her ties for or against the provider likewise.
 *
 * @param origin where the menu is written, for problems
 * @returns the equilibrium, or problems: `unsupported`, or `undecided` where inputs known only within an
 *   enclosure leave a verdict open
 */
export function solveLeader<N>(game: Game<N>, origin: Origin | null = null): LeaderResult<N> {
  try {
    const posed = poseProblem(game)
    if (!posed.ok) return { ok: false, problems: [{ kind: 'unsupported', what: posed.what, origin }] }
    const chooses = game.chain.chooser === 'user'
    return { ok: true, equilibrium: chooses ? solveUserChoice(posed.problem) : solveOffers(posed.problem) }
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    const what = 'which route costs the provider least'
    return { ok: false, problems: [{ kind: 'undecided', what, origin }] }
  }
}
