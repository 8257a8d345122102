import type { Game } from '@plumbline/game'
import { cascadeProblem, staticProblem, type LeaderProblem } from './leader-problem.ts'
import { recognise } from './recognise.ts'

/** What the provider chooses from, or in words what no closed form takes. */
export type Posed<N> =
  { readonly ok: true; readonly problem: LeaderProblem<N> } | { readonly ok: false; readonly what: string }

/**
 * The announcements of a game with the user's replies to them, where its menu has a closed form: menus
 * without transitions, of any number of models, and cascades of two.
 *
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function poseProblem<N>(game: Game<N>): Posed<N> {
  if (game.provider.routing === 'hidden' && game.chain.chooser === 'provider') {
    return { ok: false, what: 'hidden routing' }
  }
  const shape = recognise(game)
  if (shape.kind === 'unknown') return { ok: false, what: shape.what }
  if (shape.kind === 'static') return { ok: true, problem: staticProblem(game, shape.attempts) }
  const problem = cascadeProblem(game, shape.cascade, shape.attempts)
  return problem === null
    ? { ok: false, what: 'a bounded escalation between models that are worth nothing to the user' }
    : { ok: true, problem }
}
