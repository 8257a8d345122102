import type { Interval } from './intervals.ts'

/**
 * How models may be slowed down, as further variables of a route: each is a share of the way to the greatest delay, from
 * 0 to 1, and stands behind the leader's own variables.
 */
export interface Slowing {
  /** By state: the variable that slows its model down; -1 where it is not slowed. */
  readonly variables: readonly number[]
  /** By state: what the user loses by the whole delay, `κ (T - t)`; where there is no ceiling, by half the way. */
  readonly amounts: readonly number[]
  /** Whether delays end at a ceiling. */
  readonly bounded: boolean
}

/** Where there is no ceiling, the share of the way at which a delay is a million times what half the way is. */
const farthest = 1 - 1e-6

/**
 * The delay at a share of the way, in units of the whole or, without a ceiling, of what half the way is: `u/(1-u)`, which
 * has no end.
 */
export function delayAt(share: number, bounded: boolean): number {
  if (bounded) return share
  const reached = Math.min(share, farthest)
  return reached / (1 - reached)
}

/** The share of the way to a delay. */
export function shareOf(delay: number, bounded: boolean): number {
  return bounded ? delay : delay / (1 + delay)
}

/** What is taken from an attempt's worth, by state. */
export function worthTaken(
  { variables, amounts, bounded }: Slowing,
  at: readonly number[],
): readonly number[] {
  return variables.map((variable, state) =>
    variable < 0 ? 0 : (amounts[state] ?? 0) * delayAt(at[variable] ?? 0, bounded),
  )
}

/** How fast a delay grows with its share, within a range of it. */
export function delayGrowth(low: number, high: number, bounded: boolean): Interval {
  const slope = (share: number): number => (1 - Math.min(share, farthest)) ** -2
  return bounded ? [1, 1] : [slope(low), slope(high)]
}
