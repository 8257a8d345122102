import type { Game } from '@plumbline/game'
import type { Crowd, Person } from '../leader/groups.ts'
import { order } from '../play/order.ts'
import { outcomeOf } from '../play/outcome.ts'
import type { Side } from '../play/side.ts'
import { transitionsOf, type Route } from '../play/transitions.ts'
import { bestReplies } from '../replies/best-replies.ts'
import type { BestReplies } from '../replies/favourites.ts'

/**
 * The best replies of one of many users of a cascade of two models: by her threshold where that settles it, and looked for among all
 * replies where she is torn or at a tie.
 */
export function repliesOf<N>(
  game: Game<N>,
  side: Side<N>,
  person: Person<N>,
  { pair }: Crowd<N>,
  route: Route<N>,
): BestReplies<N> {
  const { arithmetic: ar } = game
  const transitions = transitionsOf(game, route.variables)
  const escalation = route.variables[0] ?? pair.low
  const sign = route.start === pair.first ? staysAt(ar, person, escalation) : ar.sign(person.second.worth)
  if (sign === 0) return bestReplies(side, transitions, route.start)
  const reply = { kind: 'stationary', persistence: ar.from(sign > 0 ? 1 : 0) } as const
  const outcome = outcomeOf(side, transitions, route.start, reply)
  if (outcome === null) throw new TypeError('a task that does not end')
  return { utility: outcome.utility, best: [{ reply, outcome }], set: null, exact: true }
}

/** 1: she stays for certain; -1: she leaves; 0: neither is certain. */
function staysAt<N>(ar: Game<N>['arithmetic'], { manner }: Person<N>, s: N): number {
  switch (manner.kind) {
    case 'stays':
      return 1
    case 'leaves':
      return -1
    case 'rising':
      return order(ar, s, manner.at)
    case 'falling':
      return order(ar, manner.at, s)
    case 'torn':
      return order(ar, s, manner.from) < 0 ? 1 : order(ar, s, manner.to) > 0 ? -1 : 0
  }
}
