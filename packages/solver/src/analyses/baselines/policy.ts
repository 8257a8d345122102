import type { Game } from '@plumbline/game'
import { announce, type Announcement } from '../../general/announce.ts'
import { pose } from '../../general/posed.ts'

/**
 * A policy that tries models in a fixed order, whatever the menu allows: after each failure that a user answers with a
 * re-prompt the next of them, and the last for all further attempts. Users know it and answer it as is best for them.
 *
 * @param order indices of models, at least one
 */
export function playInOrder<N>(game: Game<N>, order: readonly number[]): Announcement<N> {
  const { arithmetic: ar, models } = game
  const states = order.map((model) => ({ name: models[model]?.name ?? '', model }))
  const last = states.length - 1
  const chain: Game<N>['chain'] = {
    states,
    starts: [0],
    chooser: 'provider',
    variables: [],
    transitions: states.map((_, state) => [
      { to: Math.min(state + 1, last), constant: ar.from(1), terms: [] },
    ]),
  }
  return announce(pose({ ...game, chain }), { start: 0, variables: [] })
}
