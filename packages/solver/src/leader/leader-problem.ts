import { equal, type Arithmetic, type Game } from '@plumbline/game'
import type { Attempt } from '../base/attempt.ts'
import { costOfPass } from '../base/single-model.ts'
import { bestResponse, bestResponseToOne } from '../follower/best-response.ts'
import type { PersistenceSet } from '../follower/persistence-set.ts'
import { cascadeOffers, type Cascade } from './cascade-offers.ts'
import type { TieRule } from './choose.ts'
import type { Curve } from './interior/curve.ts'
import type { Offer, Option } from './offers.ts'
import { singleModelOffer } from './single-model-offer.ts'

/** What the provider chooses from, whatever the menu's form. */
export interface LeaderProblem<N> {
  readonly arithmetic: Arithmetic<N>
  readonly penalty: N
  /** How the game breaks the user's ties. */
  readonly ties: TieRule
  /** In the menu's order. */
  readonly starts: readonly number[]
  /** Signs of the net values by state. */
  readonly regime: string
  /** All announcements, with the user's replies, for either rule. */
  readonly offers: (ties: TieRule) => readonly Offer<N>[]
  /** Null where the menu has no escalation. */
  readonly cascade: Cascade<N> | null
  /** Replies strictly between staying and leaving; null where there are none. */
  readonly curve: Curve<N> | null
  /** The value of each of the chain's variables that announces an escalation; null: it does not matter. */
  readonly variables: (escalation: N | null) => readonly N[]
  /** All best replies to a start, and to an escalation that the option was made for. */
  readonly replies: (option: Option<N>, escalation: N | null) => PersistenceSet<N>
  /** Whether staying costs the same at every escalation. */
  readonly constant: () => boolean
}

/** A menu of models that each serve a task alone. */
export function staticProblem<N>(game: Game<N>, attempts: readonly Attempt<N>[]): LeaderProblem<N> {
  const { arithmetic: ar, chain, provider } = game
  const attemptAt = (state: number): Attempt<N> => {
    const found = attempts[state]
    if (found === undefined) throw new TypeError('a start that is no state')
    return found
  }
  const offers = chain.starts.map((start) => singleModelOffer(ar, attemptAt(start), start, start + 1))
  return {
    arithmetic: ar,
    penalty: provider.penalty,
    ties: provider.ties,
    starts: chain.starts,
    regime: regimeOf(ar, attempts),
    offers: () => offers,
    cascade: null,
    curve: null,
    variables: () => chain.variables.map(({ low }) => low),
    replies: ({ start }) => bestResponseToOne(ar, attemptAt(start)),
    constant: () => true,
  }
}

/**
 * A cascade of two models. Null where no proof is at hand: both net values 0, and the menu lacks a start or
 * the escalation 0; the user is then indifferent to everything, and the provider's optimum may lie at a
 * persistence inside (0, 1).
 */
export function cascadeProblem<N>(
  game: Game<N>,
  cascade: Cascade<N>,
  attempts: readonly Attempt<N>[],
): LeaderProblem<N> | null {
  const { arithmetic: ar, chain, provider } = game
  const { pair, low, high } = cascade
  const certain = ar.sign(pair.first.failure) === 0
  const signs = [ar.sign(pair.first.netValue), ar.sign(pair.second.netValue)] as const
  const indifferent = !certain && cascade.startsFirst && signs[0] === 0 && signs[1] === 0
  if (indifferent && (!cascade.startsSecond || ar.sign(low) !== 0)) return null
  const made = new Map<TieRule, readonly Offer<N>[]>()
  const offers = (ties: TieRule): readonly Offer<N>[] => {
    const all = made.get(ties) ?? cascadeOffers(cascade, ties)
    made.set(ties, all)
    return indifferent && ties === 'weak' ? all.filter(isWithoutEscalation) : all
  }
  const [zero, one] = [ar.from(0), ar.from(1)]
  const idle = ar.sign(low) === 0 ? zero : equal(ar, high, one) ? one : low
  return {
    arithmetic: ar,
    penalty: provider.penalty,
    ties: provider.ties,
    starts: chain.starts,
    regime: regimeOf(ar, attempts),
    offers,
    cascade,
    curve: curveOf(cascade, offers('strong')),
    variables: (escalation) => chain.variables.map(() => escalation ?? idle),
    replies: (option, escalation) => repliesTo(cascade, option, escalation ?? idle),
    constant: () => certain || equal(ar, costOfPass(ar, pair.first), costOfPass(ar, pair.second)),
  }
}

/** `+-`, with `0` for a zero. */
function regimeOf<N>(ar: Arithmetic<N>, attempts: readonly Attempt<N>[]): string {
  return attempts.map(({ netValue }) => ['-', '0', '+'][ar.sign(netValue) + 1] ?? '').join('')
}

/** Against a user to whom all is equal, escalating never helps the provider. */
function isWithoutEscalation<N>(offer: Offer<N>): boolean {
  return offer.kind === 'start' || (offer.kind === 'point' && offer.place.name === 'zero')
}

function curveOf<N>({ pair }: Cascade<N>, offers: readonly Offer<N>[]): Curve<N> | null {
  const ar = pair.arithmetic
  for (const offer of offers) {
    if (offer.kind !== 'open' || offer.leave !== null || offer.limits.length > 0) continue
    const end = (name: string, otherwise: number): number => {
      const inside = offers.find((each) => each.kind === 'point' && each.place.name === name)
      const reply = inside?.kind === 'point' ? inside.options[0] : undefined
      return reply === undefined ? otherwise : ar.toNumber(reply.persistence)
    }
    const to = offer.from.name === 'low' ? end('low', 1) : 1
    const from = offer.to.name === 'high' ? end('high', 0) : 0
    if (from < to) return { pair, from, to }
  }
  return null
}

/** At a threshold the replies are known from how it came about, and the numbers need not be asked. */
function repliesTo<N>({ pair, first }: Cascade<N>, option: Option<N>, escalation: N): PersistenceSet<N> {
  if (option.start !== first) return bestResponseToOne(pair.arithmetic, pair.second)
  if (option.reply === 'between') return { kind: 'point', at: option.persistence }
  if (option.id.endsWith('(sL)')) {
    const certain = pair.arithmetic.sign(pair.second.failure) === 0
    return certain ? { kind: 'all' } : { kind: 'point', at: option.persistence }
  }
  if (option.id.endsWith('(s0)')) {
    const certain = pair.arithmetic.sign(pair.second.failure) === 0
    return certain ? { kind: 'all' } : { kind: 'ends' }
  }
  return bestResponse(pair, 'first', escalation)
}
