import { parseRational, type rational, type Game } from '@plumbline/game'
import { Fault, show, type Path } from '../document/fault.ts'
import { field, listAt } from '../document/read.ts'
import type { Side } from '../play/side.ts'
import { firstCells, halves, type Begun, type Cell } from './cell.ts'
import { exactly, leastTimes, one, spanOf, type Fixed, type Span } from './fixed.ts'
import { leastCost, type Said, type SaidOfUser } from './leaf.ts'
import { isEmpty, menuOf, type Box, type Menu } from './menu.ts'
import { playerOf, type Player } from './player.ts'

type Fraction = ReturnType<typeof rational>

/** Parts of a proof that are looked at. */
const mostParts = 50_000
/** Digits of its numbers, so that a change in the last place of a double never goes unnoticed. */
const digits = 9

/** The list of a proof for one start, and how far it has been read. */
interface Reader {
  readonly parts: readonly unknown[]
  readonly path: Path
  next: number
}

/** Parts within parts that are looked at. */
const deepest = 500

/** What is still to be bounded: a box of routes, and for each user the cells of replies. */
interface Open {
  /** In how many parts this is one. */
  readonly depth: number
  readonly box: Box
  readonly cells: readonly (readonly Cell[])[]
}

interface Setting {
  readonly menu: Menu
  readonly start: number
  readonly players: readonly Player[]
}

/**
 * A cost that no route of the menu is below, shown by a list of parts for each start: a part cuts the box of routes in two at a
 * variable, or a user's cell of replies, or takes the only user's cells apart; or it is a leaf, with multipliers that give a
 * bound. What follows a cut are its parts, first the lower. The least bound of the leaves holds for all routes.
 *
 * @param listed `certificate.boxes`
 * @returns null where the menu is none that this checks
 * @throws Fault at the first part that proves nothing
 */
export function lowerBound<N>(
  game: Game<N>,
  sides: readonly Side<N>[],
  listed: unknown,
  path: Path,
): Fraction | null {
  const menu = menuOf(game)
  if (menu === null) return null
  const players = sides.map(playerOf)
  const { starts } = game.chain
  const lists = listAt(listed, path)
  if (lists.length !== starts.length) {
    throw new Fault(
      path,
      `is ${show(listed)}; it must be a list of ${String(starts.length)}, one for each start`,
    )
  }
  const costs = starts.map((start, index) => {
    const own = [...path, index]
    const reader: Reader = { parts: listAt(lists[index], own, mostParts), path: own, next: 0 }
    const open: Open = { depth: 0, box: menu.box, cells: players.map(firstCells) }
    const least = boundOf({ menu, start, players }, reader, open)
    if (reader.next < reader.parts.length) throw new Fault([...own, reader.next], 'belongs to no box')
    return least
  })
  const least = leastOf(costs)
  if (least === null) throw new Fault(path, 'leaves no route')
  return exactly(least)
}

function leastOf(costs: readonly (Fixed | null)[]): Fixed | null {
  return costs.reduce((one, other) => (one === null || (other !== null && other < one) ? other : one), null)
}

/** The bound of what the next parts show; null where they show that there is no route with a best reply. */
function boundOf(setting: Setting, reader: Reader, open: Open): Fixed | null {
  const path = [...reader.path, reader.next]
  const part = reader.parts[reader.next]
  if (part === undefined) throw new Fault(path, 'is absent; a box is left without a bound')
  if (open.depth > deepest) throw new Fault(path, 'is a part of too many parts')
  reader.next++
  if (field(part, 'empty') === true) {
    if (isEmpty(setting.menu, open.box)) return null
    throw new Fault(path, 'leaves out a box that has routes')
  }
  const leaf = field(part, 'leaf')
  if (leaf !== undefined) return leafBound(setting, open, listAt(leaf, [...path, 'leaf']), path)
  const all = (parts: readonly Open[]): Fixed | null =>
    leastOf(parts.map((each) => boundOf(setting, reader, { ...each, depth: open.depth + 1 })))
  if (field(part, 'cut') !== undefined) return all(cutBox(open, part, path))
  const [only, ...others] = open.cells
  if (field(part, 'apart') === true && only !== undefined && others.length === 0) {
    return all(only.map((cell) => ({ ...open, cells: [[cell]] })))
  }
  return all([cutCell(open, part, path)])
}

