import { rational, type FlipVerdict, type InputFlip } from '@plumbline/game'
import { differences, verdictEntry, type Verdict } from './verdict.ts'

/** A verdict with the route that it comes with. */
export interface ScannedVerdict extends Verdict {
  readonly key: FlipVerdict['route']
}

/** Solves the game with another value of a number; null where that is not one that the game allows. */
export type Look = (value: number) => ScannedVerdict | null

/** Shares of a number at which it is looked at, beside itself; and of its distance from an end that its field has. */
const shares = [0, 0.25, 0.5, 0.75, 0.9, 1.1, 1.5, 2, 4]
const insides = [0.1, 0.5, 1]
/** Where a number is 0. */
const fromNothing = [0.001, 0.01, 0.1, 1, 10]
/** Halvings of the distance between two values with unlike verdicts: to a millionth. */
const halvings = 20
/** Most flips between two neighbouring values. */
const mostBetween = 4

/** A value of a number, and what the game comes to there. */
interface Place {
  readonly at: number
  readonly verdict: ScannedVerdict
}

/**
 * The verdicts at some values of a number, ascending: at shares and multiples of it, and on its way to the ends.
 *
 * @param value of the number as it is
 * @param ends of what its field, or its param, allows; null for none
 */
export function survey(
  value: number,
  { low, high }: { readonly low: number | null; readonly high: number | null },
  look: Look,
): readonly Place[] {
  const inside = (end: number | null): readonly number[] =>
    end === null ? [] : insides.map((share) => value + share * (end - value))
  const wanted = value === 0 ? fromNothing : shares.map((share) => share * value)
  return [...new Set([value, ...wanted, ...inside(low), ...inside(high)])]
    .filter((each) => (low === null || each >= low) && (high === null || each <= high))
    .toSorted((one, other) => one - other)
    .flatMap((at): readonly Place[] => {
      const verdict = look(at)
      return verdict === null ? [] : [{ at, verdict }]
    })
}

/**
 * Values at which a verdict changes, by halving between neighbours that differ. Flips between two neighbours with the same
 * verdict stay hidden.
 *
 * @param goesOn whether there is time for another look; where there is none, brackets stay as wide as they are
 */
export function sharpen(
  seen: readonly Place[],
  users: readonly string[],
  look: Look,
  goesOn: () => boolean,
): readonly InputFlip[] {
  return seen.flatMap((place, index) => {
    const before = seen[index - 1]
    return before === undefined ? [] : flipsBetween(before, place, { users, look, goesOn }, mostBetween)
  })
}

interface Sharpening {
  readonly users: readonly string[]
  readonly look: Look
  readonly goesOn: () => boolean
}

/** The first change after one place, and where its far side is not yet what the other shows, what comes after. */
function flipsBetween(from: Place, to: Place, how: Sharpening, most: number): readonly InputFlip[] {
  if (most === 0 || differences(from.verdict, to.verdict).length === 0) return []
  let [below, above] = [from, to]
  for (let step = 0; step < halvings && how.goesOn(); step++) {
    const at = (below.at + above.at) / 2
    const verdict = how.look(at)
    if (verdict === null) break
    if (differences(from.verdict, verdict).length > 0) above = { at, verdict }
    else below = { at, verdict }
  }
  return [flipBetween(below, above, how.users), ...flipsBetween(above, to, how, most - 1)]
}

function flipBetween(below: Place, above: Place, users: readonly string[]): InputFlip {
  return {
    at: nearestRound(below.at, above.at),
    exact: null,
    bracket: [below.at, above.at],
    changes: differences(below.verdict, above.verdict),
    below: verdictEntry(below.verdict, below.verdict.key, users),
    above: verdictEntry(above.verdict, above.verdict.key, users),
  }
}

/** The number of fewest digits between two. */
function nearestRound(low: number, high: number): number {
  for (let digits = 1; digits <= 17; digits++) {
    const rounded = Number(((low + high) / 2).toPrecision(digits))
    if (rounded >= low && rounded <= high) return rounded
  }
  return rational((low + high) / 2).valueOf()
}
