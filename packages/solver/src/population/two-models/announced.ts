import { compare, equal, Undecided, type Arithmetic } from '@plumbline/game'
import { exactCost, thresholdOf, type Side } from './exact-cost.ts'
import type { Groups, Menu } from './groups.ts'
import type { TwoModelPopulation, TwoModels } from './people.ts'
import type { Announcement } from './replies.ts'
import { costError, sweepThresholds, thresholdError, type Breakpoint } from './sweep.ts'

/** An announcement and what it costs the provider, or tends to cost. */
export interface Announced<N> extends Announcement<N> {
  readonly cost: N
}

/**
 * Announcements of a start at the first model, in exact numbers, among which is the least of all where no type persists
 * with a probability strictly between 0 and 1: those at thresholds that doubles cannot tell from the best.
 *
 * @throws Undecided where the arithmetic cannot tell which threshold is less
 */
export function announcedAtThresholds<N>(
  population: TwoModelPopulation<N>,
  groups: Groups,
  inDoubles: Menu,
): readonly Announced<N>[] {
  const { menu, people } = population
  const ar = menu.arithmetic
  const sweep = sweepThresholds(inDoubles, groups, people.error)
  const slack = 2 * costError(inDoubles, people.error)
  const evaluate = (found: readonly Breakpoint[]): readonly Announced<N>[] =>
    found.flatMap((breakpoint, index) => {
      const escalation = escalationOf(population, breakpoint)
      const before = found[index - 1]
      // Types alike have one threshold.
      if (before?.near === breakpoint.near && isSame(ar, escalationOf(population, before), escalation))
        return []
      const error = thresholdError(people.error) * breakpoint.near
      return sidesOf(menu, escalation).map((side) => {
        const own = ownerOf(breakpoint)
        const cost = exactCost(population, groups, escalation, breakpoint.near, side, error, own)
        return { start: 0 as const, escalation, side, cost }
      })
    })
  const first = evaluate(sweep.upTo(sweep.least + slack))
  const least = first.reduce((best, { cost }) => Math.min(best, ar.toNumber(cost)), Infinity)
  // The bounds take the better reply of types that are only nearly tied: what was found may cost more.
  return least > sweep.least + slack ? evaluate(sweep.upTo(least + slack)) : first
}

function isSame<N>(ar: Arithmetic<N>, a: N, b: N): boolean {
  try {
    return equal(ar, a, b)
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return false
  }
}

/** The type whose threshold a breakpoint is. */
export function ownerOf({ kind, type }: Breakpoint): number | null {
  return kind === 'rising' || kind === 'falling' ? type : null
}

/** The exact escalation of a breakpoint. */
export function escalationOf<N>(
  { menu, people }: TwoModelPopulation<N>,
  { kind, type, near }: Breakpoint,
): N {
  switch (kind) {
    case 'low':
      return menu.low
    case 'high':
      return menu.high
    case 'inside':
      return menu.arithmetic.from(near)
    case 'rising':
    case 'falling': {
      const exactly = thresholdOf(menu, people.exactType(type), kind)
      const { arithmetic: ar, low, high } = menu
      if (compare(ar, exactly, low) < 0) return low
      return compare(ar, exactly, high) > 0 ? high : exactly
    }
  }
}

/** Ties that break for the provider make an escalation no dearer than those beside it. */
export function sidesOf<N>(
  { arithmetic: ar, ties, low, high }: TwoModels<N>,
  escalation: N,
): readonly Side[] {
  if (ties === 'strong') return ['at']
  const below: readonly Side[] = compare(ar, escalation, low) > 0 ? ['below'] : []
  const above: readonly Side[] = compare(ar, escalation, high) < 0 ? ['above'] : []
  return ['at', ...below, ...above]
}
