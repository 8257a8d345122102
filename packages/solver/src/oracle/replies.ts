import { play, type Announced, type Payoff, type Table } from './table.ts'

/** What the user gets at best, and what the provider pays at her best replies: least and most. */
export interface Replies {
  readonly utility: number
  readonly least: number
  readonly most: number
}

const grid = Array.from({ length: 17 }, (_, index) => 1 - (1 - index / 16) ** 2)

/**
 * Best replies to an announcement, up to rounding: a grid of persistences, golden sections around its best.
 *
 * @param also persistences to try as well
 * @param slack how much less than the best still counts as a tie, relative to the size of the values
 */
export function replies(
  game: Table,
  announced: Announced,
  slack = 1e-12,
  also: readonly number[] = [],
): Replies {
  const even = grid.map((r) => play(game, announced, r))
  const tried = [...even, ...also.map((r) => play(game, announced, r))]
  const top = even.reduce((best, each, index) => (each.U > (even[best]?.U ?? 0) ? index : best), 0)
  const found = rises(game, announced, top, even[top]?.U ?? 0)
    ? [...tried, refined(game, announced, grid[top - 1] ?? 0, grid[top + 1] ?? 1)]
    : tried
  const utility = Math.max(...found.map(({ U }) => U))
  const size = Math.max(...found.map(({ U }) => Math.abs(U)), game.V * Math.max(...game.p))
  const best = found.filter(({ U }) => U >= utility - slack * size).map(({ J }) => J)
  return { utility, least: Math.min(...best), most: Math.max(...best) }
}

/** Whether the utility may be greater beside the best of the grid: always inside, at an end if it rises inward. */
function rises(game: Table, announced: Announced, top: number, utility: number): boolean {
  if (top > 0 && top < grid.length - 1) return true
  return play(game, announced, top === 0 ? 1e-7 : 1 - 1e-7).U > utility
}

function refined(game: Table, announced: Announced, from: number, to: number): Payoff {
  let [low, high] = [from, to]
  for (let step = 0; step < 45; step += 1) {
    const [x, y] = [low + (high - low) * 0.382, low + (high - low) * 0.618]
    if (play(game, announced, x).U < play(game, announced, y).U) low = x
    else high = y
  }
  return play(game, announced, (low + high) / 2)
}
