import type { Box } from './box.ts'
import { assured, boundOfCell, type Assured } from './cell-bound.ts'
import { firstCells, halve, widthOf, type Cell } from './cell.ts'
import { jointBound } from './joint-bound.ts'
import { playAt } from './play.ts'
import type { Player } from './player.ts'

/** A cell of a user's replies with a lower bound of what it costs the provider. */
export interface BoundedCell {
  readonly cell: Cell
  readonly value: number
  readonly multipliers: readonly number[]
  /** Whether the bound is that of the node's own box, and not of a larger one. */
  readonly own: boolean
}

/** The replies of one user to a box of routes. */
export interface Side {
  readonly player: Player
  readonly sure: Assured | null
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

/** The node of all routes from a start. */
export function rootNode(players: readonly Player[], start: number, box: Box): Node {
  const sides = players.map((player) =>
    sideOf(
      player,
      start,
      box,
      firstCells(player).map((cell) => ({ cell, value: -Infinity, multipliers: [], own: false })),
    ),
  )
  return nodeOf(start, box, sides)
}

/** The same users over a part of the box: what was bounded before holds for a part too. */
export function partOf(node: Node, box: Box): Node {
  const sides = node.sides.map(({ player, cells }) =>
    sideOf(
      player,
      node.start,
      box,
      cells.map((bounded) => ({ ...bounded, own: false })),
    ),
  )
  return nodeOf(node.start, box, sides)
}

function sideOf(player: Player, start: number, box: Box, cells: readonly BoundedCell[]): Side {
  const centre = box.low.map((low, index) => (low + (box.high[index] ?? low)) / 2)
  const { reply } = playAt(player, centre, start)
  const sure = assured(player, box, start, [...fixedReplies(player), reply])
  return { player, sure, cells: settle(player, start, box, sure, cells) }
}

/** Replies that always assure something. */
function fixedReplies({ outside, sees, rows }: Player): readonly Cell[] {
  const out: readonly Cell[] = outside === null ? [] : [{ kind: 'outside' }]
  const constant = (r: number): Cell =>
    sees === 'nothing'
      ? { kind: 'persistence', low: r, high: r }
      : { kind: 'by-state', low: rows.map(() => r), high: rows.map(() => r) }
  return [...out, constant(0), constant(1)]
}

/** Bounds cells for the box until the least of all bounds is one of the box's own. */
function settle(
  player: Player,
  start: number,
  box: Box,
  sure: Assured | null,
  cells: readonly BoundedCell[],
): readonly BoundedCell[] {
  let rest = cells
  for (;;) {
    const [least] = rest
    if (least === undefined) return rest
    const stale = rest.find(({ own, value }) => !own && value <= least.value)
    if (stale === undefined) return rest
    const found = boundOfCell(player, box, start, stale.cell, sure, Infinity)
    const others = rest.filter((each) => each !== stale)
    if (found.value === Infinity) rest = others
    else {
      const value = Math.max(found.value, stale.value)
      rest = inserted(others, { cell: stale.cell, value, multipliers: found.multipliers, own: true })
    }
  }
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
  const bound = sides.length > 1 && apart < Infinity ? Math.max(apart, jointBound(sides, start, box)) : apart
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

/** Cuts a node in parts: the widest reply of the users that decides its bound, or its widest variable. */
export function branch(node: Node): readonly Node[] {
  const { variable, width } = extent(node.box)
  const [side] = [...node.sides].sort((a, b) => openness(b) - openness(a))
  const decisive = side?.cells[0]
  if (side !== undefined && decisive !== undefined && openness(side) > width) {
    const halves = halve(decisive.cell)
    if (halves !== null) return [divided(node, side, decisive, halves)]
  }
  if (variable < 0) return []
  const [low, high] = [node.box.low[variable] ?? 0, node.box.high[variable] ?? 0]
  const middle = (low + high) / 2
  if (middle <= low || middle >= high) return []
  const replaced = (list: readonly number[], value: number): readonly number[] =>
    list.map((each, index) => (index === variable ? value : each))
  return [
    partOf(node, { ...node.box, high: replaced(node.box.high, middle) }),
    partOf(node, { ...node.box, low: replaced(node.box.low, middle) }),
  ]
}

/** How much the decisive reply of a user leaves open. */
function openness({ cells }: Side): number {
  const [first] = cells
  return first === undefined ? 0 : widthOf(first.cell)
}

function divided(node: Node, side: Side, cell: BoundedCell, halves: readonly [Cell, Cell]): Node {
  const rest = side.cells.filter((each) => each !== cell)
  const stale = halves.map((half) => ({ ...cell, cell: half, own: false }))
  const cells = settle(side.player, node.start, node.box, side.sure, [...stale, ...rest])
  const sides = node.sides.map((each) => (each === side ? { ...side, cells } : each))
  return nodeOf(node.start, node.box, sides)
}
