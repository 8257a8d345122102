import type { Arithmetic } from '@plumbline/game'
import { closure, positions } from '../../process/endless.ts'

/** The states that a task begun in one may come to on a route, ascending. */
export function reachedFrom<N>(
  ar: Arithmetic<N>,
  transitions: readonly (readonly N[])[],
  start: number,
): readonly number[] {
  const next = transitions.map((row) => positions(ar, row))
  return [...closure(next, [start])].sort((a, b) => a - b)
}
