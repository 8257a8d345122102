import { float, mapGame, type Game, type GameInstance } from '@plumbline/game'
import type { SolvedNumbers } from '../../document/solved.ts'
import { ordersOf } from '../../misalignment/orders.ts'

/** A kind of route: its start, and for the states that a task may come to whether failures there move on. */
export interface RouteKind {
  readonly start: string
  readonly escalates: Readonly<Record<string, 'never' | 'sometimes' | 'always'>>
}

/** What a draw of the numbers makes of the game. */
export interface OutcomeAt {
  /** Null where users choose their models. */
  readonly route: RouteKind | null
  readonly variables: readonly number[]
  readonly start: number
  readonly users: readonly { readonly regime: string; readonly behaviour: string }[]
  readonly loses: boolean
  /** Null where it is not known. */
  readonly throttling: boolean | null
  readonly conflict: boolean
  readonly cost: number
  readonly gap: number
  readonly utility: number
  /** The game in doubles. */
  readonly game: Game<number>
}

/** Reads off a solved game what uncertainty is asked about. */
export function outcomeAt<N>(solved: SolvedNumbers<N>): OutcomeAt {
  const { game, route, users, provider, gap, throttling } = solved
  const { arithmetic: ar } = game
  return {
    route: route === null ? null : kindOf(solved, route.start, route.variables),
    variables: (route?.variables ?? []).map((value) => ar.toNumber(value)),
    start: route?.start ?? -1,
    users: users.map(({ regime, reply }) => ({ regime, behaviour: behaviourOf(game, reply) })),
    loses: ar.sign(gap) > 0,
    throttling: throttling?.pays ?? null,
    conflict: ordersOf(game).conflict,
    cost: ar.toNumber(provider.cost),
    gap: ar.toNumber(gap),
    utility: users.reduce(
      (total, { utility }, index) =>
        total + ar.toNumber(game.users[index]?.weight ?? ar.from(0)) * ar.toNumber(utility),
      0,
    ),
    game: mapGame(game, float, (n) => ar.toNumber(n)),
  }
}

function kindOf<N>({ game }: SolvedNumbers<N>, start: number, variables: readonly N[]): RouteKind {
  const { arithmetic: ar, chain } = game
  const reached = new Set([start])
  const escalates: (readonly [string, 'never' | 'sometimes' | 'always'])[] = []
  for (const state of reached) {
    let onward = ar.from(0)
    let moves = false
    for (const { to, constant, terms } of chain.transitions[state] ?? []) {
      if (to === state) continue
      const probability = terms.reduce(
        (total, { variable, coefficient }) =>
          ar.add(total, ar.mul(coefficient, variables[variable] ?? ar.from(0))),
        constant,
      )
      moves = true
      onward = ar.add(onward, probability)
      if (ar.sign(probability) > 0) reached.add(to)
    }
    if (!moves) continue
    const share = ar.toNumber(onward)
    escalates.push([
      chain.states[state]?.name ?? '',
      share <= 1e-9 ? 'never' : share >= 1 - 1e-9 ? 'always' : 'sometimes',
    ])
  }
  return { start: chain.states[start]?.name ?? '', escalates: Object.fromEntries(escalates) }
}

/** What users do, in a word. */
function behaviourOf<N>(
  { arithmetic: ar }: Game<N>,
  reply: SolvedNumbers<N>['users'][number]['reply'],
): string {
  switch (reply.kind) {
    case 'stationary': {
      if (ar.sign(reply.persistence) === 0) return 'leaves'
      return ar.sign(ar.sub(reply.persistence, ar.from(1))) === 0 ? 'stays' : 'leaves now and then'
    }
    case 'outside':
      return 'does not begin'
    case 'split':
    case 'mixed':
      return 'some stay, some leave'
    case 'mean': {
      const { abandonment } = reply
      if (abandonment === null) return 'differs'
      if (ar.sign(abandonment) === 0) return 'stays'
      return ar.sign(ar.sub(abandonment, ar.from(1))) === 0 ? 'leaves' : 'differs'
    }
    case 'leaves-after': {
      const { failures } = reply
      if (failures === null) return 'stays'
      return failures === 1 ? 'leaves' : `leaves after ${String(failures)} failures`
    }
    case 'by-state': {
      const known = reply.persistence.flatMap((each) => (each === null ? [] : [ar.sign(each)]))
      if (known.every((sign) => sign === 0)) return 'leaves'
      const stays = reply.persistence.every(
        (each) => each === null || ar.sign(ar.sub(each, ar.from(1))) === 0,
      )
      return stays ? 'stays' : 'differs by model'
    }
  }
}

/** Whether the game has a provider that announces a route. */
export function announces({ provider, menu }: GameInstance): boolean {
  return menu.chain.chooser === 'provider' && provider.routing.word === 'announced'
}
