import { distance } from 'fastest-levenshtein'

/** Longer words are not compared: nobody mistyped them. */
const longest = 60

/**
 * The candidate that somebody who wrote `word` most likely meant, or null. One letter in three may be wrong, at
 * least one, but not every one; two letters that changed places count as one; a word that differs only by case comes first; ties go to the earlier candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longest) return null
  const reach = Math.max(1, Math.floor(word.length / 3))
  const folded = word.toLowerCase()
  let best: string | null = null
  let least = reach + 1
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > reach) continue
    const away = awayFrom(word, candidate, folded)
    if (away < least && away < word.length) {
      best = candidate
      least = away
    }
  }
  return best
}

function awayFrom(word: string, candidate: string, folded: string): number {
  if (candidate.toLowerCase() === folded) return 0.5
  return isSwapped(word, candidate) ? 1 : distance(word, candidate)
}

/** Whether two neighbouring letters have changed places: `modle`. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let first = 0
  while (first < a.length && a[first] === b[first]) first++
  return a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2)
}
