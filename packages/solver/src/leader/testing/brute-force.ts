/**
 * A slow search over announcements and replies, for tests only: it knows the order of play and nothing of
 * the closed forms.
 */

/** A two-model game in doubles; `c` net of prices, `xi` the net values. */
export interface Play {
  readonly p: readonly [number, number]
  readonly c: readonly [number, number]
  readonly xi: readonly [number, number]
  readonly P: number
}

/** What one play comes to: the user's utility and the provider's cost, from the recursion over attempts. */
export function playOut(
  play: Play,
  start: 0 | 1,
  s: number,
  r: number,
): { readonly U: number; readonly J: number } {
  const { p, c, xi, P } = play
  const [a1, a2] = [1 - p[0], 1 - p[1]]
  const U2 = xi[1] / (1 - a2 * r)
  const J2 = (c[1] + a2 * (1 - r) * P) / (1 - a2 * r)
  if (start === 1) return { U: U2, J: J2 }
  const ends = 1 - a1 * r * (1 - s)
  return { U: (xi[0] + a1 * r * s * U2) / ends, J: (c[0] + a1 * ((1 - r) * P + r * s * J2)) / ends }
}

/** The greatest utility over persistences, and all costs that best replies (up to rounding) lead to. */
export function replies(
  play: Play,
  start: 0 | 1,
  s: number,
  slack = 1e-13,
): { readonly utility: number; readonly least: number; readonly most: number } {
  const tried = new Map<number, { U: number; J: number }>()
  const at = (r: number): number => {
    const found = tried.get(r) ?? playOut(play, start, s, r)
    tried.set(r, found)
    return found.U
  }
  const grid = Array.from({ length: 41 }, (_, index) => 1 - (1 - index / 40) ** 2)
  for (const r of grid) at(r)
  const top = grid.reduce((best, r) => (at(r) > at(best) ? r : best), 0)
  const index = grid.indexOf(top)
  let [low, high] = [grid[Math.max(0, index - 1)] ?? 0, grid[Math.min(40, index + 1)] ?? 1]
  for (let step = 0; step < 60; step += 1) {
    const [x, y] = [low + (high - low) / 3, high - (high - low) / 3]
    if (at(x) < at(y)) low = x
    else high = y
  }
  at(low)
  const utility = Math.max(...[...tried.values()].map(({ U }) => U))
  const scale = Math.max(...play.xi.map(Math.abs), Number.MIN_VALUE)
  const best = [...tried.values()].filter(({ U }) => U >= utility - slack * scale).map(({ J }) => J)
  return { utility, least: Math.min(...best), most: Math.max(...best) }
}

/** The least cost found over the announcements given, ties of the user for or against the provider. */
export function search(
  play: Play,
  announcements: readonly { readonly start: 0 | 1; readonly s: number }[],
  ties: 'strong' | 'weak',
): number {
  const costs = announcements.map(({ start, s }) => {
    const found = replies(play, start, s)
    return ties === 'strong' ? found.least : found.most
  })
  return Math.min(...costs)
}
