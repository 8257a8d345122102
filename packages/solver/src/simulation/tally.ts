import { betaOf, betaQuantile } from '../distribution/beta.ts'

/** Sums over tasks of a quantity less its expected value, which keeps their digits. */
export interface Tally {
  count: number
  sum: number
  squares: number
  cubes: number
  /** The greatest distance from the expected value. */
  most: number
}

export function newTally(): Tally {
  return { count: 0, sum: 0, squares: 0, cubes: 0, most: 0 }
}

/** Notes one task's quantity, less what is expected. */
export function note(tally: Tally, off: number): void {
  tally.count += 1
  tally.sum += off
  tally.squares += off * off
  tally.cubes += off * off * off
  const size = off < 0 ? -off : off
  if (size > tally.most) tally.most = size
}

/** Adds what others noted. */
export function addTally(to: Tally, from: Tally): void {
  to.count += from.count
  to.sum += from.sum
  to.squares += from.squares
  to.cubes += from.cubes
  to.most = Math.max(to.most, from.most)
}

/** Of the intervals: nineteen in twenty hold the value that they are for. */
export const level = 0.95
/** The normal quantile of a two-sided interval at this level. */
const reach = 1.959963984540054

export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * The interval of Clopper and Pearson (1934) for a probability: holds it in at least 95 % of all runs, whatever it is, 0 and 1
 * included.
 */
export function proportionInterval(successes: number, count: number): Interval {
  const tail = (1 - level) / 2
  return {
    low: successes === 0 ? 0 : betaQuantile(betaOf(successes, count - successes + 1), tail),
    high: successes === count ? 1 : betaQuantile(betaOf(successes + 1, count - successes), 1 - tail),
  }
}

/**
 * An interval for a mean: normal, and moved for skewness as Johnson (1978) does, `x̄ + μ₃/(6 s² n) ± z s/√n`. It presumes tasks
 * enough that rare and dear outcomes have occurred. Null for fewer than two tasks.
 */
export function meanInterval({ count, sum, squares, cubes }: Tally, expected: number): Interval | null {
  if (count < 2) return null
  const mean = sum / count
  const variance = Math.max(0, (squares - count * mean * mean) / (count - 1))
  const third = cubes / count - (3 * mean * squares) / count + 2 * mean ** 3
  const shift = variance === 0 ? 0 : third / (6 * variance * count)
  const half = reach * Math.sqrt(variance / count)
  return { low: expected + mean + shift - half, high: expected + mean + shift + half }
}

/** Standard errors that a right solution leaves in fewer than one quantity in a million, for many tasks. */
const farOff = 5

/**
 * Whether a mean is no further from its expected value than chance explains. By Bernstein's inequality a right solution fails
 * with a probability of at most `2 exp(-12.5)`, 8 in a million, where `scale` bounds the distance of one task's value
 * from the mean and the variance is that of the tasks.
 *
 * @param scale how far one task may be off, if no task was further
 */
export function isByChance({ count, sum, squares, most }: Tally, scale: number): boolean {
  if (count === 0) return true
  const mean = sum / count
  const variance = Math.max(0, squares / count - mean * mean)
  const allowed = farOff * Math.sqrt(variance / count) + (farOff ** 2 * Math.max(most, scale)) / count
  return Math.abs(mean) <= allowed + 1e-9 * scale
}
