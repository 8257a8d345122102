import type { Drawn } from './knowing.ts'

/** A draw with what it makes of the game and of its asserts. */
export interface SolvedDraw extends Drawn {
  readonly asserts: readonly (boolean | null)[]
}
