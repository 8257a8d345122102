import { candidateOf } from '../leader/candidate.ts'
import { availableAt, choose } from '../leader/choose.ts'
import type { Candidate } from '../leader/equilibrium.ts'
import type { LeaderProblem } from '../leader/leader-problem.ts'
import { favourites } from './favourites.ts'

/**
 * The route of the menu that is best for the user, with her best reply: the greatest utility over all
 * announcements. Of several the one that costs the provider least, ties of the reply broken by the game's rule.
 *
 * For every persistence the user's utility from the first model of a cascade is a Möbius function of the
 * escalation, and so greatest at one of its limits; both are among the announcements that the provider
 * considers, but for those that lie between two others. With a free start it is a single model, as in Mahmood,
 * arXiv 2602.09902.
 *
 * @throws Undecided where the arithmetic cannot tell which is better
 */
export function userOptimum<N>(problem: LeaderProblem<N>): Candidate<N> {
  const { arithmetic: ar, penalty, ties, starts } = problem
  const offered = availableAt(ar, problem.offers(ties), penalty, ties)
  const attained = offered.filter((each) => each.attained)
  const best = new Set(
    favourites(
      ar,
      attained.map(({ option }) => option),
    ),
  )
  const chosen = choose(
    ar,
    attained.filter(({ option }) => best.has(option)),
    starts,
  ).chosen
  return candidateOf(problem, chosen)
}
