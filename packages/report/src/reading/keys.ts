import type { CandidateEntry } from '@plumbline/game'

/** A candidate and the letter that tables, pictures and sentences of the report call it by. */
export interface KeyedCandidate extends CandidateEntry {
  readonly key: string
}

/** Letters in the order of cost: `A` is the cheapest. After `Z` follow `AA`, `AB`, … */
export function keyedCandidates(candidates: readonly CandidateEntry[]): readonly KeyedCandidate[] {
  return candidates.map((candidate, index) => ({ ...candidate, key: letters(index) }))
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}
