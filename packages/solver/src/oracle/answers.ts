import { playOut, type Outcome, type Persistence } from './play-out.ts'
import type { Sheet, SheetUser } from './sheet.ts'

/** The most that a user can have of a route, and what the provider pays at her best answers: least and most. */
export interface Answers {
  readonly utility: number
  readonly least: number
  readonly most: number
}

const grid = Array.from({ length: 25 }, (_, index) => 1 - (1 - index / 24) ** 2)
const longest = 30

/**
 * A user's best answers to a route, up to rounding: a grid of persistences with golden sections about its peaks; all rules of
 * staying and leaving by model; all numbers of failures up to sixty, and never.
 *
 * @param slack how much less than the best still counts as a tie, relative to the size of the values
 */
export function answers(
  sheet: Sheet,
  user: SheetUser,
  matrix: readonly (readonly number[])[],
  start: number,
  slack = 1e-12,
): Answers {
  const depth = Math.max(...sheet.attempts.flat().map((list) => list.length)) - 1
  const play = (persistence: Persistence, line: number): readonly Outcome[] => {
    const found = playOut(sheet, user, matrix, start, persistence, line)
    return found === null ? [] : [found]
  }
  const tried = triedBy(sheet, user, play, depth)
  const absent: readonly Outcome[] =
    user.outside === null ? [] : [{ U: user.outside, J: sheet.P, attempts: 0 }]
  const all = [...absent, ...tried]
  const utility = all.reduce((most, { U }) => Math.max(most, U), -Infinity)
  const size = Math.max(Math.abs(utility), user.V)
  const best = all.filter(({ U }) => U >= utility - slack * size).map(({ J }) => J)
  return { utility, least: Math.min(...best), most: Math.max(...best) }
}

function triedBy(
  sheet: Sheet,
  user: SheetUser,
  play: (persistence: Persistence, line: number) => readonly Outcome[],
  depth: number,
): readonly Outcome[] {
  switch (user.sees) {
    case 'nothing': {
      const at = (r: number): readonly Outcome[] => play(() => r, depth)
      const worth = (r: number): number => at(r)[0]?.U ?? -Infinity
      const even = grid.map((r) => worth(r))
      const peaks = grid.flatMap((r, index) => {
        const here = even[index] ?? -Infinity
        const [before, after] = [grid[index - 1] ?? r, grid[index + 1] ?? r]
        const isPeak = here >= (even[index - 1] ?? -Infinity) && here >= (even[index + 1] ?? -Infinity)
        return isPeak ? at(peak(worth, before, after)) : []
      })
      return [...grid.flatMap(at), ...peaks]
    }
    case 'model': {
      const models = sheet.attempts[0]?.length ?? 0
      return Array.from({ length: 2 ** models }, (_, rule) =>
        play((_, model) => (rule >> model) & 1, depth),
      ).flat()
    }
    case 'attempts': {
      const counts = Array.from({ length: longest }, (_, m) =>
        play((k) => (k <= m ? 1 : 0), Math.max(depth, m)),
      )
      return [...counts.flat(), ...play(() => 1, depth)]
    }
  }
}

function peak(worth: (r: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 36; step++) {
    const [x, y] = [low + (high - low) * 0.382, low + (high - low) * 0.618]
    if (worth(x) < worth(y)) low = x
    else high = y
  }
  return (low + high) / 2
}
