import type { Arithmetic } from '@plumbline/game'
import { closure, positions } from '../../process/endless.ts'
import type { Start } from '../../process/process.ts'

/** The states that a task begun in one may come to on a route, ascending. */
export function reachedFrom<N>(
  ar: Arithmetic<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
): readonly number[] {
  const next = transitions.map((row) => positions(ar, row))
  return [...closure(next, typeof start === 'number' ? [start] : positions(ar, start))].sort((a, b) => a - b)
}
