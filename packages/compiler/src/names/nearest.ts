import { distance } from 'fastest-levenshtein'

/** Longer words are not compared: nobody mistyped them. */
const longest = 60

/**
 * The candidate that somebody who wrote `word` most likely meant, or null. One letter in three may be wrong, at
 * least one, but not every one; two letters that changed places count as one; a word that differs only by case comes
 * first; ties go to the earlier candidate. Where none is so near, it is one that goes on where the word ends, or the
 * other way round. Words that differ in their numbers alone are never meant for one another.
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
    if (away < least && away < word.length && !areNumbered(word, candidate)) {
      best = candidate
      least = away
    }
  }
  return best ?? longerOrShorter(word, candidates)
}

/** Letters that a word must share from its beginning with one that is longer. */
const shortest = 4

/** The first candidate that goes on where the word ends, or the other way round: `param` for `parameter`. */
function longerOrShorter(word: string, candidates: Iterable<string>): string | null {
  for (const candidate of candidates) {
    const [short, long] = candidate.length < word.length ? [candidate, word] : [word, candidate]
    if (short.length >= shortest && short !== long && long.startsWith(short) && !areNumbered(word, candidate))
      return candidate
  }
  return null
}

/** Whether two words differ in their numbers alone: `o3` is no slip for `o1`, but another model. */
function areNumbered(a: string, b: string): boolean {
  return a !== b && a.length === b.length && a.replace(/\d+/g, '') === b.replace(/\d+/g, '')
}

/** Whether a word is a mistyped other one, rather than one that only resembles it. */
export function isSlip(word: string, meant: string): boolean {
  return !word.startsWith(meant) && !meant.startsWith(word) ? true : Math.abs(word.length - meant.length) <= 1
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
