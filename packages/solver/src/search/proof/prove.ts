import type { BoxPart } from '@plumbline/game'
import type { Box } from '../box.ts'
import { firstCells, halve, widthOf, type Cell } from '../cell.ts'
import { Heap } from '../heap.ts'
import type { SearchProblem } from '../search-problem.ts'
import { rounded, roundedDown } from './digits.ts'
import { boundUser, valueOf, type UserBound } from './user-bound.ts'

/** How far a proof goes. */
export interface ProofLimits {
  /** What `upper - lower` may come to. */
  readonly gap: number
  /** Most parts, those of all starts together. */
  readonly parts: number
  /** Milliseconds by `now`. */
  readonly time: number
  readonly now: () => number
  /** By `now`. */
  readonly began: number
  readonly cancelled?: () => boolean
}

/** That no route costs less, part by part. */
export interface Proof {
  readonly lower: number
  readonly boxes: readonly (readonly BoxPart[])[]
  /** Whether it comes as near as was asked. */
  readonly reached: boolean
  /** Why it does not. */
  readonly ended: 'time' | 'nodes' | 'cancelled' | null
}

/** A piece of the proof: a part, and what follows it. */
interface Piece {
  part: BoxPart
  follows: readonly Piece[]
}

/** A piece that is a leaf so far. */
interface Open {
  readonly start: number
  readonly box: Box
  readonly users: readonly UserBound[]
  readonly bound: number
  readonly piece: Piece
}

/**
 * Proves a bound of what any route costs, given what the best one does: the branch and bound over again, by those bounds only
 * that can be redone from a few numbers each. The widest part is cut until the least bound is near enough, or there are
 * too many parts; what is then left open is a leaf like others, and the least of their bounds is what is proved.
 *
 * @param upper what the best route costs
 */
export function prove(problem: SearchProblem, upper: number, limits: ProofLimits): Proof {
  // The last of few digits is rounded down.
  const target = upper - limits.gap + 2 * slack * Math.abs(upper)
  const queue = new Heap<Open>((a, b) => a.bound - b.bound)
  const enough = problem.players.length === 1 ? target : Infinity
  let parts = 0
  const opened = (start: number, box: Box, cells: readonly (readonly Cell[])[]): Piece => {
    parts++
    if (isEmpty(problem, box)) return { part: { empty: true }, follows: [] }
    const users = problem.players.map((player, k) => boundUser(player, start, box, cells[k] ?? [], enough))
    const piece: Piece = { part: { leaf: users.map(({ leaf }) => leaf) }, follows: [] }
    const bound = users.reduce((sum, user) => sum + user.player.weight * valueOf(user), 0)
    queue.push({ start, box, users, bound, piece })
    return piece
  }
  const roots = problem.starts.map((start) => {
    const cells = problem.players.map(firstCells)
    const whole = cells.length > 1 ? [cells] : (cells[0] ?? []).map((cell) => [[cell]])
    const follows = whole.map((each) => opened(start, problem.box, each))
    const [first] = follows
    return cells.length > 1 && first !== undefined ? first : apart(follows)
  })
  let closed = Infinity
  for (;;) {
    const node = queue.pop()
    const lower = Math.min(node?.bound ?? Infinity, closed, upper)
    const reached = lower >= target
    const ended = reached ? null : endOf(parts, limits)
    if (node === undefined || reached || node.bound > closed || ended !== null) {
      return { lower: roundedDown(lower - slack * Math.abs(lower)), boxes: roots.map(listed), reached, ended }
    }
    if (!divide(node, opened)) closed = Math.min(closed, node.bound)
    else if (problem.players.length === 1 && 'user' in node.piece.part) parts++
  }
}

function endOf(parts: number, { parts: most, time, now, began, cancelled }: ProofLimits): Proof['ended'] {
  if (parts >= most) return 'nodes'
  if (now() - began > time) return 'time'
  return cancelled?.() === true ? 'cancelled' : null
}

/** Of the bound, what doubles may have lost. */
const slack = 1e-9
const speck = 1e-13

/** Whether probabilities of one row add up to more than 1. */
function isEmpty({ players }: SearchProblem, { low }: Box): boolean {
  return (players[0]?.rows ?? []).some(({ shared, effects }) => {
    return shared && effects.reduce((sum, { variable }) => sum + (low[variable] ?? 0), 0) > 1 + speck
  })
}

function apart(follows: readonly Piece[]): Piece {
  return { part: { apart: true }, follows }
}

/** All parts from a piece on, each before what follows it. */
function listed({ part, follows }: Piece): readonly BoxPart[] {
  return [part, ...follows.flatMap(listed)]
}

/** Cuts a leaf in two; says whether it could. */
function divide(
  { start, box, users, piece }: Open,
  opened: (start: number, box: Box, cells: readonly (readonly Cell[])[]) => Piece,
): boolean {
  const cells = users.map((user) => user.cells)
  const open = users.map((user) => opennessOf(user))
  const user = open.reduce((best, { width }, k) => (width > (open[best]?.width ?? 0) ? k : best), 0)
  const { width, cell: place } = open[user] ?? { width: 0, cell: 0 }
  const [variable, extent] = widestOf(box, variablesFrom(users, start))
  const cell = cells[user]?.[place]
  if (cell !== undefined && width > extent) {
    const at = cell.kind === 'persistence' ? rounded((cell.low + cell.high) / 2) : undefined
    const two = halve(cell, at)
    if (two !== null) {
      piece.part = { user, cell: place, ...(at === undefined ? {} : { at }) }
      const refined = (cells[user] ?? []).flatMap((each, k) => (k === place ? two : [each]))
      const all = cells.map((each, k) => (k === user ? refined : each))
      piece.follows =
        users.length > 1
          ? [opened(start, box, all)]
          : [apart(refined.map((each) => opened(start, box, [[each]])))]
      return true
    }
  }
  const [low, high] = [box.low[variable] ?? 0, box.high[variable] ?? 0]
  const at = rounded((low + high) / 2)
  if (at <= low || at >= high) return false
  piece.part = { cut: variable, at }
  piece.follows = [
    opened(start, { ...box, high: box.high.with(variable, at) }, cells),
    opened(start, { ...box, low: box.low.with(variable, at) }, cells),
  ]
  return true
}

/** How much persistence is left open by the cell that decides a user's bound. */
function opennessOf(user: UserBound): { readonly width: number; readonly cell: number } {
  const least = valueOf(user)
  const cell = user.values.indexOf(least)
  const decisive = user.cells[cell]
  return { width: decisive === undefined ? 0 : widthOf(decisive), cell }
}

/** The widest of some variables, and how wide it is; -1 for none. */
function widestOf({ low, high }: Box, variables: ReadonlySet<number>): readonly [number, number] {
  return [...variables].reduce<readonly [number, number]>(
    (widest, k) => {
      const width = (high[k] ?? 0) - (low[k] ?? 0)
      return width > widest[1] ? [k, width] : widest
    },
    [-1, 0],
  )
}

/** Variables of rows that a task may come to from a start. */
function variablesFrom(users: readonly UserBound[], start: number): ReadonlySet<number> {
  const rows = users[0]?.player.rows ?? []
  const reached = new Set([start])
  const variables = new Set<number>()
  for (const state of reached) {
    const row = rows[state]
    row?.constant.forEach((p, to) => p !== 0 && reached.add(to))
    for (const { variable, to } of row?.effects ?? []) {
      variables.add(variable)
      for (const each of to) reached.add(each)
    }
  }
  return variables
}
