import type { Arithmetic } from '@plumbline/game'
import { stayingEscalation } from '../../base/thresholds.ts'
import { escalationOf, sidesOf, type Announced } from './announced.ts'
import { costsFromFirst, exactCost, pairOf, type Side } from './exact-cost.ts'
import { placeOf, type Groups, type Menu } from './groups.ts'
import type { TwoModelPopulation } from './people.ts'
import { curvesAt } from './pieces.ts'
import { searchEscalations } from './search.ts'
import { thresholdError } from './sweep.ts'

/** Thresholds that a double may be, looked at. */
const most = 8

/** What a search found of a start at the first model. */
export interface SearchedAnnouncements<N> {
  readonly announced: readonly Announced<N>[]
  readonly lower: number
  readonly nodes: number
}

/**
 * The best escalations of a start at the first model where some types persist with a probability in between: found in
 * doubles, then played in the game's own numbers. A threshold that is best is exact, others are the doubles found.
 */
export function searchAnnounced<N>(
  population: TwoModelPopulation<N>,
  groups: Groups,
  inDoubles: Menu,
  known: number,
  limits: { readonly tolerance: number; readonly nodes: number },
): SearchedAnnouncements<N> {
  const { menu } = population
  const { best, lower, nodes } = searchEscalations(inDoubles, groups, known, limits)
  const announced = best.flatMap(({ escalation: near }) =>
    exactPlaces(population, groups, near).flatMap((place) =>
      sidesOf(menu, place.escalation).map((side): Announced<N> => {
        const cost = costOfAnnouncement(population, groups, inDoubles, place, near, side)
        return { start: 0, escalation: place.escalation, side, cost }
      }),
    ),
  )
  return { announced, lower, nodes }
}

/** An escalation in the game's own numbers; `own` is the type whose threshold it is. */
interface Place<N> {
  readonly escalation: N
  readonly own: number | null
}

/** The exact limit that a double is the nearest to, or all thresholds that it may be; else the double. */
function exactPlaces<N>(
  population: TwoModelPopulation<N>,
  groups: Groups,
  near: number,
): readonly Place<N>[] {
  const { menu, people } = population
  const { arithmetic: ar } = menu
  if (near === ar.toNumber(menu.low)) return [{ escalation: menu.low, own: null }]
  if (near === ar.toNumber(menu.high)) return [{ escalation: menu.high, own: null }]
  const error = thresholdError(people.error) * near
  const jumps = (['rising', 'falling'] as const).flatMap((kind) => {
    const { at, order } = groups[kind]
    const from = placeOf(at, near - error, 'from')
    const to = Math.min(placeOf(at, near + error, 'after'), from + most)
    return Array.from(order.subarray(from, to), (own): Place<N> => {
      return { escalation: escalationOf(population, { near, kind, type: own }), own }
    })
  })
  if (jumps.length > 0) return jumps
  const { staysTo, order } = groups.curves
  const place = placeOf(staysTo, near, 'from')
  if (staysTo[place] !== near) return [{ escalation: ar.from(near), own: null }]
  const pair = pairOf(menu, people.exactType(order[place] ?? 0))
  return [{ escalation: stayingEscalation(pair), own: null }]
}

/**
 * What an escalation from the first model costs: exact for the types that stay or leave, and in doubles for those that
 * persist with a probability in between, whose costs have no common exact form.
 *
 * @param near the double nearest to the escalation
 */
function costOfAnnouncement<N>(
  population: TwoModelPopulation<N>,
  groups: Groups,
  inDoubles: Menu,
  { escalation, own }: Place<N>,
  near: number,
  side: Side,
): N {
  const { menu, people } = population
  const { arithmetic: ar } = menu
  const { order } = groups.curves
  const { from, to, between } = curvesAt(inDoubles, groups.curves, near)
  const { stay, leave } = costsFromFirst(menu)
  const error = thresholdError(people.error) * near
  const jumping = exactCost(population, groups, escalation, near, side, error, own)
  const leaving = ar.mul(people.weightOf(order, 0, from), leave)
  const staying = ar.mul(people.weightOf(order, to, order.length), stay(escalation))
  return addNearly(ar, ar.add(jumping, ar.add(leaving, staying)), ar.from(between))
}

/** A sum of numbers over unlike square roots has no exact form here: the later one is taken as the double nearest. */
export function addNearly<N>(ar: Arithmetic<N>, sum: N, term: N): N {
  try {
    return ar.add(sum, term)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return ar.add(sum, ar.from(ar.toNumber(term)))
  }
}
