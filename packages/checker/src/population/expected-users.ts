import { sum, type Game, type GameInstance, type NumericUser } from '@plumbline/game'
import type { Answer, Case } from '../case.ts'
import type { Expected } from '../document/difference.ts'
import { regimeOf, userEntry } from '../expected/users.ts'
import { routeKey } from '../expected/route.ts'

/** The shares of types at which the document tells utility and gap. */
const levels = [0.05, 0.25, 0.5, 0.75, 0.95]

/** A user's types. */
interface Group<N> {
  readonly members: readonly {
    readonly user: NumericUser<N>
    readonly answer: Answer<N>
    readonly place: number
  }[]
  readonly weight: N
  readonly mean: (of: (member: Group<N>['members'][number]) => N) => N
}

function groupsOf<N>(
  { game, answers }: Case<N>,
  declared: readonly number[],
  count: number,
): readonly Group<N>[] {
  const { arithmetic: ar } = game
  const groups = Array.from({ length: count }, (): Group<N>['members'][number][] => [])
  for (const [place, user] of game.users.entries()) {
    const answer = answers[place]
    if (answer !== undefined) groups[declared[place] ?? 0]?.push({ user, answer, place })
  }
  return groups.map((members) => {
    const weight = sum(
      ar,
      members.map(({ user }) => user.weight),
    )
    const mean: Group<N>['mean'] = (of) =>
      ar.div(
        sum(
          ar,
          members.map((member) => ar.mul(member.user.weight, of(member))),
        ),
        weight,
      )
    return { members, weight, mean }
  })
}

/** The game with one user for each that is declared: the mean of her types. */
export function meanGame<N>(one: Case<N>, instance: GameInstance, declared: readonly number[]): Game<N> {
  const users = groupsOf(one, declared, instance.users.length).map(({ members, weight, mean }) => {
    const [first] = members
    if (first === undefined) throw new TypeError('a user without types')
    const value = mean(({ user }) => user.value)
    return { ...first.user, weight, value, patience: mean(({ user }) => user.patience) }
  })
  return { ...one.game, users }
}

/** What the document must say of each declared user: means over her types, and how these differ. */
export function populationEntries<N>(one: Case<N>, declared: readonly number[]): readonly Expected[] {
  const { game, instance } = one
  const { arithmetic: ar } = game
  return groupsOf(one, declared, instance.users.length).map(({ members, weight, mean }, index): Expected => {
    const [first, ...others] = members
    if (first === undefined) throw new TypeError('a user without types')
    if (others.length === 0)
      return userEntry(one, first.answer, first.place, instance.users[index]?.label ?? null)
    const number = (of: (answer: Answer<N>) => N): number => ar.toNumber(mean(({ answer }) => of(answer)))
    const regimes = new Set(members.map(({ user }) => regimeOf(game, user)))
    const gapOf = ({ best, played }: Answer<N>): N => ar.sub(best.utility, played.outcome.utility)
    const leaving = ({ played: { reply } }: Answer<N>): N | null =>
      reply.kind === 'stationary' ? ar.sub(ar.from(1), reply.persistence) : null
    const utilities = members.map(({ answer }) => ar.toNumber(answer.played.outcome.utility))
    const gaps = members.map(({ answer }) => ar.toNumber(gapOf(answer)))
    return {
      name: first.user.name,
      label: instance.users[index]?.label ?? null,
      weight: ar.toNumber(weight),
      regime: regimes.size === 1 ? regimeOf(game, first.user) : 'mixed',
      begins: true,
      abandonment: members.every(({ answer }) => leaving(answer) !== null)
        ? number((answer) => leaving(answer) ?? ar.from(0))
        : null,
      abandonmentSet: null,
      success: number(({ played }) => played.outcome.success),
      latency: number(({ played }) => played.outcome.latency),
      attempts: number(({ played }) => played.outcome.total),
      utility: number(({ played }) => played.outcome.utility),
      best: { utility: number(({ best }) => best.utility), route: routeKey(game, first.answer.best.route) },
      gap: number(gapOf),
      types: members.length,
      losing: number((answer) => ar.from(ar.toNumber(gapOf(answer)) > 0 ? 1 : 0)),
      quantiles: { levels, utility: quantiles(utilities), gap: quantiles(gaps) },
    }
  })
}

/** For each level the least value that such a share of all, or more, does not exceed. */
function quantiles(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((x, y) => x - y)
  return levels.map((level) => {
    const enough = Math.ceil(level * sorted.length * (1 - 1e-12))
    return sorted[Math.max(0, enough - 1)] ?? 0
  })
}
