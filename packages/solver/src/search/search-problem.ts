import type { Box } from './box.ts'
import { playAt } from './play.ts'
import type { Player } from './player.ts'

/** The leader's problem in floats. */
export interface SearchProblem {
  readonly players: readonly Player[]
  readonly starts: readonly number[]
  readonly box: Box
  /** Whether the transitions are probabilities at these values. */
  readonly isRoute: (variables: readonly number[]) => boolean
}

/** A route and what it costs the provider. */
export interface Incumbent {
  readonly start: number
  readonly variables: readonly number[]
  readonly cost: number
}

/** What a route costs, users replying each as is best for them. */
export function costOf({ players }: SearchProblem, { start, variables }: Omit<Incumbent, 'cost'>): number {
  let total = 0
  for (const player of players) total += player.weight * playAt(player, variables, start).cost
  return total
}
