import type { Box } from './box.ts'
import { meanValueBound, meanValues, reducedGradient, type MeanValues } from './mean-value.ts'
import type { BoundedCell, Side } from './node.ts'

/** One cell of replies over a box. */
interface Bounder {
  /** A lower bound of the cost less `τ·(x - x0)`. */
  readonly tilted: (tilt: readonly number[]) => number
  readonly gradient: readonly number[]
}

/**
 * A lower bound of the users' weighted cost over a small box. Bounded one by one, each user would have the provider pick a
 * route of the box to her own; so a linear function of the route is moved from user to user, `Σ_k w_k τ_k = 0`, such
 * that all costs slope alike, and what is lost by bounding them one by one is of second order in the width of the box.
 */
export function jointBound(sides: readonly Side[], start: number, box: Box): number {
  const bounders = sides.map((side) => side.cells.map((bounded) => bounderOf(side, start, box, bounded)))
  if (bounders.some((list) => list.length === 0)) return Infinity
  const flat = box.low.map(() => 0)
  const gradients = bounders.map(([decisive]) => decisive?.gradient ?? flat)
  const mean = flat.map((_, k) =>
    sides.reduce((total, { player }, index) => total + player.weight * (gradients[index]?.[k] ?? 0), 0),
  )
  return sides.reduce((total, { player }, index) => {
    const tilt = flat.map((_, k) => (gradients[index]?.[k] ?? 0) - (mean[k] ?? 0))
    const least = (bounders[index] ?? []).reduce((low, bound) => Math.min(low, bound.tilted(tilt)), Infinity)
    return total + player.weight * least
  }, 0)
}

function bounderOf({ player, sure }: Side, start: number, box: Box, { cell, value }: BoundedCell): Bounder {
  const forms = cell.kind === 'persistence' ? meanValues(player, box, start, cell.low, cell.high) : null
  const least = (tilt: readonly number[]): number => value - lean(box, tilt)
  if (cell.kind !== 'persistence' || forms === null) {
    return { tilted: least, gradient: box.low.map(() => 0) }
  }
  const leaves = cell.high === 0
  const near = leaves ? { ...forms, slope: nothing(forms) } : forms
  return {
    tilted: (tilt) => Math.max(least(tilt), meanValueBound(near, sure?.utility ?? null, tilt)),
    gradient: reducedGradient({ ...near, atEnd: near.atEnd || leaves }),
  }
}

/** To leave at once is a best reply whatever the slope inside: it says nothing. */
function nothing({ slope }: MeanValues): MeanValues['slope'] {
  return { centre: 0, slopes: slope.slopes.map(() => [0, 0]) }
}

function lean({ low, high }: Box, tilt: readonly number[]): number {
  return tilt.reduce((total, each, k) => total + Math.abs(each) * (((high[k] ?? 0) - (low[k] ?? 0)) / 2), 0)
}
