import { compare, sum, type Game, type NumericUser } from '@plumbline/game'
import { netValue, servingCost } from '../../chain/netValue.ts'
import type { ClosedVerdict } from './closed-verdict.ts'

/** What one user does with one model for every attempt, and what comes of it. */
interface Answer<N> {
  readonly word: 'stays' | 'leaves' | 'does not begin'
  readonly utility: N
  readonly cost: N
}

/**
 * What a game comes to in which every attempt is made with the model of the first: any number of users, with or without an outside
 * option. A user stays where an attempt is worth something (`U = ξ/p`), leaves where it costs her (`U = ξ`) and begins where that is
 * not less than staying away; all that decides are signs of rational functions of the game's numbers.
 *
 * @returns null for other games, and where ties of users go against the provider
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function staticVerdict<N>(game: Game<N>): ClosedVerdict<N> | null {
  if (!isStatic(game)) return null
  const { arithmetic: ar, chain, users } = game
  const answers = chain.starts.map((start) => users.map((user) => answerOf(game, start, user, null)))
  const cost = (row: readonly Answer<N>[]): N => weighted(game, row, (answer) => answer.cost)
  const utility = (row: readonly Answer<N>[]): N => weighted(game, row, (answer) => answer.utility)
  const indices = chain.starts.map((_, index) => index)
  const best = users.map((_, user) => bestOf(indices, (index) => pick(answers, index, user).utility, ar))
  const nameOf = (index: number): string => chain.states[chain.starts[index] ?? -1]?.name ?? ''
  const routeOf = (index: number) => {
    return { start: chain.starts[index] ?? 0, variables: [] }
  }
  if (chain.chooser === 'user') {
    const picks = users.map((_, user) => {
      const most = pick(answers, best[user] ?? 0, user).utility
      const equal = indices.filter((index) => compare(ar, pick(answers, index, user).utility, most) === 0)
      return bestOf(equal, (index) => ar.neg(pick(answers, index, user).cost), ar)
    })
    return {
      id: null,
      start: picks.map(nameOf).join(),
      steps: '',
      replies: users.map((_, user) => pick(answers, picks[user] ?? 0, user).word),
      gap: false,
      throttling: null,
      route: users.length === 1 ? routeOf(picks[0] ?? 0) : null,
    }
  }
  const rows = answers.map((row) => ({ row, cost: cost(row) }))
  const least = bestOf(indices, (index) => ar.neg(rows[index]?.cost ?? ar.from(0)), ar)
  const lowest = rows[least]?.cost ?? ar.from(0)
  const cheapest = indices.filter((index) => compare(ar, rows[index]?.cost ?? lowest, lowest) === 0)
  const chosen = bestOf(cheapest, (index) => utility(answers[index] ?? []), ar)
  return {
    id: null,
    start: nameOf(chosen),
    steps: '',
    replies: users.map((_, user) => pick(answers, chosen, user).word),
    gap: users.some((_, user) => {
      const [most, now] = [pick(answers, best[user] ?? 0, user), pick(answers, chosen, user)]
      return compare(ar, most.utility, now.utility) > 0
    }),
    throttling: indices.some((index) =>
      slowedAnswers(game, chain.starts[index] ?? 0).some((row) => compare(ar, cost(row), lowest) < 0),
    ),
    route: routeOf(chosen),
  }
}

function isStatic<N>({ arithmetic: ar, chain, tasks, models, users, provider }: Game<N>): boolean {
  return (
    chain.variables.length === 0 &&
    chain.transitions.every((row, state) => row.every(({ to }) => to === state)) &&
    tasks.length === 0 &&
    models.every(({ later, success }) => later.length === 0 && ar.sign(success) > 0) &&
    users.every(({ rationality }) => rationality === null) &&
    provider.throttle === null &&
    provider.routing === 'announced' &&
    provider.ties === 'strong'
  )
}

/** @param latency of an attempt; null for as it is */
function answerOf<N>(game: Game<N>, state: number, user: NumericUser<N>, latency: N | null): Answer<N> {
  const { arithmetic: ar, chain, models, provider } = game
  const model = models[chain.states[state]?.model ?? -1]
  if (model === undefined) throw new RangeError(`no state ${String(state)}`)
  const { success } = model
  const worth = netValue(game, latency === null ? model : { ...model, latency }, user)
  const serving = servingCost(game, model)
  const failure = ar.sub(ar.from(1), success)
  const stays: Answer<N> = {
    word: 'stays',
    utility: ar.div(worth, success),
    cost: ar.div(serving, success),
  }
  const leaves: Answer<N> = {
    word: 'leaves',
    utility: worth,
    cost: ar.add(serving, ar.mul(provider.penalty, failure)),
  }
  const cheaper = (one: Answer<N>, other: Answer<N>): Answer<N> =>
    compare(ar, other.cost, one.cost) < 0 ? other : one
  const sign = ar.sign(failure) === 0 ? 1 : ar.sign(worth)
  const begun = sign > 0 ? stays : sign < 0 ? leaves : cheaper(stays, leaves)
  const { outside } = user
  if (outside === null) return begun
  const absent: Answer<N> = { word: 'does not begin', utility: outside, cost: provider.penalty }
  const order = compare(ar, begun.utility, outside)
  return order > 0 ? begun : order < 0 ? absent : cheaper(begun, absent)
}

/** All users' answers to a model at each latency, greater than its own, at which one of them changes her answer. */
function slowedAnswers<N>(game: Game<N>, state: number): readonly (readonly Answer<N>[])[] {
  const { arithmetic: ar, chain, models, users } = game
  const model = models[chain.states[state]?.model ?? -1]
  if (model === undefined) return []
  const { success, latency, price } = model
  const turns = users.flatMap(({ value, patience, outside }): readonly N[] => {
    if (ar.sign(patience) === 0) return []
    const nothing = ar.sub(ar.mul(value, success), price)
    const wait = (worth: N): N => ar.div(ar.sub(nothing, worth), patience)
    const away = outside === null ? [] : [wait(outside), wait(ar.mul(outside, success))]
    return [wait(ar.from(0)), ...away]
  })
  return turns
    .filter((turn) => compare(ar, turn, latency) > 0)
    .map((turn) => users.map((user) => answerOf(game, state, user, turn)))
}

function weighted<N>(game: Game<N>, row: readonly Answer<N>[], of: (answer: Answer<N>) => N): N {
  const { arithmetic: ar, users } = game
  return sum(
    ar,
    row.map((answer, user) => ar.mul(users[user]?.weight ?? ar.from(0), of(answer))),
  )
}

function pick<N>(answers: readonly (readonly Answer<N>[])[], index: number, user: number): Answer<N> {
  const found = answers[index]?.[user]
  if (found === undefined) throw new RangeError(`no answer of user ${String(user)}`)
  return found
}

/** The first of those for which something is greatest. */
function bestOf<N>(indices: readonly number[], of: (index: number) => N, ar: Game<N>['arithmetic']): number {
  return indices.reduce(
    (best, index) => (compare(ar, of(index), of(best)) > 0 ? index : best),
    indices[0] ?? 0,
  )
}
