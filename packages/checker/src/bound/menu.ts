import { Undecided, type Game } from '@plumbline/game'
import { rowsOf, type Row } from '../leader/rows.ts'
import { enclosed } from '../play/enclosed.ts'
import { leastTimes, one, product, rough, spanOf, type Fixed, type Span } from './fixed.ts'

/** Ranges of the menu's variables. */
export interface Box {
  readonly low: readonly Fixed[]
  readonly high: readonly Fixed[]
}

/** A menu's transitions, with limits of each number, and in doubles for guesses. */
export interface Menu {
  readonly rows: readonly Row<Span>[]
  readonly rough: readonly Row<number>[]
  readonly box: Box
}

/** @returns null where the rows are not known exactly enough to add up to 1 */
export function menuOf<N>(game: Game<N>): Menu | null {
  try {
    return wholeMenu(game)
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return null
  }
}

function wholeMenu<N>({ arithmetic: ar, chain }: Game<N>): Menu | null {
  const rows = rowsOf(ar, chain)
  const isWhole = rows.every(({ constant, effects }) => {
    const total = (list: readonly N[]): N => list.reduce((sum, x) => ar.add(sum, x), ar.from(0))
    return (
      ar.sign(ar.sub(total(constant), ar.from(1))) === 0 &&
      effects.every(({ on }) => ar.sign(total(on)) === 0)
    )
  })
  if (!isWhole) return null
  const span = (x: N): Span => spanOf(enclosed(ar, x))
  return {
    rows: rows.map((row) => rowOf(row, span)),
    rough: rows.map((row) => rowOf(row, (x) => ar.toNumber(x))),
    box: {
      low: chain.variables.map(({ low }) => span(low).low),
      high: chain.variables.map(({ high }) => span(high).high),
    },
  }
}

function rowOf<A, B>({ constant, effects, shared }: Row<A>, to: (x: A) => B): Row<B> {
  return {
    constant: constant.map(to),
    effects: effects.map(({ variable, on }) => ({ variable, on: on.map(to) })),
    shared,
  }
}

/** A bound of `Σ_j K_j v_j` from below, for a row `K` of any route of a box. */
export function leastAfter(
  { constant, effects, shared }: Row<Span>,
  { low, high }: Box,
  v: readonly Fixed[],
): Fixed {
  const along = (list: readonly Span[]): Fixed =>
    list.reduce((sum, x, j) => sum + leastTimes(x, v[j] ?? 0n), 0n)
  const gains = effects.map(({ variable, on }) => {
    const [from, to] = [low[variable] ?? 0n, high[variable] ?? 0n]
    const least = along(on)
    const most = -along(on.map((x) => ({ low: -x.high, high: -x.low })))
    return { from, to, least, most }
  })
  const base = along(constant)
  if (!shared || gains.some(({ from }) => from < 0n)) {
    return gains.reduce((sum, { from, to, least, most }) => {
      const ends = [product(from, least), product(from, most), product(to, least), product(to, most)]
      return sum + ends.reduce((one, other) => (other < one ? other : one))
    }, base)
  }
  // Variables are probabilities that add up to 1 at most: the one that takes most off is raised first.
  let left = gains.reduce((rest, { from }) => rest - from, one)
  let sum = base
  for (const { from, to, least } of gains.toSorted((a, b) => (a.least < b.least ? -1 : 1))) {
    let value = from
    if (least < 0n && left > 0n) {
      const more = to - from < left ? to - from : left
      value += more
      left -= more
    }
    sum += product(value, least)
  }
  return sum
}

/** Whether a box holds no route: probabilities of one row that add up to more than 1. */
export function isEmpty({ rows }: Menu, { low }: Box): boolean {
  return rows.some(({ shared, effects }) => {
    return shared && effects.reduce((sum, { variable }) => sum + (low[variable] ?? 0n), 0n) > one
  })
}

/** The box in doubles. */
export function roughBox({ low, high }: Box): {
  readonly low: readonly number[]
  readonly high: readonly number[]
} {
  return { low: low.map(rough), high: high.map(rough) }
}
