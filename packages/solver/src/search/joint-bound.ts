import type { Box } from './box.ts'
import { narrow, nearBound, reachesOf, reducedGradient, type Reaches } from './near-bound.ts'
import type { BoundedCell, Side } from './side.ts'

/** A lower bound of the users' weighted cost over a small box, and what of the box may cost less than was asked for. */
export interface JointBound {
  readonly value: number
  readonly reaches: Reaches
}

/** Users to whom the slope that is left over is given in turn. */
const mostAsked = 3

/**
 * A lower bound of the users' weighted cost over a small box. Bounded one by one, each user would have the provider pick a
 * route of the box to her own; so each cost is bounded less a linear function of the route, `J_k >= b_k + τ_k·(x - x0)` with
 * `τ_k` how it slopes at the centre, and what is lost by that is of second order in the width of the box. The slopes add
 * up to that of the whole cost, `Σ_k w_k τ_k`. Where the optimum is at the threshold of one user it is her condition that
 * holds the route there: then the whole slope is given to her, `τ_u - Σ_k w_k τ_k / w_u`, and weighed against it.
 *
 * @param enough costs from which on a route is of no use
 */
export function jointBound(sides: readonly Side[], { low, high }: Box, enough: number): JointBound | null {
  const radii = low.map((from, k) => ((high[k] ?? from) - from) / 2)
  const flat = low.map(() => 0)
  const tilts = sides.map(({ cells: [decisive] }) =>
    decisive === undefined || decisive.near === null ? flat : reducedGradient(decisive.near),
  )
  if (tilts.every((tilt) => tilt === flat)) return null
  const bounds = sides.map(({ cells }, index) =>
    cells.reduce(
      (least, cell) => Math.min(least, tilted(cell, radii, tilts[index] ?? flat, Infinity).value),
      Infinity,
    ),
  )
  const weights = sides.map(({ player }) => player.weight)
  const base = bounds.reduce((sum, bound, k) => sum + (weights[k] ?? 0) * bound, 0)
  const whole = flat.map((_, k) =>
    tilts.reduce((sum, tilt, index) => sum + (weights[index] ?? 0) * (tilt[k] ?? 0), 0),
  )
  const reaches = reachesOf(radii)
  let value = whole.reduce((rest, slope, k) => rest - (radii[k] ?? 0) * Math.abs(slope), base)
  const slopes = whole.map((slope) => [slope, slope] as const)
  if (enough < Infinity) narrow(reaches, radii, base, slopes, enough)
  const undecided = sides.flatMap((side, index) => (isUndecided(side) ? [index] : []))
  for (const index of undecided.slice(0, mostAsked)) {
    const weight = weights[index] ?? 0
    const others = base - weight * (bounds[index] ?? 0)
    const tilt = (tilts[index] ?? flat).map((slope, k) => slope - (whole[k] ?? 0) / weight)
    const cells = (sides[index]?.cells ?? []).map((cell) =>
      tilted(cell, radii, tilt, (enough - others) / weight),
    )
    value = Math.max(value, others + weight * Math.min(...cells.map((cell) => cell.value)))
    for (let k = 0; k < radii.length; k++) {
      const known = cells.flatMap(({ reaches: each }) => (each === null ? [] : [each]))
      const [from, to] = [known.map((each) => each.low[k] ?? 0), known.map((each) => each.high[k] ?? 0)]
      reaches.low[k] = Math.max(reaches.low[k] ?? 0, Math.min(...from))
      reaches.high[k] = Math.min(reaches.high[k] ?? 0, Math.max(...to))
    }
  }
  return { value, reaches }
}

/** Whether a user has more than one reply in the box, or one that is best in a part of it only. */
function isUndecided({ cells }: Side): boolean {
  const [decisive, ...others] = cells
  if (decisive === undefined || decisive.near === null) return false
  if (others.length > 0) return true
  const { leads, slope, radii } = decisive.near
  const forms = slope === null ? leads : [...leads, slope]
  return forms.some(({ centre, slopes }) => {
    const reach = radii.reduce((sum, radius, k) => {
      const [from, to] = slopes[k] ?? [0, 0]
      return sum + radius * Math.max(Math.abs(from), Math.abs(to))
    }, 0)
    return centre < reach
  })
}

/** A lower bound of a cell's cost less `τ·(x - x0)`, and what of the box may be less than `enough` by it; null for nothing. */
function tilted(
  { value, near }: BoundedCell,
  radii: readonly number[],
  tilt: readonly number[],
  enough: number,
): { readonly value: number; readonly reaches: Reaches | null } {
  const lean = value - tilt.reduce((total, each, k) => total + Math.abs(each) * (radii[k] ?? 0), 0)
  if (near === null) return { value: lean, reaches: reachesOf(radii) }
  const found = nearBound(near, tilt, enough)
  if (found.reaches === null || found.value >= enough)
    return { value: Math.max(lean, found.value), reaches: null }
  return { value: Math.max(lean, found.value), reaches: found.reaches }
}
