import type { Game } from '@plumbline/game'
import { order } from '../play/order.ts'
import type { Side } from '../play/side.ts'
import { transitionsOf } from '../play/transitions.ts'
import { bestReplies } from '../replies/best-replies.ts'

/** What users who pick their model themselves come to cost the provider, ties for it and against it. */
export interface Choices<N> {
  readonly strong: N
  readonly weak: N
}

/** Every user takes the start that is best for her, with a best reply; where several are, costs differ by the rule for ties. */
export function choicesOf<N>(game: Game<N>, sides: readonly Side<N>[]): Choices<N> {
  const { arithmetic: ar, chain, users } = game
  const variables = chain.variables.map(({ low }) => low)
  const zero: Choices<N> = { strong: ar.from(0), weak: ar.from(0) }
  return sides.reduce((total, side, index) => {
    const offers = chain.starts.map((start) => bestReplies(side, transitionsOf(game, variables), start))
    const most = offers.reduce<N | null>(
      (best, { utility }) => (best === null || order(ar, utility, best) > 0 ? utility : best),
      null,
    )
    const costs = offers.flatMap(({ utility, best }) =>
      most !== null && order(ar, utility, most) === 0 ? best.map(({ outcome }) => outcome.cost) : [],
    )
    const extreme = (sign: 1 | -1): N =>
      costs.reduce((kept, cost) => (sign * order(ar, cost, kept) < 0 ? cost : kept))
    const weight = users[index]?.weight ?? ar.from(0)
    return {
      strong: ar.add(total.strong, ar.mul(weight, extreme(1))),
      weak: ar.add(total.weak, ar.mul(weight, extreme(-1))),
    }
  }, zero)
}
