import { outcomeOf, type Outcome } from '../play/outcome.ts'
import type { Side } from '../play/side.ts'
import { favourites, type BestReplies, type Played } from './favourites.ts'
import { interpolate, slopeOf } from './polynomial.ts'
import { rootsInside, type Root } from './roots.ts'

type Matrix<N> = readonly (readonly N[])[]

/**
 * The best replies of a user who persists with one probability `r`. Her utility is a quotient `n(r)/d(r)` of polynomials
 * with `d(r) = Π det(I - r A K)` over the kinds of task, known by its values at enough points; it is greatest at 0, at 1
 * or where `n' d - n d'` vanishes, and all of these places are looked at.
 */
export function byPersistence<N>(side: Side<N>, transitions: Matrix<N>, start: number): BestReplies<N> {
  const { arithmetic: ar } = side
  const [zero, one] = [ar.from(0), ar.from(1)]
  const play = (persistence: N): readonly Played<N>[] => {
    const reply = { kind: 'stationary', persistence } as const
    const outcome = outcomeOf(side, transitions, start, reply)
    return outcome === null ? [] : [{ reply, outcome }]
  }
  const inside = turningPoints(side, transitions, start, ({ utility }) => utility)
  if (inside === null) {
    // All persistences are equally good for her.
    const costs = turningPoints(side, transitions, start, ({ cost }) => cost) ?? []
    const best = [one, ...costs.map(({ at }) => at), zero].flatMap(play)
    const exact = costs.every((root) => root.exact)
    return { utility: utilityOf(best), best, set: [{ from: zero, to: one }], exact }
  }
  const exact = inside.every((root) => root.exact)
  const points = [one, ...inside.toReversed().map(({ at }) => at), zero]
  const best = favourites(ar, points.flatMap(play), exact)
  const persistences = best.flatMap(({ reply }) => (reply.kind === 'stationary' ? [reply.persistence] : []))
  const isEnd = (r: N): boolean => ar.sign(r) === 0 || ar.sign(ar.sub(r, one)) === 0
  return {
    utility: utilityOf(best),
    best,
    set: persistences.toReversed().map((r) => ({ from: r, to: r })),
    exact: exact || persistences.every(isEnd),
  }
}

function utilityOf<N>([first]: readonly Played<N>[]): N {
  if (first === undefined) throw new TypeError('a user without a reply')
  return first.outcome.utility
}

/** Where a quantity of the outcome neither rises nor falls with persistence, inside (0, 1); null where it is constant. */
function turningPoints<N>(
  side: Side<N>,
  transitions: Matrix<N>,
  start: number,
  of: (outcome: Outcome<N>) => N,
): readonly Root<N>[] | null {
  const { arithmetic: ar, kinds } = side
  const depth = kinds[0]?.stages.length ?? 1
  const degree = kinds.length * transitions.length + depth - 1
  const outcomes = Array.from({ length: degree + 1 }, (_, k) => {
    const at = ar.from(`${String(k + 1)}/${String(degree + 2)}`)
    const outcome = outcomeOf(side, transitions, start, { kind: 'stationary', persistence: at })
    if (outcome === null) throw new TypeError('a task that does not end though the user may leave')
    return { at, outcome }
  })
  const under = outcomes.map(({ at, outcome }) => ({ at, value: outcome.determinant }))
  const over = outcomes.map(({ at, outcome }) => ({ at, value: ar.mul(of(outcome), outcome.determinant) }))
  const slope = slopeOf(ar, interpolate(ar, over), interpolate(ar, under))
  return slope.length === 0 ? null : rootsInside(ar, slope, side.surds)
}
