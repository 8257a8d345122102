import type { Game, NumericUser } from '@plumbline/game'
import { processOf } from '../process/process.ts'
import { rowsOf, type Row } from '../search/box.ts'
import type { SearchProblem } from '../search/search-problem.ts'
import { playerOf, type Interest } from '../search/player.ts'
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
