import type { BoxLeaf } from '@plumbline/game'
import type { Box } from '../box.ts'
import { boundOfCell, boundUnder, isNeverBest, utilityAssuredBy } from '../cell-bound.ts'
import { rangeOf, type Begun, type Cell } from '../cell.ts'
import { conditionsOf, type Condition } from '../conditions.ts'
import type { ReplyRange } from '../flow.ts'
import { contenders, repliesAt } from '../play.ts'
import type { Player } from '../player.ts'
import { centreOf, usualRivals } from '../side.ts'
import { rounded } from './digits.ts'

/** A user over a box of routes, as a proof has her: a bound of each cell by multipliers of few digits. */
export interface UserBound {
  readonly player: Player
  readonly cells: readonly Cell[]
  /** By cell; `Infinity` where no reply of it is a best one. */
  readonly values: readonly number[]
  readonly leaf: BoxLeaf
}

/** The least over a user's cells. */
export function valueOf({ values }: UserBound): number {
  return Math.min(...values)
}

const mostRivals = 3

/**
 * Bounds a user's cells over a box, by those of the search's bounds that a checker can redo: linear conditions on expected
 * attempts, and a multiplier for each.
 *
 * @param enough a bound from which on more is of no use
 */
export function boundUser(
  player: Player,
  start: number,
  box: Box,
  cells: readonly Cell[],
  enough: number,
): UserBound {
  const usual = usualRivals(player)
  const listed = rivalsAt(player, start, box)
  const sure = [...(player.outside === null ? [] : [outside]), ...usual, ...listed]
    .map((rival) => utilityAssuredBy(player, box, start, rival))
    .reduce((one, other) => Math.max(one, other))
  const rivals = player.sees === 'nothing' ? listed : [...usual, ...listed]
  const found = cells.map((cell) => boundCell(player, start, box, cell, sure, rivals, enough))
  return {
    player,
    cells,
    values: found.map(({ value }) => value),
    leaf: {
      ...(listed.length === 0 ? {} : { rivals: listed.map(formOf) }),
      cells: found.map(({ multipliers }) => multipliers),
    },
  }
}

const outside: Cell = { kind: 'outside' }

/** What is best at the centre of a box, in few digits. */
function rivalsAt(player: Player, start: number, box: Box): readonly Begun[] {
  const usual = usualRivals(player)
  const found = contenders(repliesAt(player, centreOf(box), start)).flatMap((reply): readonly Begun[] => {
    if (reply.kind === 'outside' || reply.kind === 'stays-through' || reply.kind === 'never-leaves') return []
    if (reply.kind !== 'persistence') return [reply]
    const r = rounded(reply.low)
    return r > 0 && r < 1 ? [{ kind: 'persistence', low: r, high: r }] : []
  })
  const texts = new Set(usual.map((rival) => JSON.stringify(rival)))
  return found
    .filter((rival) => {
      const text = JSON.stringify(rival)
      return texts.size < texts.add(text).size
    })
    .slice(0, mostRivals)
}

function formOf(rival: Begun): number | readonly number[] {
  if (rival.kind === 'persistence') return rival.low
  if (rival.kind === 'by-state') return rival.low
  return rival.kind === 'leaves-after' ? rival.failures : 0
}

/** Of the greatest worth of an attempt, by how much a slope or a utility has to differ for doubles to tell. */
const margin = 1e-11

function boundCell(
  player: Player,
  start: number,
  box: Box,
  cell: Cell,
  sure: number,
  rivals: readonly Begun[],
  enough: number,
): { readonly value: number; readonly multipliers: readonly number[] | null } {
  if (cell.kind === 'outside') {
    const isBeaten = player.outside !== null && sure > player.outside + margin * sizeOf(player)
    return isBeaten ? { value: Infinity, multipliers: null } : { value: player.absent, multipliers: [] }
  }
  if (isNeverBest(player, box, start, cell, sure, margin * sizeOf(player))) {
    return { value: Infinity, multipliers: null }
  }
  const { multipliers } = boundOfCell(player, box, start, cell, sure, rivals, enough)
  const range = rangeOf(cell, player)
  const conditions = conditionsOf(player, box, start, cell, range, sure, rivals)
  let best: { readonly value: number; readonly multipliers: readonly number[] } | null = null
  // Where no reply can be best all multiples are good, and the least lose the fewest digits.
  for (let share = 1; share > leastShare; share /= 10) {
    const few = conditions.map((_, k) => rounded(share * (multipliers?.[k] ?? 0)))
    const bound = boundUnder(player, box, start, cell, conditions, few)
    const value = bound - lostBy(player, range, conditions, few)
    if (best === null || value > best.value) best = { value, multipliers: few }
    if (value >= enough || bound < enough) break
  }
  return best ?? { value: -Infinity, multipliers: conditions.map(() => 0) }
}

const leastShare = 1e-7

/** Of the terms of a bound, what doubles may lose of it for each attempt. */
const lost = 4e-15

/** What the doubles of a bound may have lost, generously: terms that cancel out may be far greater than what is left. */
function lostBy(
  { kinds, penalty }: Player,
  { high }: ReplyRange,
  conditions: readonly Condition[],
  multipliers: readonly number[],
): number {
  const most = (amounts: Float64Array | undefined): number =>
    amounts === undefined ? 0 : amounts.reduce((top, each) => Math.max(top, Math.abs(each)), 0)
  const terms = kinds.map(({ cost, failure }, k) => {
    const goesOn = failure.reduce((top, a, node) => Math.max(top, a * (high[node] ?? 1)), 0)
    const priced = conditions.reduce(
      (sum, { constant, amounts }, c) =>
        sum + (multipliers[c] ?? 0) * (Math.abs(constant) + most(amounts[k])),
      most(cost),
    )
    return priced / (1 - goesOn)
  })
  return lost * (Math.abs(penalty) + Math.max(...terms))
}

function sizeOf({ kinds }: Player): number {
  return Math.max(...kinds.flatMap(({ worth }) => [...worth].map(Math.abs)))
}
