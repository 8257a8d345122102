import type { Arithmetic } from '@plumbline/game'

/**
 * All best responses of a user as a set of persistences `r = 1 - q`, each in [0, 1]: one point, the two ends
 * (leaving at once and never leaving are equally good, everything between is worse), or all of [0, 1].
 */
export type PersistenceSet<N> =
  { readonly kind: 'point'; readonly at: N } | { readonly kind: 'ends' } | { readonly kind: 'all' }

/** The closed intervals of persistence in the set, ascending; a point has equal ends. */
export function persistenceIntervals<N>(
  ar: Arithmetic<N>,
  set: PersistenceSet<N>,
): readonly { readonly from: N; readonly to: N }[] {
  const zero = ar.from(0)
  const one = ar.from(1)
  switch (set.kind) {
    case 'point':
      return [{ from: set.at, to: set.at }]
    case 'ends':
      return [
        { from: zero, to: zero },
        { from: one, to: one },
      ]
    case 'all':
      return [{ from: zero, to: one }]
  }
}
