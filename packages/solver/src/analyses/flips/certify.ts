import type { InputFlip } from '@plumbline/game'

/** How many times as wide as a bracket others about it are that are looked at. */
const widths = [0, 10, 100, 1000, 10_000]

/**
 * A range about a flip of the first model within which it certainly lies: at both ends the least cost of routes with the told start and
 * a bound that no route with another start is below do not overlap. The bracket itself if it is one, else up to ten thousand times
 * as wide: near a flip two routes cost nearly the same, and bounds are only so close.
 *
 * @param startAt the first model that is certainly best at a value of the number; null where that is not shown
 * @param limits other flips, or the ends of what was looked at: the range stays between them
 * @returns null where none was shown
 */
export function certifiedRange(
  { bracket: [low, high], below, above }: InputFlip,
  startAt: (value: number) => string | null,
  limits: { readonly low: number; readonly high: number },
): readonly [number, number] | null {
  const [before, after] = [below.route?.start, above.route?.start]
  if (before === undefined || after === undefined || before === after) return null
  const width = Math.max(high - low, Number.EPSILON * Math.abs(high))
  const end = (from: number, side: 1 | -1, start: string): number | null => {
    for (const times of widths) {
      const value = from + side * times * width
      if (value <= limits.low || value >= limits.high) return null
      if (startAt(value) === start) return value
    }
    return null
  }
  const from = end(low, -1, before)
  const to = from === null ? null : end(high, 1, after)
  return from === null || to === null ? null : [from, to]
}
