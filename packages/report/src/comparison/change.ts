import { percent } from '../formatting/amounts.ts'
import { apart } from '../formatting/decimal.ts'

/** How a number moves from one game to another. */
export type Direction = 'up' | 'down' | 'same'

/** The direction of a change; numbers no further apart than `slack` are the same. */
export function directionOf(before: number, after: number, slack = 0): Direction {
  if (Math.abs(after - before) <= slack) return 'same'
  return after > before ? 'up' : 'down'
}

/** `0.13 USD instead of 0.11 USD, 12.3% more`: the two amounts and the change relative to the first, where that is not 0. */
export function insteadOf(
  before: number,
  after: number,
  show: (value: number, digits?: number) => string,
): string {
  const [one, other] = apart(before, after, show)
  const share = relativeChange(before, after)
  const relative = share === null ? '' : `, ${percent(Math.abs(share))} ${share > 0 ? 'more' : 'less'}`
  return `${other} instead of ${one}${relative}`
}

/** The change relative to `|before|`; null where that is 0, or the sign changes, for then it would mislead. */
export function relativeChange(before: number, after: number): number | null {
  if (before === 0 || Math.sign(before) * Math.sign(after) < 0) return null
  return (after - before) / Math.abs(before)
}
