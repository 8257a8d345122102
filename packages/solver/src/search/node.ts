import type { Box } from './box.ts'
import { boundOfCell, utilityAssuredBy } from './cell-bound.ts'
import { firstCells, halve, widthOf, type Begun, type Cell } from './cell.ts'
import { jointBound } from './joint-bound.ts'
import { nearForms, type Near } from './near.ts'
import { nearBound, type Reaches } from './near-bound.ts'
import { bestOf, contenders, repliesAt, type Play } from './play.ts'
import type { Player } from './player.ts'

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

/** A box of routes from one start, with a lower bound of the provider's cost. */
export interface Node {
  readonly start: number
  readonly box: Box
  readonly sides: readonly Side[]
  readonly bound: number
}

/** The nodes of all routes from a start. */
export function rootNodes(
  players: readonly Player[],
  start: number,
  box: Box,
  enough: number,
): readonly Node[] {
  const sides = players.map((player) => {
    const cells = firstCells(player).map((cell) => fresh(cell, -Infinity))
    return sideOf(player, start, box, null, cells, enoughFor(players, enough))
  })
  return cellByCell(nodeOf(start, box, sides), enough)
}

/** A user who is the only one has a node for each of her cells, so that the box of each can be narrowed apart. */
function cellByCell(node: Node, enough: number): readonly Node[] {
  const [side, ...others] = node.sides
  if (side === undefined || others.length > 0) return [node]
  return side.cells.flatMap((cell): readonly Node[] => {
    const one = { ...node, bound: Math.max(node.bound, cell.value), sides: [{ ...side, cells: [cell] }] }
    const narrowed = cell.own ? narrowedNode(one, enough) : one
    return narrowed === null ? [] : [narrowed]
  })
}

/** Times that a box is narrowed, and by how much it has to be to be looked at once more. */
const mostNarrowings = 6
const worthwhile = 0.8

/** The node of one user and one cell without what cannot be better than `enough`; null where nothing is left. */
function narrowedNode(node: Node, enough: number): Node | null {
  let one = node
  for (let times = 0; times < mostNarrowings; times++) {
    const { start, box, sides } = one
    const [side] = sides
    const bounded = side?.cells[0]
    if (side === undefined || bounded === undefined || bounded.value >= enough) return null
    const reaches = bounded.reaches
    if (reaches === null || bounded.near === null) return one
    const radii = bounded.near.radii
    const kept = radii.reduce((least, radius, k) => {
      if (radius === 0) return least
      return Math.min(least, ((reaches.high[k] ?? 0) - (reaches.low[k] ?? 0)) / (2 * radius))
    }, 1)
    if (kept > worthwhile) return one
    const centre = centreOf(box)
    const narrow: Box = {
      low: box.low.map((low, k) => Math.max(low, (centre[k] ?? 0) + (reaches.low[k] ?? 0))),
      high: box.high.map((high, k) => Math.min(high, (centre[k] ?? 0) + (reaches.high[k] ?? 0))),
    }
    if (narrow.low.some((low, k) => low > (narrow.high[k] ?? 0))) return null
    const last = radii.length - 1
    const cell = narrowCell(bounded.cell, reaches.low[last] ?? 0, reaches.high[last] ?? 0)
    if (cell === null) return null
    const next = sideOf(side.player, start, narrow, side.sure, [fresh(cell, bounded.value)], enough)
    if (next.cells.length === 0) return null
    one = nodeOf(start, narrow, [next])
  }
  return one
}

function narrowCell(cell: Cell, low: number, high: number): Cell | null {
  if (cell.kind !== 'persistence' || cell.low === cell.high) return cell
  const middle = (cell.low + cell.high) / 2
  const [from, to] = [Math.max(cell.low, middle + low), Math.min(cell.high, middle + high)]
  return from > to ? null : { ...cell, low: from, high: to }
}

function fresh(cell: Cell, value: number): BoundedCell {
  return { cell, value, own: false, near: null, reaches: null, route: null }
}

/** A bound from which on more is of no use: known for a user who is the only one. */
function enoughFor(players: readonly unknown[], enough: number): number {
  return players.length === 1 ? enough : Infinity
}

/** The same users over a part of the box: what was bounded before holds for a part too. */
function partOf(node: Node, box: Box, enough: number): Node {
  const sides = node.sides.map(({ player, sure, cells }) => {
    const before = cells.map(({ cell, value }) => fresh(cell, value))
    return sideOf(player, node.start, box, sure, before, enoughFor(node.sides, enough))
  })
  return nodeOf(node.start, box, sides)
}

export function centreOf({ low, high }: Box): readonly number[] {
  return low.map((from, index) => (from + (high[index] ?? from)) / 2)
}

function sideOf(
  player: Player,
  start: number,
  box: Box,
  before: number | null,
  cells: readonly BoundedCell[],
  enough: number,
): Side {
  const plays = repliesAt(player, centreOf(box), start)
  const rivals = rivalsOf(player, contenders(plays))
  const sure = rivals.reduce<number | null>((most, rival) => {
    const utility = utilityAssuredBy(player, box, start, rival)
    return most === null || utility > most ? utility : most
  }, before)
  const side = { player, sure, rivals, play: bestOf(plays, false), cells }
  return { ...side, cells: settle(side, start, box, enough) }
}

