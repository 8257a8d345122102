import { compare, sum, type Arithmetic, type Game } from '@plumbline/game'
import { eliminate } from '../play/elimination.ts'
import type { Side, Step } from '../play/side.ts'
import { leastOf, rowsOf, type Box, type Row } from './rows.ts'

const mostRounds = 200

/**
 * A bound of what any route of the menu is worth to a user, whatever she replies: as if after every failure she chose anew
 * where it leads and whether to go on, knowing the kind of task. `v_i = ξ_i + a_i max(0, max_K (K v)_i)`, by policy
 * iteration; what it found is a bound because the last round improved nothing.
 *
 * @returns null where it is not found
 */
export function mostUtility<N>(game: Game<N>, side: Side<N>): N | null {
  const { arithmetic: ar, chain } = game
  const rows = rowsOf(ar, chain)
  const box = { low: chain.variables.map(({ low }) => low), high: chain.variables.map(({ high }) => high) }
  const byKind = side.kinds.map(({ weight, stages }) => ({ weight, values: valuesOf(ar, rows, box, stages) }))
  if (byKind.some(({ values }) => values === null)) return null
  const worth = chain.starts.map((start) =>
    sum(
      ar,
      byKind.map(({ weight, values }) => ar.mul(weight, values?.[start] ?? ar.from(0))),
    ),
  )
  const { outside } = side.user
  return [...worth, ...(outside === null ? [] : [outside])].reduce((most, value) =>
    compare(ar, value, most) > 0 ? value : most,
  )
}

/** Values of the first attempt's states. */
function valuesOf<N>(
  ar: Arithmetic<N>,
  rows: readonly Row<N>[],
  box: Box<N>,
  stages: readonly (readonly Step<N>[])[],
): readonly N[] | null {
  const last = stages.at(-1) ?? []
  const settled = settle(ar, rows, box, last)
  if (settled === null) return null
  return stages.slice(0, -1).reduceRight<readonly N[]>((following, steps) => {
    const { rewards, moves } = choose(ar, rows, box, steps, following)
    return rewards.map((reward, i) =>
      (moves[i] ?? []).reduce((total, p, j) => ar.add(total, ar.mul(p, following[j] ?? ar.from(0))), reward),
    )
  }, settled)
}

function settle<N>(
  ar: Arithmetic<N>,
  rows: readonly Row<N>[],
  box: Box<N>,
  steps: readonly Step<N>[],
): readonly N[] | null {
  let values: readonly N[] = steps.map(({ worth }) => worth)
  for (let round = 0; round < mostRounds; round++) {
    const { rewards, moves } = choose(ar, rows, box, steps, values)
    // Columns of the system v = ξ + B v, as a row system of the transpose.
    const matrix = moves.map((_, j) =>
      moves.map((row, i) => ar.sub(ar.from(i === j ? 1 : 0), row[j] ?? ar.from(0))),
    )
    const next = eliminate(ar, matrix, rewards)?.solution
    if (next === undefined) return null
    const better = next.some((value, i) => compare(ar, value, values[i] ?? value) !== 0)
    values = next
    if (!better) return values
  }
  return null
}

/** The best move from each state, given what follows: `r a K`. */
function choose<N>(
  ar: Arithmetic<N>,
  rows: readonly Row<N>[],
  box: Box<N>,
  steps: readonly Step<N>[],
  following: readonly N[],
): { readonly rewards: readonly N[]; readonly moves: readonly (readonly N[])[] } {
  const negated = following.map((value) => ar.neg(value))
  const moves = rows.map((row, i) => {
    const best = leastOf(ar, row, box, negated)
    const goesOn = ar.sign(best.value) < 0 ? (steps[i]?.failure ?? ar.from(0)) : ar.from(0)
    return best.row.map((p) => ar.mul(p, goesOn))
  })
  return { rewards: steps.map(({ worth }) => worth), moves }
}
