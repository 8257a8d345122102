import type { Box } from './box.ts'
import { boundOfCell, utilityAssuredBy } from './cell-bound.ts'
import { widthOf, type Begun, type Cell } from './cell.ts'
import { nearBound, type Reaches } from './near-bound.ts'
import { nearForms, widest, type Near } from './near.ts'
import { bestOf, contenders, repliesAt, type Play } from './play.ts'
import { playerOver, type Player } from './player.ts'

/** A cell of a user's replies with a lower bound of what it costs the provider. */
export interface BoundedCell {
  readonly cell: Cell
  readonly value: number
  /** Whether the bound is that of the node's own box, and not of a larger one. */
  readonly own: boolean
  /** Mean-value forms over the node's box, where it is small enough for them. */
  readonly near: Near | null
  /** What of the box may be better than the best that was known, in distances from its centre. */
  readonly reaches: Reaches | null
  /** A route of the box at which the bound is attained as far as it knows. */
  readonly route: readonly number[] | null
}

/** The replies of one user to a box of routes. */
export interface Side {
  readonly player: Player
  /** What she is assured of, whatever the route in the box. */
  readonly sure: number | null
  /** Her reply to the route at the box's centre. */
  readonly play: Play
  /** Replies of which one may be better than those of a cell. */
  readonly rivals: readonly Cell[]
  /** Those that may be best replies, the least bound first. */
  readonly cells: readonly BoundedCell[]
}

/** The middle of a box. */
export function centreOf({ low, high }: Box): readonly number[] {
  return low.map((from, index) => (from + (high[index] ?? from)) / 2)
}

/** Times that a box is narrowed, and by how much it has to be to be looked at once more. */
export const mostNarrowings = 6
export const worthwhile = 0.8

/** A cell of which no bound is known but that of a larger box. */
export function fresh(cell: Cell, value: number): BoundedCell {
  return { cell, value, own: false, near: null, reaches: null, route: null }
}

/**
 * A user's replies to a box of routes.
 *
 * @param before what she is assured of over a larger box
 * @param cells those in question, with bounds over a larger box
 * @param enough a bound from which on more is of no use
 */
export function sideOf(
  player: Player,
  start: number,
  box: Box,
  before: number | null,
  cells: readonly BoundedCell[],
  enough: number,
): Side {
  const plays = repliesAt(player, centreOf(box), start)
  const rivals = rivalsOf(player, contenders(plays))
  const over = playerOver(player, box)
  const sure = rivals.reduce<number | null>((most, rival) => {
    const utility = utilityAssuredBy(over, box, start, rival)
    return most === null || utility > most ? utility : most
  }, before)
  const side = { player, sure, rivals, play: bestOf(plays, false), cells }
  return { ...side, cells: settle(side, start, box, enough) }
}

/** Replies that may be better than others: those of always, and those that contend at the centre. */
function rivalsOf(player: Player, contending: readonly Cell[]): readonly Cell[] {
  const out: readonly Cell[] = player.outside === null ? [] : [{ kind: 'outside' }]
  return contending.reduce<readonly Cell[]>(
    (list, reply) =>
      reply.kind === 'stays-through' || list.some((rival) => isSame(rival, reply)) ? list : [...list, reply],
    [...out, ...usualRivals(player)],
  )
}

/** To leave at once, and never. */
export function usualRivals({ sees, states }: Player): readonly Begun[] {
  const always = (r: number): Begun => {
    if (sees === 'nothing') return { kind: 'persistence', low: r, high: r }
    if (sees === 'attempts') return r === 0 ? { kind: 'leaves-after', failures: 1 } : { kind: 'never-leaves' }
    const each = Array.from({ length: states }, () => r)
    return { kind: 'by-state', low: each, high: each }
  }
  return [always(0), always(1)]
}

function isSame(one: Cell, other: Cell): boolean {
  if (one.kind === 'persistence' && other.kind === 'persistence') {
    return one.low === other.low && one.high === other.high
  }
  if (one.kind === 'by-state' && other.kind === 'by-state') {
    return one.low.every((low, i) => low === other.low[i] && one.high[i] === other.high[i])
  }
  if (one.kind === 'leaves-after' && other.kind === 'leaves-after') return one.failures === other.failures
  return one.kind === other.kind && one.kind !== 'stays-through'
}

/** Bounds cells for the box until the least of all bounds is one of the box's own. */
export function settle(
  { player, sure, rivals, cells }: Side,
  start: number,
  box: Box,
  enough: number,
): readonly BoundedCell[] {
  let rest = cells
  // Beside other users all cells count: which of them is the least depends on how the route is shared.
  const isJoint = enough === Infinity && box.low.every((low, k) => (box.high[k] ?? low) - low <= widest)
  for (;;) {
    const [least] = rest
    if (least === undefined || least.value >= enough) return rest
    const stale = rest.find(({ own, value }) => !own && (isJoint || value <= least.value))
    if (stale === undefined) return rest
    const found = bounded(player, start, box, stale, sure, rivals, enough)
    const others = rest.filter((each) => each !== stale)
    rest = found === null ? others : inserted(others, found)
  }
}

/** Half widths up to which mean-value forms say all that is to be said. */
const small = 0.01

/** A cell bounded over the box; null where no reply of it is a best one. */
function bounded(
  player: Player,
  start: number,
  box: Box,
  { cell: whole, value }: BoundedCell,
  sure: number | null,
  rivals: readonly Cell[],
  enough: number,
): BoundedCell | null {
  let cell = whole
  for (let times = 0; ; times++) {
    const others = rivals.filter((rival) => !isSame(rival, cell))
    const near = nearForms(player, box, start, cell, others)
    const close = near === null ? null : nearBound(near, null, enough)
    if (close !== null && close.value === Infinity) return null
    const narrow = close?.reaches && times < mostNarrowings ? narrowCell(cell, close.reaches) : cell
    if (narrow === null) return null
    if (widthOf(narrow) < worthwhile * widthOf(cell)) {
      cell = narrow
      continue
    }
    const known = Math.max(value, close?.value ?? -Infinity)
    const reaches = close?.reaches ?? null
    const step = close?.step ?? null
    const stepped = step === null ? null : centreOf(box).map((each, k) => each + (step[k] ?? 0))
    const isSmall = near !== null && near.radii.every((radius) => radius <= small)
    if (known >= enough || isSmall) return { cell, value: known, own: true, near, reaches, route: stepped }
    const begun = others.filter((rival): rival is Begun => rival.kind !== 'outside')
    const found = boundOfCell(playerOver(player, box), box, start, cell, sure, begun, enough)
    if (found.value === Infinity) return null
    const route = (close?.value ?? -Infinity) > found.value ? stepped : found.route
    return { cell, value: Math.max(known, found.value), own: true, near, reaches, route }
  }
}

function inserted(cells: readonly BoundedCell[], one: BoundedCell): readonly BoundedCell[] {
  const at = cells.findIndex(({ value }) => value > one.value)
  return at < 0 ? [...cells, one] : [...cells.slice(0, at), one, ...cells.slice(at)]
}

/** The part of a cell's persistences that reaches leave; null for nothing. */
export function narrowCell(cell: Cell, reaches: Reaches): Cell | null {
  if (cell.kind !== 'persistence' || cell.low === cell.high) return cell
  const middle = (cell.low + cell.high) / 2
  const from = Math.max(cell.low, middle + (reaches.low.at(-1) ?? 0))
  const to = Math.min(cell.high, middle + (reaches.high.at(-1) ?? 0))
  return from > to ? null : { ...cell, low: from, high: to }
}
