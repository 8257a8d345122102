import type { Game, NumericUser } from '@plumbline/game'
import { processOf } from '../process/process.ts'
import { rowsOf, type Row } from '../search/box.ts'
import type { SearchProblem } from '../search/search-problem.ts'
import { playerOf, type Interest } from '../search/player.ts'
import type { Slowing } from '../search/slowing.ts'
import { weightedPlayer, type Weights } from '../search/weighted.ts'

/** Attempts that the search tells apart for a user who counts them; what lies beyond is bounded as one. */
const counted = 12

/**
 * What the provider may announce, and how each user answers, in doubles: for the search, not for verdicts.
 *
 * @param together whether users who answer alike are taken for one
 */
export function searchProblem(
  game: Game<number>,
  interest: Interest | Weights = 'provider',
  together = true,
): SearchProblem {
  const rows = rowsOf(game.chain)
  const { variables, starts } = game.chain
  return {
    players: (together ? apart(game.users) : game.users).map((user) => {
      const process = processOf(game, user)
      return typeof interest === 'string'
        ? playerOf(process, rows, stagesOf(user), interest)
        : weightedPlayer(process, rows, stagesOf(user), interest)
    }),
    starts,
    box: { low: variables.map(({ low }) => low), high: variables.map(({ high }) => high) },
    isRoute: (values) => rows.every((row) => isRow(row, values)),
  }
}

/** How far a model may be slowed down: by state of the chain, in units of latency; 0 for not at all. */
export interface Delays {
  readonly most: readonly number[]
  /** Whether that is a ceiling; else what half the way stands for. */
  readonly bounded: boolean
}

/** The same with latencies that the provider chooses, each as a further variable behind those of the menu. */
export function slowedProblem(game: Game<number>, delays: Delays): SearchProblem {
  const { variables, states } = game.chain
  const plain = searchProblem(game)
  const rows = rowsOf(game.chain)
  const models = [
    ...new Set(states.flatMap(({ model }, state) => ((delays.most[state] ?? 0) > 0 ? [model] : []))),
  ]
  const places = states.map(({ model }) => {
    const place = models.indexOf(model)
    return place < 0 ? -1 : variables.length + place
  })
  const slowing = ({ patience }: NumericUser<number>): Slowing => {
    return { variables: places, amounts: delays.most.map((most) => patience * most), bounded: delays.bounded }
  }
  return {
    ...plain,
    players: apart(game.users).map((user) =>
      playerOf(processOf(game, user), rows, stagesOf(user), 'provider', slowing(user)),
    ),
    box: {
      low: [...plain.box.low, ...models.map(() => 0)],
      high: [...plain.box.high, ...models.map(() => 1)],
    },
  }
}

/** Users who answer alike as one, with their weights together. */
function apart(users: readonly NumericUser<number>[]): readonly NumericUser<number>[] {
  const byKind = new Map<string, NumericUser<number>>()
  for (const user of users) {
    const { value, patience, outside, sees } = user
    const key = JSON.stringify([value, patience, outside, sees])
    const known = byKind.get(key)
    byKind.set(key, known === undefined ? user : { ...known, weight: known.weight + user.weight })
  }
  return [...byKind.values()]
}

function stagesOf({ sees }: NumericUser<number>): number {
  return sees === 'attempts' ? counted : 1
}

/** What rounding may make of a probability of 0. */
const speck = -1e-12

function isRow({ constant, effects }: Row, values: readonly number[]): boolean {
  const row = [...constant]
  for (const { variable, to, by } of effects) {
    for (const [index, state] of to.entries()) {
      row[state] = (row[state] ?? 0) + (by[index] ?? 0) * (values[variable] ?? 0)
    }
  }
  return row.every((p) => p >= speck)
}
