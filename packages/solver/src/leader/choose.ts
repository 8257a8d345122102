import { Undecided, type Arithmetic } from '@plumbline/game'
import { costAt } from '../base/outcome.ts'
import type { Place } from '../follower/reply-cells.ts'
import { compareCosts } from './compare-costs.ts'
import type { Offer, Option } from './offers.ts'

/** How ties of the user break: in the provider's favour, or against it. */
export type TieRule = 'strong' | 'weak'

/** An option that some announcement leads to, or only tends to, and the escalations of those announcements. */
export interface Available<N> {
  readonly option: Option<N>
  readonly cost: N
  readonly attained: boolean
  /** Null where no escalation matters. */
  readonly places: readonly Place<N>[] | null
}

/** The provider's choice at one penalty. */
export interface Choice<N> {
  /** All that announcements lead to, cheapest first. */
  readonly available: readonly Available<N>[]
  /** Those that cost the least, of which `chosen` is one. */
  readonly best: readonly Available<N>[]
  readonly chosen: Available<N>
  readonly place: Place<N> | null
}

/**
 * What announcements lead to when ties of the user break for the provider (every best reply can be had) or
 * against it (at each announcement the costlier of them; staying up to an open end is only approached).
 */
export function availableAt<N>(
  ar: Arithmetic<N>,
  offers: readonly Offer<N>[],
  penalty: N,
  ties: TieRule,
): readonly Available<N>[] {
  const costs = new Map<Option<N>, N>()
  const cost = (option: Option<N>): N => {
    const known = costs.get(option) ?? costAt({ arithmetic: ar }, option.line, penalty)
    costs.set(option, known)
    return known
  }
  const found = new Map<Option<N>, Available<N>>()
  const add = (option: Option<N>, place: Place<N> | null, attained: boolean): void => {
    const known = found.get(option)
    if (known?.attained === true && !attained) return
    const before = known !== undefined && known.attained === attained ? (known.places ?? []) : []
    const places = place === null ? null : [...before, place]
    found.set(option, { option, cost: cost(option), attained, places })
  }
  for (const offer of offers) {
    if (offer.kind === 'open') {
      if (ties === 'weak') for (const { option, place } of offer.limits) add(option, place, false)
      continue
    }
    const place = offer.kind === 'point' ? offer.place : null
    const options = ties === 'strong' ? offer.options : costliest(ar, offer.options, cost)
    for (const option of options) add(option, place, true)
  }
  return [...found.values()]
}

/**
 * The provider's choice among what announcements lead to: the least cost; of those what is best for the user,
 * then what is attained, then the earlier start, then `s = 0`, else 1, else the least, then persistence.
 *
 * @param starts the menu's order of starts
 * @throws Undecided where the arithmetic cannot tell which is less
 */
export function choose<N>(
  ar: Arithmetic<N>,
  available: readonly Available<N>[],
  starts: readonly number[],
): Choice<N> {
  const sorted = cheapestFirst(ar, available)
  const cheapest = sorted[0]
  if (cheapest === undefined) throw new TypeError('a menu without announcements')
  const best = sorted.filter((each) => compareCosts(ar, each.cost, cheapest.cost) === 0)
  const [chosen] = [...best].sort(
    (x, y) =>
      Number(y.attained) - Number(x.attained) ||
      compareCosts(ar, y.option.utility, x.option.utility) ||
      starts.indexOf(x.option.start) - starts.indexOf(y.option.start) ||
      comparePlaces(ar, preferred(x.places), preferred(y.places)) ||
      compareCosts(ar, y.option.persistence, x.option.persistence),
  )
  return {
    available: sorted,
    best,
    chosen: chosen ?? cheapest,
    place: preferred((chosen ?? cheapest).places),
  }
}

/**
 * By cost. Where the arithmetic cannot tell the order of some, by the doubles nearest; but which is the cheapest
 * is certain.
 *
 * @throws Undecided where that cannot be told
 */
function cheapestFirst<N>(ar: Arithmetic<N>, available: readonly Available<N>[]): readonly Available<N>[] {
  try {
    return [...available].sort((x, y) => compareCosts(ar, x.cost, y.cost))
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
  }
  const sorted = [...available].sort((x, y) => ar.toNumber(x.cost) - ar.toNumber(y.cost))
  const [first, ...others] = sorted
  if (first === undefined) return sorted
  const least = others.reduce((x, y) => (compareCosts(ar, y.cost, x.cost) < 0 ? y : x), first)
  return [least, ...sorted.filter((each) => each !== least)]
}

/** `s = 0` if it is among the places, else 1, else the least. */
function preferred<N>(places: readonly Place<N>[] | null): Place<N> | null {
  if (places === null) return null
  const named = (name: string): Place<N> | undefined => places.find((place) => place.name === name)
  return named('zero') ?? named('one') ?? places[0] ?? null
}

function comparePlaces<N>(ar: Arithmetic<N>, x: Place<N> | null, y: Place<N> | null): number {
  if (x === null || y === null) return 0
  const rank = ({ name }: Place<N>): number => (name === 'zero' ? 0 : name === 'one' ? 1 : 2)
  return rank(x) - rank(y) || compareCosts(ar, x.at, y.at)
}

function costliest<N>(
  ar: Arithmetic<N>,
  options: readonly Option<N>[],
  cost: (option: Option<N>) => N,
): readonly Option<N>[] {
  const [first, ...rest] = options
  if (first === undefined) return []
  return [rest.reduce((worst, next) => (compareCosts(ar, cost(next), cost(worst)) > 0 ? next : worst), first)]
}
