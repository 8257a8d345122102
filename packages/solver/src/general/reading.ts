import { Undecided } from '@plumbline/game'
import { netValue } from '../chain/netValue.ts'
import type { BestReplies } from '../follower/general/best-replies.ts'
import { ordersOf, type Orders } from '../misalignment/orders.ts'
import { weighted, type Announcement } from './announce.ts'
import type { Posed } from './posed.ts'

/** Signs of the net values in the menu's order, tasks of unequal kinds averaged: `+-`. */
export function regimeOf<N>(game: Posed<N>['game'], index: number): string {
  const { arithmetic: ar, chain, models, users } = game
  const user = users[index]
  if (user === undefined) throw new RangeError(`no user ${String(index)}`)
  return chain.states
    .map(({ model }) => {
      const played = models[model]
      if (played === undefined) throw new TypeError('a state without its model')
      const sign = ar.sign(netValue(game, played, user))
      return sign > 0 ? '+' : sign < 0 ? '-' : '0'
    })
    .join('')
}

/** `C` and `P (1 - S)`, weighted. */
export function shares<N>(
  { game }: Posed<N>,
  { replies }: Announcement<N>,
): { readonly serving: N; readonly loss: N; readonly success: N } {
  const { arithmetic: ar, provider } = game
  const of = (read: (reply: BestReplies<N>) => N | null): N =>
    weighted(game, (_, index) => {
      const reply = replies[index]
      return (reply === undefined ? null : read(reply)) ?? ar.from(0)
    })
  const success = of(({ payoffs }) => payoffs.success)
  return {
    serving: of(({ payoffs }) => payoffs.serving),
    loss: ar.mul(provider.penalty, ar.sub(ar.from(1), success)),
    success,
  }
}

/** How the two sides rank the models; null where that is open, or a model never succeeds. */
export function orders<N>({ game }: Posed<N>): Orders | null {
  if (game.models.some(({ success }) => game.arithmetic.sign(success) === 0)) return null
  try {
    return ordersOf(game)
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return null
  }
}
