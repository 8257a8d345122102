import { float, Undecided, type Arithmetic } from '@plumbline/game'
import { costAt } from '../base/outcome.ts'
import { candidateOf } from './candidate.ts'
import type { Available, Choice, TieRule } from './choose.ts'
import { convertOffers } from './convert-offers.ts'
import type { Flip } from './equilibrium.ts'
import { kinks, type Turn } from './flips.ts'
import { interiorFlips } from './interior/interior-flips.ts'
import type { LeaderProblem } from './leader-problem.ts'

/**
 * The churn penalties, not negative and ascending, at which the provider's choice changes, others held fixed.
 * Exact where lines cross; where the best reply is strictly between staying and leaving on one side, the
 * double nearest. Where the arithmetic cannot order the crossings they are found in doubles.
 */
export function findFlips<N>(problem: LeaderProblem<N>, ties: TieRule): readonly Flip<N>[] {
  const { arithmetic: ar } = problem
  return interiorFlips(problem, ties, turnsOf(problem, ties)).map(({ at, exact, below, above }) => ({
    at,
    exact,
    below: candidateOf(problem, { ...below, cost: costNear(ar, below, at) }),
    above: candidateOf(problem, { ...above, cost: costNear(ar, above, at) }),
  }))
}

function turnsOf<N>(problem: LeaderProblem<N>, ties: TieRule): readonly Turn<N>[] {
  const { arithmetic: ar, starts } = problem
  const offers = problem.offers(ties)
  try {
    return kinks(ar, offers, starts, ties).map(({ at, below, above }) => ({
      at,
      exact: true,
      below: below.chosen,
      above: above.chosen,
    }))
  } catch (error) {
    if (!(error instanceof Undecided) && !(error instanceof TypeError)) throw error
  }
  const nearby = convertOffers(offers, (x) => ar.toNumber(x))
  const back = (choice: Choice<number>): Available<N> => {
    const { option, attained, places, cost } = choice.chosen
    const original = nearby.original(option)
    const from = places?.map((place) => ({ name: place.name, at: nearby.place(place) })) ?? null
    return { option: original, attained, places: from, cost: ar.from(cost) }
  }
  return kinks(float, nearby.offers, starts, ties).map(({ at, below, above }) => ({
    at: ar.from(at),
    exact: false,
    below: back(below),
    above: back(above),
  }))
}

/** The cost at a penalty; in doubles where the line and the penalty hold unlike square roots. */
function costNear<N>(ar: Arithmetic<N>, { option }: Available<N>, penalty: N): N {
  try {
    return costAt({ arithmetic: ar }, option.line, penalty)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const { serving, loss } = option.line
    return ar.from(ar.toNumber(serving) + ar.toNumber(penalty) * ar.toNumber(loss))
  }
}
