import type { Game, NumericUser } from '@plumbline/game'
import type { Answer, Case } from '../case.ts'
import type { Expected } from '../document/difference.ts'
import { stepOf } from '../play/side.ts'
import { leaving, replyEntries } from './answer.ts'
import { routeKey } from './route.ts'

/** What the document must say of each user. */
export function userEntries<N>(one: Case<N>): readonly Expected[] {
  return one.answers.map((answer, index) =>
    userEntry(one, answer, index, one.instance.users[index]?.label ?? null),
  )
}

/**
 * What the document must say of one user.
 *
 * @param index her place in the game
 * @param label by which she is declared
 */
export function userEntry<N>(
  { game, route }: Case<N>,
  answer: Answer<N>,
  index: number,
  label: string | null,
): Expected {
  const { arithmetic: ar, users } = game
  const user = users[index]
  if (user === undefined) throw new TypeError('an answer without its user')
  const { replies, played, best } = answer
  const { outcome } = played
  const { begins, abandonment, abandonmentBy } = replyEntries(game, played)
  return {
    name: user.name,
    label,
    weight: ar.toNumber(user.weight),
    regime: regimeOf(game, user),
    begins,
    abandonment,
    abandonmentSet:
      replies.set === null || played.reply.kind === 'outside'
        ? null
        : replies.set.map(({ from, to }) => [leaving(ar, to), leaving(ar, from)]).toReversed(),
    ...(abandonmentBy === undefined ? {} : { abandonmentBy }),
    success: ar.toNumber(outcome.success),
    latency: ar.toNumber(outcome.latency),
    attempts: ar.toNumber(outcome.total),
    utility: ar.toNumber(outcome.utility),
    ...(route === null ? { route: routeKey(game, answer.route) } : {}),
    best: {
      utility: ar.toNumber(best.utility),
      route: routeKey(game, best.route),
    },
    gap: ar.toNumber(ar.sub(best.utility, outcome.utility)),
  }
}

/** Signs of what an attempt is worth to a user, in the menu's order. */
export function regimeOf<N>(game: Game<N>, user: NumericUser<N>): string {
  const { arithmetic: ar, chain, models } = game
  return chain.states
    .map(({ model }) => {
      const played = models[model]
      if (played === undefined) throw new TypeError('a state without its model')
      return ['-', '0', '+'][ar.sign(stepOf(game, user, played).worth) + 1] ?? ''
    })
    .join('')
}
