import type { ReplyRange } from './sub-solution.ts'
import type { Player } from './player.ts'

/** A set of replies of one user that is bounded as one. */
export type Cell =
  /** Does not begin: the outside option. */
  | { readonly kind: 'outside' }
  /** One persistence after every failure, within a range. */
  | { readonly kind: 'persistence'; readonly low: number; readonly high: number }
  /** A persistence of its own for each state. */
  | { readonly kind: 'by-state'; readonly low: readonly number[]; readonly high: readonly number[] }
  /** Leaves after exactly so many failures. */
  | { readonly kind: 'leaves-after'; readonly failures: number }
  /** Leaves after at least so many failures, or never. */
  | { readonly kind: 'stays-through'; readonly failures: number }

/** The replies that a user has, cut into cells. */
export function firstCells({ sees, outside, rows, kinds }: Player): readonly Cell[] {
  const out: readonly Cell[] = outside === null ? [] : [{ kind: 'outside' }]
  switch (sees) {
    case 'nothing':
      return [
        ...out,
        { kind: 'persistence', low: 0, high: 0 },
        { kind: 'persistence', low: 1, high: 1 },
        { kind: 'persistence', low: 0, high: 1 },
      ]
    case 'model':
      return [...out, { kind: 'by-state', low: rows.map(() => 0), high: rows.map(() => 1) }]
    case 'attempts': {
      const stages = kinds[0]?.stages.length ?? 1
      const exact = Array.from({ length: stages - 1 }, (_, index): Cell => {
        return { kind: 'leaves-after', failures: index + 1 }
      })
      return [...out, ...exact, { kind: 'stays-through', failures: stages }]
    }
  }
}

/** The persistences that a cell allows at each stage and state. */
export function rangeOf(cell: Exclude<Cell, { kind: 'outside' }>, { rows, kinds }: Player): ReplyRange {
  const stages = kinds[0]?.stages ?? []
  const everywhere = (value: number): readonly (readonly number[])[] =>
    stages.map(() => rows.map(() => value))
  switch (cell.kind) {
    case 'persistence':
      return { low: everywhere(cell.low), high: everywhere(cell.high) }
    case 'by-state':
      return { low: stages.map(() => cell.low), high: stages.map(() => cell.high) }
    case 'leaves-after': {
      const steps = stages.map((_, stage) => rows.map(() => (stage + 1 < cell.failures ? 1 : 0)))
      return { low: steps, high: steps }
    }
    case 'stays-through':
      return {
        low: stages.map((_, stage) => rows.map(() => (stage + 1 < cell.failures ? 1 : 0))),
        high: everywhere(1),
      }
  }
}

/** The two halves of a cell, or null where it is not divided. */
export function halve(cell: Cell): readonly [Cell, Cell] | null {
  if (cell.kind !== 'persistence' || cell.low === cell.high) return null
  const middle = (cell.low + cell.high) / 2
  if (middle <= cell.low || middle >= cell.high) return null
  return [
    { ...cell, high: middle },
    { ...cell, low: middle },
  ]
}

/** How much persistence a cell leaves open. */
export function widthOf(cell: Cell): number {
  return cell.kind === 'persistence' ? cell.high - cell.low : 0
}
