import type { Box } from './box.ts'
import { nearBound, reducedGradient } from './near-bound.ts'
import type { BoundedCell, Side } from './node.ts'

/**
 * A lower bound of the users' weighted cost over a small box. Bounded one by one, each user would have the provider pick a
 * route of the box to her own; so a linear function of the route is moved from user to user, `Σ_k w_k τ_k = 0`, such
 * that all costs slope alike, and what is lost by bounding them one by one is of second order in the width of the box.
 */
export function jointBound(sides: readonly Side[], box: Box): number {
  const flat = box.low.map(() => 0)
  const gradients = sides.map(({ cells: [decisive] }) =>
    decisive === undefined || decisive.near === null ? flat : reducedGradient(decisive.near),
  )
  if (gradients.every((gradient) => gradient === flat)) return -Infinity
  const mean = flat.map((_, k) =>
    sides.reduce((total, { player }, index) => total + player.weight * (gradients[index]?.[k] ?? 0), 0),
  )
  return sides.reduce((total, { player, cells }, index) => {
    const tilt = flat.map((_, k) => (gradients[index]?.[k] ?? 0) - (mean[k] ?? 0))
    const least = cells.reduce((low, cell) => Math.min(low, tilted(cell, box, tilt)), Infinity)
    return total + player.weight * least
  }, 0)
}

/** A lower bound of a cell's cost less `τ·(x - x0)`. */
function tilted({ value, near }: BoundedCell, { low, high }: Box, tilt: readonly number[]): number {
  const lean = tilt.reduce(
    (total, each, k) => total + Math.abs(each) * (((high[k] ?? 0) - (low[k] ?? 0)) / 2),
    0,
  )
  return near === null ? value - lean : Math.max(value - lean, nearBound(near, tilt).value)
}
