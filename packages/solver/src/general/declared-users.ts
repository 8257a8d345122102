import type { GameInstance, NumericUser } from '@plumbline/game'
import { compareCosts } from '../leader/compare-costs.ts'
import type { SolvedGame, SolvedUser } from '../document/solved.ts'
import { summarise, type TypeOutcome } from '../population/summary.ts'
import { addNearly } from '../population/two-models/search-announced.ts'

/**
 * A game solved for types, told by declared users: means over the types of each, and how the types differ.
 *
 * @param declared for each user of the solved game the index of the declared one
 */
export function byDeclaredUser<N>(
  solved: SolvedGame<N>,
  declared: readonly number[],
  instance: GameInstance,
): SolvedGame<N> {
  if (declared.length === instance.users.length) return solved
  const { game } = solved
  const groups = instance.users.map((_, user) =>
    declared.flatMap((index, place) => (index === user ? [place] : [])),
  )
  return {
    ...solved,
    game: { ...game, users: groups.map((places) => meanUser(solved, places)) },
    users: groups.map((places) => together(solved, places)),
  }
}

function meanUser<N>(
  { game }: SolvedGame<N>,
  places: readonly number[],
): SolvedGame<N>['game']['users'][number] {
  const { arithmetic: ar, users } = game
  const [first] = places
  const user = users[first ?? -1]
  if (user === undefined) throw new TypeError('a declared user without types')
  const weight = places.reduce((sum, place) => ar.add(sum, users[place]?.weight ?? ar.from(0)), ar.from(0))
  const mean = (of: (one: NumericUser<N>) => N): N =>
    ar.div(
      places.reduce((sum, place) => {
        const one = users[place] ?? user
        return ar.add(sum, ar.mul(one.weight, of(one)))
      }, ar.from(0)),
      weight,
    )
  return { ...user, weight, value: mean(({ value }) => value), patience: mean(({ patience }) => patience) }
}

function together<N>({ game, users }: SolvedGame<N>, places: readonly number[]): SolvedUser<N> {
  const { arithmetic: ar } = game
  const types = places.flatMap((place) => {
    const [solved, user] = [users[place], game.users[place]]
    return solved === undefined || user === undefined ? [] : [{ solved, weight: user.weight }]
  })
  const [first, ...others] = types
  if (first === undefined) throw new TypeError('a declared user without types')
  if (others.length === 0) return first.solved
  const whole = types.reduce((sum, { weight }) => ar.add(sum, weight), ar.from(0))
  const mean = (of: (user: SolvedUser<N>) => N): N =>
    ar.div(
      types.reduce((sum, { solved, weight }) => addNearly(ar, sum, ar.mul(weight, of(solved))), ar.from(0)),
      whole,
    )
  const known = (of: (user: SolvedUser<N>) => N | null): N | null => {
    if (types.some(({ solved }) => of(solved) === null)) return null
    return mean((user) => of(user) ?? ar.from(0))
  }
  const dearest = types.reduce((one, other) => (compareCosts(ar, other.weight, one.weight) > 0 ? other : one))
  const regimes = new Set(types.map(({ solved }) => solved.regime))
  return {
    regime: regimes.size === 1 ? first.solved.regime : 'mixed',
    reply: { kind: 'mean', abandonment: known(leaving(ar)) },
    persistenceSet: null,
    success: mean(({ success }) => success),
    latency: known(({ latency }) => latency),
    attempts: known(({ attempts }) => attempts),
    utility: mean(({ utility }) => utility),
    route: null,
    best: { utility: mean(({ best }) => best.utility), route: dearest.solved.best.route },
    gap: mean(({ gap }) => gap),
    population: {
      ...summarise(types.map(({ solved, weight }) => outcomeOf(ar, solved, ar.toNumber(weight)))),
      losing: ar.toNumber(mean((user) => ar.from(ar.toNumber(user.gap) > 0 ? 1 : 0))),
    },
  }
}

function leaving<N>(ar: SolvedGame<N>['game']['arithmetic']): (user: SolvedUser<N>) => N | null {
  return ({ reply }) => (reply.kind === 'stationary' ? ar.sub(ar.from(1), reply.persistence) : null)
}

function outcomeOf<N>(
  ar: SolvedGame<N>['game']['arithmetic'],
  solved: SolvedUser<N>,
  weight: number,
): TypeOutcome {
  const number = (value: N | null): number | null => (value === null ? null : ar.toNumber(value))
  return {
    weight,
    abandonment: number(leaving(ar)(solved)),
    success: ar.toNumber(solved.success),
    latency: number(solved.latency),
    attempts: number(solved.attempts),
    utility: ar.toNumber(solved.utility),
    best: ar.toNumber(solved.best.utility),
    gap: ar.toNumber(solved.gap),
  }
}