/** Replies that may be better than others: those of always, and those that contend at the centre. */
function rivalsOf({ outside, sees, states }: Player, contending: readonly Cell[]): readonly Cell[] {
  const out: readonly Cell[] = outside === null ? [] : [{ kind: 'outside' }]
  const always = (r: number): Cell => {
    if (sees === 'nothing') return { kind: 'persistence', low: r, high: r }
    if (sees === 'attempts') return r === 0 ? { kind: 'leaves-after', failures: 1 } : { kind: 'never-leaves' }
    const each = Array.from({ length: states }, () => r)
    return { kind: 'by-state', low: each, high: each }
  }
  const fixed = [...out, always(0), always(1)]
  return contending.reduce(
    (list, reply) =>
      reply.kind === 'stays-through' || list.some((rival) => isSame(rival, reply)) ? list : [...list, reply],
    fixed,
  )
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
function settle(
  { player, sure, rivals, cells }: Side,
  start: number,
  box: Box,
  enough: number,
): readonly BoundedCell[] {
  let rest = cells
  for (;;) {
    const [least] = rest
    if (least === undefined || least.value >= enough) return rest
    const stale = rest.find(({ own, value }) => !own && value <= least.value)
    if (stale === undefined) return rest
    const found = bounded(player, start, box, stale, sure, rivals, enough)
    const others = rest.filter((each) => each !== stale)
    rest = found === null ? others : inserted(others, found)
  }
}

/** A cell bounded over the box; null where no reply of it is a best one. */
function bounded(
  player: Player,
  start: number,
  box: Box,
  { cell, value }: BoundedCell,
  sure: number | null,
  rivals: readonly Cell[],
  enough: number,
): BoundedCell | null {
  const others = rivals.filter((rival) => !isSame(rival, cell))
  const near = nearForms(player, box, start, cell, others)
  const close = near === null ? null : nearBound(near, null, enough)
  if (close !== null && close.value === Infinity) return null
  const known = Math.max(value, close?.value ?? -Infinity)
  const centre = centreOf(box)
  const step = close?.step ?? null
  const reaches = close?.reaches ?? null
  const stepped = step === null ? null : centre.map((each, k) => each + (step[k] ?? 0))
  if (known >= enough) return { cell, value: known, own: true, near, reaches, route: stepped }
  const begun = others.filter((rival): rival is Begun => rival.kind !== 'outside')
  const found = boundOfCell(player, box, start, cell, sure, begun, enough)
  if (found.value === Infinity) return null
  const route = (close?.value ?? -Infinity) > found.value ? stepped : found.route
  return { cell, value: Math.max(known, found.value), own: true, near, reaches, route }
}

function inserted(cells: readonly BoundedCell[], one: BoundedCell): readonly BoundedCell[] {
  const at = cells.findIndex(({ value }) => value > one.value)
  return at < 0 ? [...cells, one] : [...cells.slice(0, at), one, ...cells.slice(at)]
}

function nodeOf(start: number, box: Box, sides: readonly Side[]): Node {
  const apart = sides.reduce(
    (total, { player, cells }) => total + player.weight * (cells[0]?.value ?? Infinity),
    0,
  )
  const bound = sides.length > 1 && apart < Infinity ? Math.max(apart, jointBound(sides, box)) : apart
  return { start, box, sides, bound }
}

/** How wide a box is at its widest variable. */
function extent({ low, high }: Box): { readonly variable: number; readonly width: number } {
  let variable = -1
  let width = 0
  for (const [index, from] of low.entries()) {
    const here = (high[index] ?? from) - from
    if (here > width) [variable, width] = [index, here]
  }
  return { variable, width }
}

/**
 * Cuts a node in parts: the widest reply of the users that decides its bound, or its widest variable. Parts without a
 * route that may be better than `enough` are left out; null where doubles leave nothing to be cut.
 */
export function branch(node: Node, enough: number): readonly Node[] | null {
  const { variable, width } = extent(node.box)
  const [side] = [...node.sides].sort((a, b) => openness(b) - openness(a))
  const decisive = side?.cells[0]
  if (side !== undefined && decisive !== undefined && openness(side) > width) {
    const halves = halve(decisive.cell)
    if (halves !== null) return cellByCell(divided(node, side, decisive, halves, enough), enough)
  }
  if (variable < 0) return null
  const [low, high] = [node.box.low[variable] ?? 0, node.box.high[variable] ?? 0]
  const middle = (low + high) / 2
  if (middle <= low || middle >= high) return null
  const replaced = (list: readonly number[], value: number): readonly number[] =>
    list.map((each, index) => (index === variable ? value : each))
  return [
    ...cellByCell(partOf(node, { ...node.box, high: replaced(node.box.high, middle) }, enough), enough),
    ...cellByCell(partOf(node, { ...node.box, low: replaced(node.box.low, middle) }, enough), enough),
  ]
}

/** How much the decisive reply of a user leaves open. */
function openness({ cells }: Side): number {
  const [first] = cells
  return first === undefined ? 0 : widthOf(first.cell)
}

function divided(
  node: Node,
  side: Side,
  { cell, value }: BoundedCell,
  halves: readonly [Cell, Cell],
  enough: number,
): Node {
  const rest = side.cells.filter((each) => each.cell !== cell)
  const stale = halves.map((half) => fresh(half, value))
  const cells = settle(
    { ...side, cells: [...stale, ...rest] },
    node.start,
    node.box,
    enoughFor(node.sides, enough),
  )
  const sides = node.sides.map((each) => (each === side ? { ...side, cells } : each))
  return nodeOf(node.start, node.box, sides)
}
