import {
  at,
  Undecided,
  type Assignment,
  type Game,
  type GameInstance,
  type NumericUser,
} from '@plumbline/game'
import type { Types } from './listed.ts'

/** A user's numbers as fractions. */
type Plain = NumericUser<string>

/** The users of a game with people who differ, each type one, and whose type each is. */
export interface People {
  readonly users: readonly Plain[]
  /** For each the index of the declared user. */
  readonly declared: readonly number[]
  /** At which the game itself is the same for all: the first type of each user. */
  readonly assignment: Assignment
}

/**
 * Every type of every declared user as a user of the game, her numbers worked out from the instance at the numbers of the type;
 * the types of one share her weight.
 *
 * @returns null where types of one user differ in weight
 * @throws Undecided where a number of theirs is not rational
 */
export function peopleOf(
  instance: GameInstance,
  assignment: Assignment,
  types: readonly Types[],
): People | null {
  const firsts = new Map([...assignment, ...types.flatMap(([first]) => [...(first ?? [])])])
  const users: Plain[] = []
  const declared: number[] = []
  for (const [user, own] of types.entries()) {
    let weight: string | null = null
    for (const type of own) {
      const evaluation = at(instance, new Map([...firsts, ...type]), (game) => plain(game, user, own.length))
      if (!evaluation.ok) throw new Undecided("a type's numbers")
      const found = evaluation.value
      if (weight !== null && weight !== found.weight) return null
      weight = found.weight
      users.push(found)
      declared.push(user)
    }
  }
  return { users, declared, assignment: firsts }
}

function plain<N>({ arithmetic: ar, users }: Game<N>, index: number, of: number): Plain {
  const user = users[index]
  if (user === undefined) throw new RangeError(`no user ${String(index)}`)
  const fraction = (x: N): string => {
    const form = ar.toExact(x)
    if (typeof form !== 'string') throw new Undecided("a type's numbers")
    return form
  }
  return {
    ...user,
    weight: fraction(ar.div(user.weight, ar.from(of))),
    value: fraction(user.value),
    patience: fraction(user.patience),
    outside: user.outside === null ? null : fraction(user.outside),
    rationality: null,
  }
}

/** The game with its users replaced. */
export function withPeople<N>(game: Game<N>, users: readonly Plain[]): Game<N> {
  const { arithmetic: ar } = game
  return {
    ...game,
    users: users.map((user) => ({
      ...user,
      weight: ar.from(user.weight),
      value: ar.from(user.value),
      patience: ar.from(user.patience),
      outside: user.outside === null ? null : ar.from(user.outside),
      rationality: null,
    })),
  }
}
