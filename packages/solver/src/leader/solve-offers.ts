import type { Arithmetic } from '@plumbline/game'
import { candidateOf } from './candidate.ts'
import { availableAt, choose, type Choice, type TieRule } from './choose.ts'
import type { Bounds, Candidate, Equilibrium, EscalationRange } from './equilibrium.ts'
import { escalationSet } from './escalation-set.ts'
import { interiorChoice, type Settled } from './interior/interior-choice.ts'
import type { LeaderProblem } from './leader-problem.ts'
import { findFlips } from './find-flips.ts'

/**
 * Strong or weak Stackelberg equilibrium: the least cost over all announcements with the user's replies, and
 * the rule of announcement where several cost the same.
 *
 * @throws Undecided where the arithmetic cannot tell which is less
 */
export function solveOffers<N>(problem: LeaderProblem<N>): Equilibrium<N> {
  const { arithmetic: ar, ties, regime } = problem
  const strong = settle(problem, 'strong')
  const weak = settle(problem, 'weak')
  const own = ties === 'strong' ? strong : weak
  const candidates = own.choice.available.map((each) => candidateOf(problem, each))
  const index = own.choice.available.indexOf(own.choice.chosen)
  const chosen = candidates[index]
  if (chosen === undefined) throw new TypeError('the choice is not among the candidates')
  return {
    concept: ties === 'strong' ? 'strong-stackelberg' : 'weak-stackelberg',
    case: regime,
    regimeByUser: [regime],
    route: chosen.route,
    persistence: chosen.persistence,
    bestResponses: problem.replies(own.choice.chosen.option, own.choice.place?.at ?? null),
    escalationSet: setOf(problem, own.choice, ties),
    candidates,
    chosen,
    ties: {
      strong: strong.choice.chosen.cost,
      weak: weak.choice.chosen.cost,
      attained: weak.choice.chosen.attained,
    },
    flips: findFlips(problem, ties),
    bounds: boundsOf(ar, own),
  }
}

/** The announcement that the game's rule for ties leads to, alone: without what else was in question. */
export function chosenOffer<N>(problem: LeaderProblem<N>): Candidate<N> {
  return candidateOf(problem, settle(problem, problem.ties).choice.chosen)
}

/** The choice under one rule for ties, replies strictly between staying and leaving included. */
export function settle<N>(problem: LeaderProblem<N>, ties: TieRule): Settled<N> {
  const available = availableAt(problem.arithmetic, problem.offers(ties), problem.penalty, ties)
  return interiorChoice(problem, choose(problem.arithmetic, available, problem.starts), problem.penalty)
}

function setOf<N>(
  problem: LeaderProblem<N>,
  choice: Choice<N>,
  ties: TieRule,
): readonly EscalationRange<N>[] | null {
  const { arithmetic: ar, cascade } = problem
  if (cascade === null) return null
  if (choice.chosen.option.start !== cascade.first) {
    return [{ from: cascade.low, to: cascade.high, fromOpen: false, toOpen: false }]
  }
  return escalationSet(ar, problem.offers(ties), choice, problem.constant)
}

function boundsOf<N>(ar: Arithmetic<N>, { choice, lower, searched }: Settled<N>): Bounds<N> {
  const cost = choice.chosen.cost
  if (!searched) return { lower: cost, upper: cost, method: 'closed-form', tolerance: null }
  const low = ar.from(lower)
  const gap = ar.toNumber(ar.sub(cost, low)) / Math.max(Math.abs(ar.toNumber(cost)), Number.MIN_VALUE)
  return { lower: low, upper: cost, method: 'branch-and-bound', tolerance: gap }
}
