import type { PenaltyRange } from './profitable-penalties.ts'

const samples = 400
const bisections = 60

/**
 * The same by search, for costs that are no lines in the penalty: samples evenly spread over logarithms, and
 * bisection where the answer changes between neighbours. A range narrower than the samples may be missed.
 *
 * @param scale penalties from a millionth of it to a thousand times it are searched
 * @param near penalties to try as well
 */
export function searchPenalties(
  pays: (penalty: number) => boolean,
  scale: number,
  near: readonly number[],
): readonly PenaltyRange<number>[] {
  const spread = Array.from({ length: samples + 1 }, (_, index) => scale * 10 ** ((9 * index) / samples - 6))
  const places = [0, ...near.filter((at) => at > 0), ...spread].sort((x, y) => x - y)
  const ranges: { from: number; to: number | null }[] = []
  let before: { readonly at: number; readonly pays: boolean } | null = null
  for (const at of places) {
    const now = { at, pays: pays(at) }
    if (now.pays && before?.pays !== true)
      ranges.push({ from: before === null ? at : edge(pays, before, now), to: null })
    const last = ranges.at(-1)
    if (!now.pays && before?.pays === true && last !== undefined) last.to = edge(pays, before, now)
    before = now
  }
  return ranges
}

function edge(
  pays: (penalty: number) => boolean,
  before: { readonly at: number; readonly pays: boolean },
  after: { readonly at: number },
): number {
  let [low, high] = [before.at, after.at]
  for (let step = 0; step < bisections; step += 1) {
    const middle = low + (high - low) / 2
    if (pays(middle) === before.pays) low = middle
    else high = middle
  }
  return high
}
