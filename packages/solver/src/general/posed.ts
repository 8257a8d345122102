import type { Game } from '@plumbline/game'
import { processOf, type Process } from '../process/process.ts'

/** A game with each user's side of it, in the game's order. */
export interface Posed<N> {
  readonly game: Game<N>
  readonly processes: readonly Process<N>[]
}

/** The game as its users play it. */
export function pose<N>(game: Game<N>): Posed<N> {
  return { game, processes: game.users.map((user) => processOf(game, user)) }
}

/** The same provider and menu with only one of the users. */
export function alone<N>({ game, processes }: Posed<N>, index: number): Posed<N> {
  const [user, process] = [game.users[index], processes[index]]
  if (user === undefined || process === undefined) throw new RangeError(`no user ${String(index)}`)
  const one = { ...user, weight: game.arithmetic.from(1) }
  return { game: { ...game, users: [one] }, processes: [{ ...process, user: one }] }
}
