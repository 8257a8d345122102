import { outcomeOf } from '../play/outcome.ts'
import type { Side } from '../play/side.ts'
import { byModel } from './by-model.ts'
import { byPersistence } from './by-persistence.ts'
import type { BestReplies } from './favourites.ts'
import { byAttempts } from './by-attempts.ts'

/**
 * All best replies of a user to a route: what she would do, worked out here and not looked up, whatever she sees, the
 * choice not to begin included.
 *
 * @throws Undecided where inputs known only within an enclosure do not tell
 */
export function bestReplies<N>(
  side: Side<N>,
  transitions: readonly (readonly N[])[],
  start: number,
): BestReplies<N> {
  const { arithmetic: ar, user } = side
  const found = begun(side, transitions, start)
  if (user.outside === null) return found
  const order = ar.sign(ar.sub(found.utility, user.outside))
  if (order > 0) return found
  const reply = { kind: 'outside' } as const
  const outcome = outcomeOf(side, transitions, start, reply)
  const absent = outcome === null ? [] : [{ reply, outcome }]
  return order < 0
    ? { utility: user.outside, best: absent, set: null, exact: true }
    : { ...found, best: [...found.best, ...absent] }
}

function begun<N>(side: Side<N>, transitions: readonly (readonly N[])[], start: number): BestReplies<N> {
  switch (side.user.sees) {
    case 'nothing':
      return byPersistence(side, transitions, start)
    case 'model':
      return byModel(side, transitions, start)
    case 'attempts':
      return byAttempts(side, transitions, start)
  }
}
