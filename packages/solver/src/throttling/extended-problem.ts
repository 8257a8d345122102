import type { Game } from '@plumbline/game'
import { bestResponse, bestResponseToOne } from '../follower/best-response.ts'
import type { PersistenceSet } from '../follower/persistence-set.ts'
import type { Cascade } from '../leader/cascade-offers.ts'
import { distinctOptions } from '../leader/flips.ts'
import type { LeaderProblem } from '../leader/leader-problem.ts'
import type { Offer, Option } from '../leader/offers.ts'
import { favourites } from '../misalignment/favourites.ts'
import { withNetValues } from './slowed-cascade.ts'
import type { Slowed } from './slowed.ts'

/**
 * The provider's problem with the replies that slowing brings about among its offers, as if each were one more
 * announcement. Where the user picks the model, what she picks as things are is the one other offer.
 */
export function extendedProblem<N>(
  game: Game<N>,
  problem: LeaderProblem<N>,
  slowed: readonly Slowed<N>[],
): LeaderProblem<N> {
  const further = slowed.map(offerOf)
  const byOption = new Map(slowed.map((each) => [each.option, each]))
  const chooses = game.chain.chooser === 'user'
  return {
    ...problem,
    offers: (ties) => [...(chooses ? [picked(problem)] : problem.offers(ties)), ...further],
    variables: problem.variables,
    replies: (option, escalation) => {
      const found = byOption.get(option)
      return found === undefined
        ? problem.replies(option, escalation)
        : repliesWhenSlowed(problem, found, escalation)
    },
  }
}

function offerOf<N>({ option, place, rivals }: Slowed<N>): Offer<N> {
  const options = [option, ...rivals]
  const { start } = option
  return place === null
    ? { kind: 'start', start, options }
    : { kind: 'point', start, place, stays: false, options }
}

/** What the user picks as things are: of equals the provider's or the worst for it, by the rule for ties. */
function picked<N>(problem: LeaderProblem<N>): Offer<N> {
  const options = favourites(problem.arithmetic, distinctOptions(problem.offers('strong')))
  const [first] = options
  if (first === undefined) throw new TypeError('a menu without models')
  return { kind: 'start', start: first.start, options }
}

function repliesWhenSlowed<N>(
  problem: LeaderProblem<N>,
  { option, netValues }: Slowed<N>,
  escalation: N | null,
): PersistenceSet<N> {
  const { arithmetic: ar, cascade, ties } = problem
  const at = (state: number): N => netValues[state] ?? ar.from(0)
  // With ties against the provider the user is slowed beyond the tie.
  if (option.reply === 'between' || ties === 'weak') return { kind: 'point', at: option.persistence }
  if (cascade !== null) return inCascade(cascade, option, escalation, at)
  const sign = ar.sign(at(option.start))
  if (sign === 0) return { kind: 'all' }
  return { kind: 'point', at: option.persistence }
}

function inCascade<N>(
  { pair, first, second }: Cascade<N>,
  { start }: Option<N>,
  escalation: N | null,
  at: (state: number) => N,
): PersistenceSet<N> {
  const slow = withNetValues(pair, at(first), at(second))
  if (start !== first) return bestResponseToOne(pair.arithmetic, slow.second)
  return bestResponse(slow, 'first', escalation ?? pair.arithmetic.from(0))
}
