import type { Game, GameInstance } from '@plumbline/game'
import { closedFormNumbers } from '../document/closed-form.ts'
import { reckon } from '../document/solution.ts'
import type { SolvedNumbers } from '../document/solved.ts'
import type { LeaderProblem } from '../leader/leader-problem.ts'
import { chosenOffer } from '../leader/solve-offers.ts'
import { chosenByUser } from '../leader/user-choice.ts'
import { userOptimum } from '../misalignment/user-optimum.ts'
import type { PenaltyRange } from '../throttling/profitable-penalties.ts'
import { penaltyRanges, rangeAt, slowingAt, type Slowing } from '../throttling/throttle.ts'

/**
 * The numbers of a game that has a closed form, the same as those of its whole solution, without what else was in
 * question: other candidates, flips, sets of equally good routes.
 *
 * @param problem what the provider chooses from
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solvedNumbers<N>(
  game: Game<N>,
  problem: LeaderProblem<N>,
  instance: Pick<GameInstance, 'units'>,
): SolvedNumbers<N> {
  const { provider, chain } = game
  const chooses = chain.chooser === 'user'
  const base = chooses ? chosenByUser(problem) : chosenOffer(problem)
  const slowing = slowingAt(game, problem, base, provider.throttle)
  const chosen = provider.throttle === null ? base : slowing.chosen
  const best = chooses ? base : userOptimum(problem)
  const reckoning = reckon(game, chosen, best, slowing, instance)
  return closedFormNumbers(game, problem.regime, chosen, reckoning, throttlingOf(game, problem, slowing))
}

/** The penalties between which slowing pays are the dearest part, and reckoned when they are asked for. */
function throttlingOf<N>(
  game: Game<N>,
  problem: LeaderProblem<N>,
  { pays, gain, harm, replies }: Slowing<N>,
): SolvedNumbers<N>['throttling'] {
  let known: { readonly range: PenaltyRange<N> | null } | null = null
  return {
    pays,
    gain,
    harm,
    get range() {
      known ??= { range: rangeAt(game, penaltyRanges(game, problem, replies, game.provider.throttle)) }
      return known.range
    },
  }
}
