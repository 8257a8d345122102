import { dot } from '../play/elimination.ts'
import { outcomeOf } from '../play/outcome.ts'
import type { Side } from '../play/side.ts'
import { favourites, type BestReplies, type Played } from './favourites.ts'

/** States at which staying and leaving are equally good, of which all combinations are looked at. */
const mostOpen = 10

/**
 * The best replies of a user who sees which model answered: optimal stopping. A rule of staying and leaving is best exactly
 * when nowhere the other answer is better (Bellman), `stay` where `Σ_k K_jk U_k >= 0`: it is improved until that holds.
 * For one kind of task and attempts that are alike.
 */
export function byModel<N>(
  side: Side<N>,
  transitions: readonly (readonly N[])[],
  start: number,
): BestReplies<N> {
  const { arithmetic: ar } = side
  const play = (stays: readonly boolean[], from: number): readonly Played<N>[] => {
    const reply = { kind: 'by-state', persistence: stays.map((stay) => ar.from(stay ? 1 : 0)) } as const
    const outcome = outcomeOf(side, transitions, from, reply)
    return outcome === null ? [] : [{ reply, outcome }]
  }
  let stays: readonly boolean[] = transitions.map(() => false)
  for (;;) {
    const values = transitions.map((_, state) => play(stays, state)[0]?.outcome.utility)
    const onward = transitions.map((row) => {
      // A loss without end, of which any loss has the sign.
      return ar.sign(
        dot(
          ar,
          row,
          values.map((value) => value ?? ar.from(-1)),
        ),
      )
    })
    const next = onward.map((sign, j) => sign > 0 || (sign === 0 && stays[j] === true))
    if (next.some((stay, j) => stay !== stays[j])) {
      stays = next
      continue
    }
    const open = onward.flatMap((sign, j) => (sign === 0 ? [j] : [])).slice(0, mostOpen)
    const rules = Array.from({ length: 2 ** open.length }, (_, choice) =>
      next.map((stay, j) => (open.includes(j) ? ((choice >> open.indexOf(j)) & 1) === 0 : stay)),
    )
    const best = favourites(
      ar,
      rules.flatMap((rule) => play(rule, start)),
      true,
    )
    const [first] = best
    if (first === undefined) throw new TypeError('a user without a reply')
    return { utility: first.outcome.utility, best, set: null, exact: true }
  }
}
