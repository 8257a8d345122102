import { Undecided, type Game, type Origin } from '@plumbline/game'
import type { LeaderResult } from './equilibrium.ts'
import { recognise } from './recognise.ts'
import { solveOffers } from './solve-offers.ts'
import { cascadeProblem, staticProblem } from './leader-problem.ts'
import { solveUserChoice } from './user-choice.ts'

/**
 * The equilibrium of a game: what the provider announces, how the user replies, what else was in question and
 * where the choice flips. Closed forms for menus without transitions (any number of models) and for cascades
 * of two (the game of Mahmood, arXiv 2602.09902, without its assumptions on the order of the models); what else there is comes back as an `unsupported` problem.
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
    const shape = recognise(game)
    if (shape.kind === 'unknown') return unsupported(shape.what, origin)
    if (shape.kind === 'static') {
      const problem = staticProblem(game, shape.attempts)
      if (game.chain.chooser === 'user') return { ok: true, equilibrium: solveUserChoice(problem) }
      return { ok: true, equilibrium: solveOffers(problem) }
    }
    const problem = cascadeProblem(game, shape.cascade, shape.attempts)
    if (problem === null) {
      return unsupported('a bounded escalation between models that are worth nothing to the user', origin)
    }
    return { ok: true, equilibrium: solveOffers(problem) }
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    const what = 'which route costs the provider least'
    return { ok: false, problems: [{ kind: 'undecided', what, origin }] }
  }
}

function unsupported<N>(what: string, origin: Origin | null): LeaderResult<N> {
  return { ok: false, problems: [{ kind: 'unsupported', what, origin }] }
}
