import { costAt } from '../base/outcome.ts'
import { choose, type Available, type Choice, type TieRule } from './choose.ts'
import { compareCosts } from './compare-costs.ts'
import type { Candidate, Equilibrium, Flip } from './equilibrium.ts'
import { distinctOptions, kinks } from './flips.ts'
import type { LeaderProblem } from './leader-problem.ts'
import type { Offer, Option } from './offers.ts'
import { candidateOf } from './candidate.ts'

/**
 * The user picks the model herself and uses it for every attempt: she maximises over models and persistence at
 * once. Models and replies that are equally good for her are told apart in the provider's favour (strong) or
 * against it (weak); the candidates are those.
 *
 * @throws Undecided where the arithmetic cannot tell which model is better for the user
 */
export function solveUserChoice<N>(problem: LeaderProblem<N>): Equilibrium<N> {
  const { penalty, ties, regime } = problem
  const options = favourites(problem, distinctOptions(problem.offers('strong')))
  const strong = decide(problem, options, penalty, 'strong')
  const weak = decide(problem, options, penalty, 'weak')
  const own = ties === 'strong' ? strong : weak
  const candidates = own.available.map((each) => candidateOf(problem, each))
  const chosen = candidates[own.available.indexOf(own.chosen)]
  if (chosen === undefined) throw new TypeError('the choice is not among the candidates')
  return {
    concept: 'user-choice',
    case: regime,
    regimeByUser: [regime],
    route: chosen.route,
    persistence: chosen.persistence,
    bestResponses: problem.replies(own.chosen.option, null),
    escalationSet: null,
    candidates,
    chosen,
    ties: { strong: strong.chosen.cost, weak: weak.chosen.cost, attained: true },
    flips: flipsOf(problem, options, ties),
    bounds: { lower: chosen.cost, upper: chosen.cost, method: 'closed-form', tolerance: null },
  }
}

/** What the user picks under the game's rule for ties, alone: without what else was in question. */
export function chosenByUser<N>(problem: LeaderProblem<N>): Candidate<N> {
  return candidateOf(problem, userPick(problem).chosen)
}

/** The same, among all that she might pick. */
export function userPick<N>(problem: LeaderProblem<N>): Choice<N> {
  const options = favourites(problem, distinctOptions(problem.offers('strong')))
  return decide(problem, options, problem.penalty, problem.ties)
}

/** The options that give the user the most. */
function favourites<N>(
  { arithmetic: ar }: LeaderProblem<N>,
  options: readonly Option<N>[],
): readonly Option<N>[] {
  const [first, ...rest] = options
  if (first === undefined) throw new TypeError('a menu without models')
  let best = [first]
  for (const option of rest) {
    const order = compareCosts(ar, option.utility, best[0]?.utility ?? first.utility)
    if (order > 0) best = [option]
    else if (order === 0) best.push(option)
  }
  return best
}

function decide<N>(
  problem: LeaderProblem<N>,
  options: readonly Option<N>[],
  penalty: N,
  ties: TieRule,
): Choice<N> {
  const { arithmetic: ar, starts } = problem
  const available = options.map((option): Available<N> => {
    return { option, cost: costAt({ arithmetic: ar }, option.line, penalty), attained: true, places: null }
  })
  const favoured = choose(ar, available, starts)
  if (ties === 'strong') return favoured
  const dearest = favoured.available[favoured.available.length - 1] ?? favoured.chosen
  const equals = available.filter(({ cost }) => compareCosts(ar, cost, dearest.cost) === 0)
  return { ...choose(ar, equals, starts), available: favoured.available }
}

/** Only ties of the user leave anything for the penalty to decide. */
function flipsOf<N>(
  problem: LeaderProblem<N>,
  options: readonly Option<N>[],
  ties: TieRule,
): readonly Flip<N>[] {
  const { arithmetic: ar, starts } = problem
  const sign = ar.from(ties === 'strong' ? 1 : -1)
  const originals = new Map<Option<N>, Option<N>>()
  const offers = options.map((option): Offer<N> => {
    const { serving, loss } = option.line
    const turned = { ...option, line: { serving: ar.mul(sign, serving), loss: ar.mul(sign, loss) } }
    originals.set(turned, option)
    return { kind: 'start', start: option.start, options: [turned] }
  })
  return kinks(ar, offers, starts, 'strong').map(({ at, below, above }) => {
    const side = (choice: Choice<N>): Candidate<N> => {
      const option = originals.get(choice.chosen.option) ?? choice.chosen.option
      return candidateOf(problem, {
        option,
        cost: costAt({ arithmetic: ar }, option.line, at),
        attained: true,
        places: null,
      })
    }
    return { at, exact: true, below: side(below), above: side(above) }
  })
}