function cutBox({ box, ...rest }: Open, part: unknown, path: Path): readonly Open[] {
  const variable = indexAt(field(part, 'cut'), box.low.length, [...path, 'cut'])
  const { low: at } = numberAt(field(part, 'at'), [...path, 'at'])
  const [low, high] = [box.low[variable] ?? 0n, box.high[variable] ?? 0n]
  if (at < low || at > high) throw new Fault([...path, 'at'], 'is outside the box that it cuts')
  return [
    { box: { ...box, high: box.high.with(variable, at) }, ...rest },
    { box: { ...box, low: box.low.with(variable, at) }, ...rest },
  ]
}

function cutCell({ cells, ...rest }: Open, part: unknown, path: Path): Open {
  const user = indexAt(field(part, 'user'), cells.length, [...path, 'user'])
  const own = cells[user] ?? []
  const place = indexAt(field(part, 'cell'), own.length, [...path, 'cell'])
  const at = field(part, 'at') === undefined ? null : numberAt(field(part, 'at'), [...path, 'at']).low
  const cell = own[place]
  const two = cell === undefined ? null : halves(cell, at)
  if (two === null) throw new Fault(path, 'cuts replies that cannot be cut so')
  return { ...rest, cells: cells.with(user, [...own.slice(0, place), ...two, ...own.slice(place + 1)]) }
}

/** The users' bounds together: for any route of the box each costs at least hers. */
function leafBound(
  { menu, start, players }: Setting,
  { box, cells }: Open,
  leaf: readonly unknown[],
  path: Path,
): Fixed | null {
  if (leaf.length !== players.length) {
    throw new Fault(
      [...path, 'leaf'],
      `has ${String(leaf.length)} users; there must be ${String(players.length)}`,
    )
  }
  let total = 0n
  for (const [user, player] of players.entries()) {
    const own = [...path, 'leaf', user]
    const said = saidOf(player, leaf[user], (cells[user] ?? []).length, own)
    const least = leastCost({ menu, box, start, player }, cells[user] ?? [], said)
    if (typeof least === 'string') throw new Fault(own, least)
    if (least === null) return null
    total += leastTimes(player.weight, least)
  }
  return total
}

function saidOf(player: Player, said: unknown, cells: number, path: Path): SaidOfUser {
  const list = listAt(field(said, 'cells'), [...path, 'cells'])
  if (list.length !== cells) {
    throw new Fault(
      [...path, 'cells'],
      `is a list of ${String(list.length)}; it must be one of ${String(cells)}`,
    )
  }
  const listed = field(said, 'rivals')
  const rivals = listed === undefined ? [] : listAt(listed, [...path, 'rivals'], 100)
  return {
    rivals: rivals.map((rival, k) => rivalAt(player, rival, [...path, 'rivals', k])),
    cells: list.map((cell, k): Said => {
      const at = [...path, 'cells', k]
      return cell === null ? null : listAt(cell, at, 100).map((each, m) => numberAt(each, [...at, m]))
    }),
  }
}

function rivalAt({ sees, states, stages }: Player, rival: unknown, path: Path): Begun {
  switch (sees) {
    case 'nothing': {
      const { low, high } = numberAt(rival, path)
      if (high > one) throw new Fault(path, `is ${show(rival)}; it must be a probability`)
      return { kind: 'persistence', low, high }
    }
    case 'model': {
      const list = listAt(rival, path, states)
      return { kind: 'by-state', stays: Array.from({ length: states }, (_, k) => list[k] === 1) }
    }
    case 'attempts':
      return { kind: 'leaves-after', failures: indexAt(rival, stages + 1, path) }
  }
}

function indexAt(value: unknown, count: number, path: Path): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count) return value
  throw new Fault(path, `is ${show(value)}; it must be a whole number from 0 to ${String(count - 1)}`)
}

/** A number of few digits, not negative, as the decimal that it is. */
function numberAt(value: unknown, path: Path): Span {
  const exact = typeof value === 'number' && value >= 0 ? fewDigits(value) : null
  if (exact === null) {
    throw new Fault(
      path,
      `is ${show(value)}; it must be a number from 0 on, of ${String(digits)} digits at most`,
    )
  }
  return spanOf({ lo: exact, hi: exact })
}

/** Below it no number but 0 is taken for one of few digits. */
const least = 1e-100

/** A double as the decimal of few digits that it is written as; null where it has more. */
export function fewDigits(value: number): Fraction | null {
  const isFew = Number.isFinite(value) && Number(value.toPrecision(digits)) === value
  return isFew && (value === 0 || Math.abs(value) >= least) ? parseRational(String(value)) : null
}
