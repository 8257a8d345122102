import type { Arithmetic } from '@plumbline/game'
import { compareCosts } from '../leader/compare-costs.ts'

/**
 * Those of several options that give the user the most.
 *
 * @throws Undecided where the arithmetic cannot tell which is better
 */
export function favourites<N, T extends { readonly utility: N }>(
  ar: Arithmetic<N>,
  options: readonly T[],
): readonly T[] {
  let best: readonly T[] = []
  for (const option of options) {
    const [known] = best
    const order = known === undefined ? 1 : compareCosts(ar, option.utility, known.utility)
    if (order > 0) best = [option]
    else if (order === 0) best = [...best, option]
  }
  return best
}
