import { nameOf, reachOf, type Begun, type Cell } from './cell.ts'
import {
  assured,
  atStart,
  conditionsOf,
  steps,
  sums,
  worthLow,
  worthTaken,
  type Condition,
  type Scene,
} from './conditions.ts'
import { leastTimes, one, type Fixed, type Span } from './fixed.ts'
import type { Reach } from './flow.ts'

/** What a leaf of a proof says of one cell: multipliers; null: that no reply of it is a best one. */
export type Said = readonly Span[] | null

/** What a leaf says of one user. */
export interface SaidOfUser {
  /** Replies that may be better than others, beside to leave at once and never. */
  readonly rivals: readonly Begun[]
  /** Of each of her cells. */
  readonly cells: readonly Said[]
}

/**
 * A bound from below of what one user costs the provider at any route of a box: the least over her cells.
 *
 * @returns null where none of her cells is left; or in words what is not shown
 */
export function leastCost(scene: Scene, cells: readonly Cell[], said: SaidOfUser): Fixed | string | null {
  const usual = usualRivals(scene)
  const sure = assured(scene, [...usual, ...said.rivals])
  const rivals = scene.player.sees === 'nothing' ? said.rivals : [...usual, ...said.rivals]
  let least: Fixed | null = null
  for (const [k, cell] of cells.entries()) {
    const found = boundOf(scene, cell, said.cells[k] ?? null, sure, rivals)
    if (typeof found === 'string') return found
    if (found !== null && (least === null || found < least)) least = found
  }
  return least
}

/**
 * A bound from below of what a task costs the provider where one of a cell's replies is a best one, at any route of a box, by
 * Lagrange multipliers `μ >= 0`: `J >= P + Σ μ g + min Σ n (η + Σ μ w)` for conditions `g + Σ n w <= 0` that best replies keep.
 *
 * @param sure what she gets at least
 * @returns null where no reply of the cell is ever a best one; or in words what is not shown
 */
function boundOf(
  scene: Scene,
  cell: Cell,
  said: Said,
  sure: Fixed | null,
  rivals: readonly Begun[],
): Fixed | string | null {
  const { player } = scene
  if (cell.kind === 'outside') {
    if (said !== null) return player.penalty
    const { outside } = player
    return sure !== null && outside !== null && sure > outside.high ? null : notShown(cell)
  }
  if (said === null) return isExcluded(scene, cell, sure) ? null : notShown(cell)
  const conditions = conditionsOf(scene, cell, sure, rivals)
  if (said.length !== conditions.length) {
    return `has ${String(said.length)} multipliers for ${nameOf(cell)}; there must be ${String(conditions.length)}`
  }
  let constant = player.penalty
  const used: { readonly condition: Condition; readonly multiplier: Span }[] = []
  for (const [k, multiplier] of said.entries()) {
    const condition = conditions[k]
    if (multiplier.high === 0n) continue
    if (condition === undefined || condition === null) return notShown(cell)
    constant += leastTimes(multiplier, condition.constant)
    used.push({ condition, multiplier })
  }
  const index = new Map(player.tasks.map((task, k) => [task, k]))
  const found = sums(scene, reachOf(cell, player), (task) =>
    task.cost.map((cost, node) =>
      used.reduce((sum, { condition, multiplier }) => {
        return sum + leastTimes(multiplier, condition.amounts[index.get(task) ?? 0]?.[node] ?? 0n)
      }, cost),
    ),
  )
  return found === null ? `leaves ${nameOf(cell)} without a bound` : constant + atStart(scene, found)
}

function notShown(cell: Cell): string {
  return `does not show that ${nameOf(cell)} is never best`
}

/** Whether every reply of a cell is worth less than what she is assured of, or another persistence is always better. */
function isExcluded(scene: Scene, cell: Begun, sure: Fixed | null): boolean {
  const reach = reachOf(cell, scene.player)
  const most = sure === null ? null : sums(scene, reach, worthTaken)
  if (sure !== null && most !== null && -atStart(scene, most) < sure) return true
  if (cell.kind !== 'persistence' || cell.low === cell.high) return false
  return rises(scene, reach, worthLow) || rises(scene, reach, worthTaken)
}

/** Whether a sum of amounts surely rises with persistence: its slope is `g = A K U + r A K g`. */
function rises(scene: Scene, reach: Reach, amounts: typeof worthLow): boolean {
  const next = steps(scene, sums(scene, reach, amounts))
  if (next === null) return false
  const slopes = sums(scene, reach, (task) => next[scene.player.tasks.indexOf(task)] ?? [])
  return slopes !== null && atStart(scene, slopes) > 0n
}

/** Replies that count as rivals whatever a leaf says: to leave at once, and never. */
function usualRivals({ player }: Scene): readonly Begun[] {
  switch (player.sees) {
    case 'nothing':
      return [0n, one].map((r) => ({ kind: 'persistence', low: r, high: r }))
    case 'model':
      return [false, true].map((stays) => ({
        kind: 'by-state',
        stays: Array.from({ length: player.states }, () => stays),
      }))
    case 'attempts':
      return [1, null].map((failures) => ({ kind: 'leaves-after', failures }))
  }
}
