import { reachOf, type Begun } from './cell.ts'
import { leastTimes, one, type Fixed } from './fixed.ts'
import { leastSum, nextStage, type Reach, type Task } from './flow.ts'
import { leastAfter, type Box, type Menu } from './menu.ts'
import type { Player } from './player.ts'

/** What every best reply of a cell keeps over a box: `constant + Σ n w <= 0`, summed over the kinds of task with their weights. */
export interface Condition {
  readonly constant: Fixed
  /** `w` by kind of task and node. */
  readonly amounts: readonly (readonly Fixed[])[]
}

/** A box of routes from one start, in front of one user. */
export interface Scene {
  readonly menu: Menu
  readonly box: Box
  readonly start: number
  readonly player: Player
}

/** Bounds from below, by kind of task, of a sum from every node on; null where one is not found. */
export function sums(
  { menu, box, player }: Scene,
  reach: Reach,
  amounts: (task: Task) => readonly Fixed[],
): readonly (readonly Fixed[])[] | null {
  const found = player.tasks.flatMap((task) => {
    const each = leastSum(menu, box, task, reach, amounts(task))
    return each === null ? [] : [each]
  })
  return found.length < player.tasks.length ? null : found
}

/** The weighted sum over the kinds of task at the start. */
export function atStart({ player, start }: Scene, byTask: readonly (readonly Fixed[])[]): Fixed {
  return player.tasks.reduce((sum, { weight }, k) => sum + leastTimes(weight, byTask[k]?.[start] ?? 0n), 0n)
}

export function worthLow({ worth }: Task): readonly Fixed[] {
  return worth.map(({ low }) => low)
}

/** Bounds of `-ξ` from below. */
export function worthTaken({ worth }: Task): readonly Fixed[] {
  return worth.map(({ high }) => -high)
}

/** What she gets at least, whatever the route of the box: the best of some fixed replies, and of not to begin. */
export function assured(scene: Scene, rivals: readonly Begun[]): Fixed | null {
  const known = rivals.flatMap((rival) => {
    const values = sums(scene, reachOf(rival, scene.player), worthLow)
    return values === null ? [] : [atStart(scene, values)]
  })
  const { outside } = scene.player
  const all = outside === null ? known : [outside.low, ...known]
  return all.reduce<Fixed | null>((most, value) => (most === null || value > most ? value : most), null)
}

/** Conditions in a fixed order, for multipliers to refer to; null stands for one that is not to be had. */
export function conditionsOf(
  scene: Scene,
  cell: Begun,
  sure: Fixed | null,
  rivals: readonly Begun[],
): readonly (Condition | null)[] {
  const { player } = scene
  const worth: Condition | null =
    sure === null ? null : { constant: sure, amounts: player.tasks.map(worthTaken) }
  const reach = reachOf(cell, player)
  if (cell.kind !== 'persistence') {
    const isOne = reach.every(({ low, high }) => low === high)
    return isOne ? [worth, ...rivals.map((rival) => againstReply(scene, reach, rival))] : [worth]
  }
  if (cell.high === 0n) return [worth]
  const others = rivals.flatMap((rival): readonly (Condition | null)[] => {
    if (rival.kind !== 'persistence') return []
    if (rival.low > cell.high) return [onward(scene, reachOf(rival, player), 1)]
    return rival.high < cell.low && rival.high > 0n ? [onward(scene, reachOf(rival, player), -1)] : []
  })
  if (cell.low === one) return [worth, onward(scene, reach, -1), ...others]
  const staying = reachOf({ kind: 'persistence', low: one, high: one }, player)
  return [worth, onward(scene, reach, 1), onward(scene, reach, -1), onward(scene, staying, 1), ...others]
}

/**
 * `±Σ_j (n_j - π_j) U_j <= 0`, with `U_j` what is to be had from `j` on by another persistence `r'`: since
 * `U(r') - U(r) = (r'/r - 1) Σ_j (n_j - π_j) U_j(r')`, that no `r' > r` is better says `+`, no `r' < r` says `-`, and at a best
 * persistence inside (0, 1) both hold with `r' = r`. A bound of `±U_j` from below will do, for `n_j >= π_j`.
 */
function onward(scene: Scene, reach: Reach, sign: 1 | -1): Condition | null {
  const amounts = sums(scene, reach, sign === 1 ? worthLow : worthTaken)
  if (amounts === null) return null
  const { player, start } = scene
  const constant = player.tasks.reduce(
    (sum, { weight }, k) => sum + leastTimes(weight, -(amounts[k]?.[start] ?? 0n)),
    0n,
  )
  return { constant, amounts }
}

/** `-Σ_j n_j (r_j - r'_j) a_j (K U')_j <= 0`, the difference that another reply `r'` makes, which must be no gain. */
function againstReply(scene: Scene, reach: Reach, rival: Begun): Condition | null {
  const other = reachOf(rival, scene.player)
  const least = steps(scene, sums(scene, other, worthLow))
  const most = steps(scene, sums(scene, other, worthTaken))
  if (least === null || most === null) return null
  const amounts = scene.player.tasks.map((_, k) =>
    reach.map(({ low: r }, node) => {
      const more = r - (other[node]?.low ?? 0n)
      // Both are 0 or 1.
      return more === 0n ? 0n : ((more > 0n ? most : least)[k]?.[node] ?? 0n)
    }),
  )
  return { constant: 0n, amounts }
}

/** `a_j (K v)_j` at least, by kind of task and node: what a sure re-prompt leads to. */
export function steps(
  { menu, box, player }: Scene,
  values: readonly (readonly Fixed[])[] | null,
): readonly (readonly Fixed[])[] | null {
  if (values === null) return null
  return player.tasks.map(({ failure }, k) => {
    const v = values[k] ?? []
    return failure.map((a, node) => {
      const from = nextStage(node, player.states, player.nodes)
      const row = menu.rows[node % player.states]
      return row === undefined ? 0n : leastTimes(a, leastAfter(row, box, v.slice(from, from + player.states)))
    })
  })
}
