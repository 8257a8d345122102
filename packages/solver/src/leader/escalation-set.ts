import type { Arithmetic } from '@plumbline/game'
import { compareCosts } from './compare-costs.ts'
import type { Choice } from './choose.ts'
import type { EscalationRange } from './equilibrium.ts'
import type { Offer, Option } from './offers.ts'

/**
 * All escalations that cost the provider the least from the chosen start of a two-model cascade, ascending and
 * disjoint. Leaving costs the same wherever the user leaves; the cost of staying, a Möbius function of the
 * escalation, is the same either nowhere or everywhere (`constant`: `C1 = C2` or `p1 = 1`).
 *
 * @param constant asked only where more than one point is in question
 */
export function escalationSet<N>(
  ar: Arithmetic<N>,
  offers: readonly Offer<N>[],
  choice: Choice<N>,
  constant: () => boolean,
): readonly EscalationRange<N>[] {
  const { start } = choice.chosen.option
  const best = new Map(choice.best.map((each) => [each.option, each]))
  const staysBest = choice.best.some(
    ({ option, attained }) => option.start === start && option.reply === 'stay' && attained,
  )
  const leaveBest = choice.best.some(({ option }) => option.start === start && option.reply === 'leave')
  const isBest = (option: Option<N>, at: string): boolean => {
    const found = best.get(option)
    if (found?.attained !== true) return false
    return found.places?.some(({ name }) => name === at) === true
  }
  const ranges: EscalationRange<N>[] = []
  for (const offer of offers) {
    if (offer.start !== start || offer.kind === 'start') continue
    if (offer.kind === 'point') {
      const { at, name } = offer.place
      const included =
        offer.options.some((option) => isBest(option, name)) || (offer.stays && staysBest && constant())
      if (included) extend(ar, ranges, { from: at, to: at, fromOpen: false, toOpen: false })
      continue
    }
    const staying = offer.limits.length > 0 && staysBest && constant()
    const leaving = offer.leave !== null && leaveBest
    const between = offer.limits.length === 0 && offer.leave === null && staysBest && leaveBest && constant()
    if (!staying && !leaving && !between) continue
    extend(ar, ranges, { from: offer.from.at, to: offer.to.at, fromOpen: true, toOpen: true })
  }
  if (ranges.length > 0 || choice.place === null) return ranges
  const { at } = choice.place
  return [{ from: at, to: at, fromOpen: false, toOpen: false }]
}

/** Adds a range that begins where the last one ends, or beyond it. */
function extend<N>(ar: Arithmetic<N>, ranges: EscalationRange<N>[], next: EscalationRange<N>): void {
  const last = ranges[ranges.length - 1]
  const meets =
    last !== undefined && last.toOpen !== next.fromOpen && compareCosts(ar, last.to, next.from) === 0
  if (last === undefined || !meets) {
    ranges.push(next)
    return
  }
  ranges[ranges.length - 1] = { ...last, to: next.to, toOpen: next.toOpen }
}
