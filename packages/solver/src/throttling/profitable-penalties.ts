import { float, Undecided, type Arithmetic } from '@plumbline/game'
import { availableAt, type Available, type TieRule } from '../leader/choose.ts'
import { compareCosts } from '../leader/compare-costs.ts'
import { convertOffers } from '../leader/convert-offers.ts'
import { distinctOptions } from '../leader/flips.ts'
import type { Offer, Option } from '../leader/offers.ts'

/** Churn penalties from `from` up to `to`; null: without end. */
export interface PenaltyRange<N> {
  readonly from: N
  readonly to: N | null
}

/**
 * The churn penalties, not negative, at which the least cost over all offers is strictly below that over the
 * offers as they are: ascending and disjoint, ends not told apart from what is inside. Costs are lines in the
 * penalty, so that everything is the same between neighbouring crossings.
 *
 * @param offers as things are
 * @param further what slowing adds
 */
export function profitablePenalties<N>(
  ar: Arithmetic<N>,
  offers: readonly Offer<N>[],
  further: readonly Offer<N>[],
  ties: TieRule,
): readonly PenaltyRange<N>[] {
  if (further.length === 0) return []
  try {
    return rangesOf(ar, offers, further, ties)
  } catch (error) {
    if (!(error instanceof Undecided) && !(error instanceof TypeError)) throw error
  }
  const near = (from: readonly Offer<N>[]): readonly Offer<number>[] =>
    convertOffers(from, (x) => ar.toNumber(x)).offers
  return rangesOf(float, near(offers), near(further), ties).map(({ from, to }) => {
    return { from: ar.from(from), to: to === null ? null : ar.from(to) }
  })
}

function rangesOf<N>(
  ar: Arithmetic<N>,
  offers: readonly Offer<N>[],
  further: readonly Offer<N>[],
  ties: TieRule,
): readonly PenaltyRange<N>[] {
  const least = (from: readonly Offer<N>[], penalty: N): N =>
    leastCost(ar, availableAt(ar, from, penalty, ties))
  const pays = (penalty: N): boolean => compareCosts(ar, least(further, penalty), least(offers, penalty)) < 0
  const places = [ar.from(0), ...crossings(ar, distinctOptions([...offers, ...further]))]
  const ranges: PenaltyRange<N>[] = []
  places.forEach((from, index) => {
    const to = places[index + 1] ?? null
    const inside = to === null ? ar.add(from, ar.from(1)) : ar.div(ar.add(from, to), ar.from(2))
    if (!pays(inside)) return
    const last = ranges.at(-1)
    if (last?.to === from) ranges[ranges.length - 1] = { from: last.from, to }
    else ranges.push({ from, to })
  })
  return ranges
}

function leastCost<N>(ar: Arithmetic<N>, available: readonly Available<N>[]): N {
  const [first, ...others] = available
  if (first === undefined) throw new TypeError('a menu without announcements')
  return others.reduce((least, { cost }) => (compareCosts(ar, cost, least) < 0 ? cost : least), first.cost)
}

/** Positive penalties at which two of the options cost the same, ascending, each once. */
function crossings<N>(ar: Arithmetic<N>, options: readonly Option<N>[]): readonly N[] {
  const found = options.flatMap((one, index) =>
    options.slice(index + 1).flatMap((other) => {
      const turn = ar.sub(one.line.loss, other.line.loss)
      if (ar.sign(turn) === 0) return []
      const at = ar.div(ar.sub(other.line.serving, one.line.serving), turn)
      return ar.sign(at) > 0 ? [at] : []
    }),
  )
  const sorted = found.sort((x, y) => compareCosts(ar, x, y))
  return sorted.filter((at, index) => {
    const before = sorted[index - 1]
    return before === undefined || compareCosts(ar, before, at) !== 0
  })
}
