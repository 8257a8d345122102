import type { Box } from './box.ts'
import { firstCells, halve, widthOf, type Cell } from './cell.ts'
import { jointBound } from './joint-bound.ts'
import type { Reaches } from './near-bound.ts'
import type { Player } from './player.ts'
import {
  centreOf,
  fresh,
  mostNarrowings,
  narrowCell,
  settle,
  sideOf,
  worthwhile,
  type BoundedCell,
  type Side,
} from './side.ts'

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
  const [only, ...others] = players
  if (only !== undefined && others.length === 0 && only.slowing !== null) {
    return firstCells(only).flatMap((cell) => {
      const best = latenciesFor(only, cell, box)
      const side = sideOf(only, start, best, null, [fresh(cell, -Infinity)], enough)
      return side.cells.length === 0 ? [] : prepared(nodeOf(start, best, [side]), enough)
    })
  }
  const sides = players.map((player) => {
    const cells = firstCells(player).map((cell) => fresh(cell, -Infinity))
    return sideOf(player, start, box, null, cells, enoughFor(players, enough))
  })
  return prepared(nodeOf(start, box, sides), enough)
}

/**
 * The box without latencies that others are as good as. A reply that none is below, in attempts at any model, has to beat those
 * with fewer attempts only, from which slowing takes less: it is best for some latencies only if it is for the least. One
 * with the fewest of all is best for some latencies only if it is for the greatest.
 */
function latenciesFor({ slowing, outside }: Player, cell: Cell, { low, high }: Box): Box {
  if (slowing === null) return { low, high }
  const isDelay = (index: number): boolean => slowing.variables.includes(index)
  const stays =
    cell.kind === 'never-leaves' ||
    (cell.kind === 'persistence' && cell.low === 1) ||
    (cell.kind === 'by-state' && cell.low.every((each) => each === 1))
  if (stays) return { low, high: high.map((each, index) => (isDelay(index) ? (low[index] ?? 0) : each)) }
  const leaves =
    cell.kind === 'outside' ||
    (outside === null && cell.kind === 'persistence' && cell.high === 0) ||
    (outside === null && cell.kind === 'leaves-after' && cell.failures === 1)
  if (leaves) return { high, low: low.map((each, index) => (isDelay(index) ? (high[index] ?? 0) : each)) }
  return { low, high }
}

/**
 * A node without what cannot be better than `enough`. A user who is the only one has a node for each of her cells, so that the
 * box of each can be narrowed apart.
 */
function prepared(node: Node, enough: number): readonly Node[] {
  const [side, ...others] = node.sides
  if (side === undefined) return []
  if (others.length > 0) {
    const narrowed = narrowedJointly(node, enough)
    return narrowed === null ? [] : [narrowed]
  }
  return side.cells.flatMap((cell): readonly Node[] => {
    const one = { ...node, bound: Math.max(node.bound, cell.value), sides: [{ ...side, cells: [cell] }] }
    const narrowed = cell.own ? narrowedNode(one, enough) : one
    return narrowed === null ? [] : [narrowed]
  })
}

/** The node of several users without what cannot be better than `enough`; null where nothing is left. */
function narrowedJointly(node: Node, enough: number): Node | null {
  let one = node
  for (let times = 0; times < mostNarrowings; times++) {
    if (one.bound >= enough) return null
    const joint = jointBound(one.sides, one.box, enough)
    if (joint === null) return one
    const bound = Math.max(one.bound, joint.value)
    if (bound >= enough) return null
    one = { ...one, bound }
    const box = narrowBox(one.box, joint.reaches)
    if (box === null) return null
    if (keptShare(one.box, box) > worthwhile) return one
    one = wholeOf(one, box, enough)
  }
  return one
}

/** Of all axes the least share that is left. */
function keptShare(box: Box, narrow: Box): number {
  return box.low.reduce((least, low, k) => {
    const width = (box.high[k] ?? low) - low
    return width === 0 ? least : Math.min(least, ((narrow.high[k] ?? 0) - (narrow.low[k] ?? 0)) / width)
  }, 1)
}

function narrowBox(box: Box, reaches: Reaches): Box | null {
  const centre = centreOf(box)
  const low = box.low.map((from, k) => Math.max(from, (centre[k] ?? 0) + (reaches.low[k] ?? 0)))
  const high = box.high.map((to, k) => Math.min(to, (centre[k] ?? 0) + (reaches.high[k] ?? 0)))
  return low.some((from, k) => from > (high[k] ?? 0)) ? null : { low, high }
}

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
    const narrow = narrowBox(box, reaches)
    if (narrow === null) return null
    const cell = narrowCell(bounded.cell, reaches)
    if (cell === null) return null
    const next = sideOf(side.player, start, narrow, side.sure, [fresh(cell, bounded.value)], enough)
    if (next.cells.length === 0) return null
    one = nodeOf(start, narrow, [next])
  }
  return one
}

/** A bound from which on more is of no use: known for a user who is the only one. */
function enoughFor(players: readonly unknown[], enough: number): number {
  return players.length === 1 ? enough : Infinity
}

/** The same users over a part of the box: what was bounded before holds for a part too. */
function wholeOf(node: Node, box: Box, enough: number): Node {
  const sides = node.sides.map(({ player, sure, cells }) => {
    const before = cells.map(({ cell, value }) => fresh(cell, value))
    return sideOf(player, node.start, box, sure, before, enoughFor(node.sides, enough))
  })
  return nodeOf(node.start, box, sides)
}

function partOf(node: Node, box: Box, enough: number): readonly Node[] {
  return prepared(wholeOf(node, box, enough), enough)
}

function nodeOf(start: number, box: Box, sides: readonly Side[]): Node {
  let bound = 0
  for (const { player, cells } of sides) bound += player.weight * (cells[0]?.value ?? Infinity)
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
    if (halves !== null) return prepared(divided(node, side, decisive, halves, enough), enough)
  }
  if (variable < 0) return null
  const [low, high] = [node.box.low[variable] ?? 0, node.box.high[variable] ?? 0]
  const middle = (low + high) / 2
  if (middle <= low || middle >= high) return null
  const replaced = (list: readonly number[], value: number): readonly number[] =>
    list.map((each, index) => (index === variable ? value : each))
  return [
    ...partOf(node, { ...node.box, high: replaced(node.box.high, middle) }, enough),
    ...partOf(node, { ...node.box, low: replaced(node.box.low, middle) }, enough),
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
