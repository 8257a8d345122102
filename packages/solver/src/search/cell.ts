import type { ReplyRange } from './flow.ts'
import type { Player } from './player.ts'

/** A set of replies of one user that is bounded as one. */
export type Cell =
  /** Does not begin: the outside option. */
  | { readonly kind: 'outside' }
  /** One persistence after every failure, within a range. */
  | { readonly kind: 'persistence'; readonly low: number; readonly high: number }
  /** Stays or leaves by state: a persistence of 0 or 1 for each, or either where it is left open. */
  | { readonly kind: 'by-state'; readonly low: readonly number[]; readonly high: readonly number[] }
  /** Leaves after exactly so many failures. */
  | { readonly kind: 'leaves-after'; readonly failures: number }
  /** Leaves after at least so many failures, or never. */
  | { readonly kind: 'stays-through'; readonly failures: number }
  /** Never leaves, told from `stays-through` by being one reply only. */
  | { readonly kind: 'never-leaves' }

/** A cell of which something is done. */
export type Begun = Exclude<Cell, { kind: 'outside' }>

/** The replies that a user has, cut into cells. */
export function firstCells({ sees, outside, states, stages }: Player): readonly Cell[] {
  const out: readonly Cell[] = outside === null ? [] : [{ kind: 'outside' }]
  switch (sees) {
    case 'nothing':
      return [
        ...out,
        { kind: 'persistence', low: 0, high: 0 },
        { kind: 'persistence', low: 1, high: 1 },
        { kind: 'persistence', low: 0, high: 1 },
      ]
    case 'model': {
      const each = (value: number): readonly number[] => Array.from({ length: states }, () => value)
      return [...out, { kind: 'by-state', low: each(0), high: each(1) }]
    }
    case 'attempts': {
      const exact = Array.from({ length: stages - 1 }, (_, index): Cell => {
        return { kind: 'leaves-after', failures: index + 1 }
      })
      return [...out, ...exact, { kind: 'never-leaves' }, { kind: 'stays-through', failures: stages }]
    }
  }
}

/** The persistences that a cell allows at each node. */
export function rangeOf(cell: Begun, { states, stages, nodes }: Player): ReplyRange {
  const everywhere = (value: number): Float64Array => new Float64Array(nodes).fill(value)
  const until = (failures: number): Float64Array => everywhere(0).fill(1, 0, (failures - 1) * states)
  const byState = (values: readonly number[]): Float64Array => {
    const list = new Float64Array(nodes)
    for (let node = 0; node < nodes; node++) list[node] = values[node % states] ?? 0
    return list
  }
  switch (cell.kind) {
    case 'persistence': {
      const low = everywhere(cell.low)
      return { low, high: cell.high === cell.low ? low : everywhere(cell.high) }
    }
    case 'by-state':
      return { low: byState(cell.low), high: byState(cell.high) }
    case 'leaves-after': {
      const steps = until(cell.failures)
      return { low: steps, high: steps }
    }
    case 'stays-through':
      return { low: until(Math.min(cell.failures, stages)), high: everywhere(1) }
    case 'never-leaves': {
      const always = everywhere(1)
      return { low: always, high: always }
    }
  }
}

/** The two halves of a cell, of persistences below and above the middle or another one, or null where it is not divided. */
export function halve(cell: Cell, at?: number): readonly [Cell, Cell] | null {
  if (cell.kind === 'by-state') {
    const open = cell.low.findIndex((low, state) => low !== cell.high[state])
    if (open < 0) return null
    const set = (list: readonly number[], value: number): readonly number[] =>
      list.map((each, state) => (state === open ? value : each))
    return [
      { ...cell, high: set(cell.high, 0) },
      { ...cell, low: set(cell.low, 1) },
    ]
  }
  if (cell.kind !== 'persistence' || cell.low === cell.high) return null
  const middle = at ?? (cell.low + cell.high) / 2
  if (middle <= cell.low || middle >= cell.high) return null
  return [
    { ...cell, high: middle },
    { ...cell, low: middle },
  ]
}

/** How much persistence a cell leaves open. */
export function widthOf(cell: Cell): number {
  if (cell.kind === 'persistence') return cell.high - cell.low
  return cell.kind === 'by-state' && cell.low.some((low, state) => low !== cell.high[state]) ? 1 : 0
}
