import { distance } from 'fastest-levenshtein'

/** Longer words are not compared: nobody mistyped them. */
const longest = 60

/**
 * The candidate that somebody who wrote `word` most likely meant, or null. One letter in three may be wrong, at
 * least one; a word that differs only by case comes first; ties go to the earlier candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longest) return null
  const reach = Math.max(1, Math.floor(word.length / 3))
  const folded = word.toLowerCase()
  let best: string | null = null
  let least = reach + 1
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > reach) continue
    const away = candidate.toLowerCase() === folded ? 0.5 : distance(word, candidate)
    if (away < least) {
      best = candidate
      least = away
    }
  }
  return best
}
