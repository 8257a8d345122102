import type { SolutionDocument, UserEntry } from '@plumbline/game'
import { read, type Reading } from '../reading/reading.ts'
import type { GameInstance } from '@plumbline/game'

/** A compiled game with its solution. */
export interface SolvedSide {
  readonly instance: GameInstance
  readonly document: SolutionDocument
}

/** Two solved games beside each other, and the users that both have. */
export interface Sides {
  readonly before: Reading
  readonly after: Reading
  readonly users: readonly { readonly before: UserEntry; readonly after: UserEntry }[]
  /** Amounts nearer to each other than this are not told apart: what the searches left open. */
  readonly slack: number
}

/** Reads both games; users are the same where their names are. */
export function sidesOf(before: SolvedSide, after: SolvedSide): Sides {
  const users = before.document.users.flatMap((user) => {
    const other = after.document.users.find(({ name }) => name === user.name)
    return other === undefined ? [] : [{ before: user, after: other }]
  })
  return {
    before: read(before.instance, before.document, { pictures: false }),
    after: read(after.instance, after.document, { pictures: false }),
    users,
    slack: openIn(before.document) + openIn(after.document),
  }
}

function openIn({ certificate: { lower, upper } }: SolutionDocument): number {
  return Math.max(0, upper - lower)
}

/** The units in which the two games cannot be compared: a sentence each. */
export function unlikeUnits(before: SolutionDocument, after: SolutionDocument): readonly string[] {
  const kinds = [
    ['cost', 'costs'],
    ['time', 'times'],
    ['utility', 'what a task is worth to users'],
  ] as const
  return kinds.flatMap(([kind, words]) => {
    const [one, other] = [before.units[kind], after.units[kind]]
    if (one === other) return []
    return [
      `${words} are in ${one ?? 'plain numbers'} in one game and in ${other ?? 'plain numbers'} in the other`,
    ]
  })
}
