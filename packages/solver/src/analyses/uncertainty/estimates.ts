import type { EstimateEntry, IntervalEntry } from '@plumbline/game'

/** Numbers by replicate: replicates are independent of one another, numbers within one are not. */
export type ByReplicate = readonly (readonly number[])[]

/**
 * The mean over all draws, with its standard error from how far the means of the replicates lie apart. Never less than
 * what one draw weighs where a share is asked for: that nothing was seen in `n` draws does not make it impossible.
 */
export function meanOf(values: ByReplicate, least = 0): EstimateEntry {
  const means = values
    .filter((own) => own.length > 0)
    .map((own) => own.reduce((a, b) => a + b, 0) / own.length)
  const count = means.length
  const value = means.reduce((a, b) => a + b, 0) / count
  const spread = means.reduce((total, mean) => total + (mean - value) ** 2, 0)
  const error = count < 2 ? 0 : Math.sqrt(spread / (count - 1) / count)
  return { value, error: Math.max(error, least) }
}

/** The share of draws of which something holds. */
export function shareOf<T>(
  draws: readonly (readonly T[])[],
  holds: (draw: T) => boolean,
): { readonly probability: number; readonly error: number } {
  const count = draws.reduce((total, own) => total + own.length, 0)
  const { value, error } = meanOf(
    draws.map((own) => own.map((draw) => (holds(draw) ? 1 : 0))),
    1 / count,
  )
  return { probability: value, error }
}

/** Mean, and what 5 %, 50 % and 95 % of the draws lie below. */
export function intervalOf(values: ByReplicate): IntervalEntry {
  const { value, error } = meanOf(values)
  const sorted = Float64Array.from(values.flat()).sort()
  return {
    mean: value,
    error,
    low: quantile(sorted, 0.05),
    median: quantile(sorted, 0.5),
    high: quantile(sorted, 0.95),
  }
}

/** Between the two neighbours of its place in the order. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const [low, high] = [sorted[below] ?? 0, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0]
  return low + (place - below) * (high - low)
}
