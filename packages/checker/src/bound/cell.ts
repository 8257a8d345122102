import { one, rough, type Fixed, type Span } from './fixed.ts'
import type { Reach } from './flow.ts'
import type { Player } from './player.ts'

/** Replies of one user that are bounded together. */
export type Cell =
  /** She does not begin. */
  | { readonly kind: 'outside' }
  /** One persistence: one point, or all strictly between two. */
  | { readonly kind: 'persistence'; readonly low: Fixed; readonly high: Fixed }
  /** By state, whether she stays: always, never, or (null) one or the other. */
  | { readonly kind: 'by-state'; readonly stays: readonly (boolean | null)[] }
  /** She leaves after so many failures; null: never. */
  | { readonly kind: 'leaves-after'; readonly failures: number | null }
  /** After at least so many, or never. */
  | { readonly kind: 'stays-through'; readonly failures: number }

/** A cell of replies in which the first attempt is made. */
export type Begun = Exclude<Cell, { readonly kind: 'outside' }>

/** All that a user may do, in the cells that a proof begins with. */
export function firstCells({ outside, sees, states, stages }: Player): readonly Cell[] {
  const absent: readonly Cell[] = outside === null ? [] : [{ kind: 'outside' }]
  switch (sees) {
    case 'nothing': {
      const cell = (low: Fixed, high: Fixed): Cell => ({ kind: 'persistence', low, high })
      return [...absent, cell(0n, 0n), cell(one, one), cell(0n, one)]
    }
    case 'model':
      return [...absent, { kind: 'by-state', stays: Array.from({ length: states }, () => null) }]
    case 'attempts':
      return [
        ...absent,
        ...Array.from({ length: stages - 1 }, (_, k): Cell => ({ kind: 'leaves-after', failures: k + 1 })),
        { kind: 'leaves-after', failures: null },
        { kind: 'stays-through', failures: stages },
      ]
  }
}

/** A cell in two parts: persistences below and above one, or staying or not in the first state that is open; null where it has none. */
export function halves(cell: Cell, at: Fixed | null): readonly [Cell, Cell] | null {
  if (cell.kind === 'persistence') {
    if (at === null || at <= cell.low || at >= cell.high) return null
    return [
      { ...cell, high: at },
      { ...cell, low: at },
    ]
  }
  if (cell.kind !== 'by-state' || at !== null) return null
  const open = cell.stays.indexOf(null)
  if (open < 0) return null
  const part = (stays: boolean): Cell => ({ ...cell, stays: cell.stays.with(open, stays) })
  return [part(false), part(true)]
}

const never: Span = { low: 0n, high: 0n }
const always: Span = { low: one, high: one }
const either: Span = { low: 0n, high: one }

/** The persistences of a cell, by node. */
export function reachOf(cell: Begun, { states, stages, nodes }: Player): Reach {
  const byNode = (of: (stage: number, state: number) => Span): Reach =>
    Array.from({ length: nodes }, (_, node) => of(Math.floor(node / states), node % states))
  switch (cell.kind) {
    case 'persistence':
      return byNode(() => cell)
    case 'by-state':
      return byNode((_, state) => {
        const stays = cell.stays[state] ?? null
        return stays === null ? either : stays ? always : never
      })
    case 'leaves-after': {
      const { failures } = cell
      return byNode((stage) => (failures === null || stage < failures - 1 ? always : never))
    }
    case 'stays-through':
      return byNode((stage) => (stage < Math.min(cell.failures, stages) - 1 ? always : either))
  }
}

/** In words, for a fault. */
export function nameOf(cell: Cell): string {
  switch (cell.kind) {
    case 'outside':
      return 'not to begin'
    case 'persistence':
      return cell.low === cell.high
        ? `persistence ${String(rough(cell.low))}`
        : `persistence from ${String(rough(cell.low))} to ${String(rough(cell.high))}`
    case 'by-state':
      return 'staying by model'
    case 'leaves-after':
      return cell.failures === null ? 'never to leave' : `leaving after ${String(cell.failures)}`
    case 'stays-through':
      return `staying for ${String(cell.failures)}`
  }
}
