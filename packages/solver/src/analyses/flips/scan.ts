import { rational, type FlipVerdict, type InputFlip, type InputFlips } from '@plumbline/game'
import { differences, verdictEntry, type Verdict } from './verdict.ts'

/** A verdict with the route that it comes with. */
export interface ScannedVerdict extends Verdict {
  readonly key: FlipVerdict['route']
}

/** Solves the game with another value of a number; null where that is not one that the game allows. */
export type Look = (value: number) => ScannedVerdict | null

type Scanned = Pick<InputFlips, 'range' | 'flips' | 'solved'>

/** Shares of a number at which it is looked at, beside itself; and of its distance from an end that its field has. */
const shares = [0, 0.25, 0.5, 0.75, 0.9, 1.1, 1.5, 2, 4]
const insides = [0.1, 0.5, 1]
/** Where a number is 0. */
const fromNothing = [0.001, 0.01, 0.1, 1, 10]
/** Halvings of the distance between two values with unlike verdicts: to a millionth. */
const halvings = 20
/** Most flips between two neighbouring values. */
const mostBetween = 4

/**
 * Values of a number at which a verdict changes, found by solving the game at some values and halving between neighbours
 * that differ. Flips between two values with the same verdict stay hidden.
 *
 * @param value of the number as it is
 * @param ends of what its field, or its param, allows; null for none
 */
export function scan(
  value: number,
  { low, high }: { readonly low: number | null; readonly high: number | null },
  users: readonly string[],
  look: Look,
): Scanned {
  const inside = (end: number | null): readonly number[] =>
    end === null ? [] : insides.map((share) => value + share * (end - value))
  const wanted = value === 0 ? fromNothing : shares.map((share) => share * value)
  const places = [...new Set([value, ...wanted, ...inside(low), ...inside(high)])]
    .filter((each) => (low === null || each >= low) && (high === null || each <= high))
    .toSorted((one, other) => one - other)
  let solved = 0
  const counted: Look = (at) => {
    solved++
    return look(at)
  }
  const seen = places.flatMap((at): readonly Place[] => {
    const verdict = counted(at)
    return verdict === null ? [] : [{ at, verdict }]
  })
  const flips = seen.flatMap((place, index) => {
    const before = seen[index - 1]
    return before === undefined ? [] : flipsBetween(before, place, users, counted, mostBetween)
  })
  return { range: { from: seen[0]?.at ?? value, to: seen.at(-1)?.at ?? value }, solved, flips }
}

interface Place {
  readonly at: number
  readonly verdict: ScannedVerdict
}

/** The first change after one place, and where its far side is not yet what the other shows, what comes after. */
function flipsBetween(
  from: Place,
  to: Place,
  users: readonly string[],
  look: Look,
  most: number,
): readonly InputFlip[] {
  if (most === 0 || differences(from.verdict, to.verdict).length === 0) return []
  let [below, above] = [from, to]
  for (let step = 0; step < halvings; step++) {
    const at = (below.at + above.at) / 2
    const verdict = look(at)
    if (verdict === null) break
    if (differences(from.verdict, verdict).length > 0) above = { at, verdict }
    else below = { at, verdict }
  }
  return [flipBetween(below, above, users), ...flipsBetween(above, to, users, look, most - 1)]
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
