import { type Game, type GameInstance, Undecided } from '@plumbline/game'
import type { Compilation } from '../../expressions/site.ts'

/** Something about the numbers of a game that deserves a warning. */
export interface Finding {
  /** What is found, in the same words whatever the numbers: by this it is known again when numbers move. */
  readonly key: string
  /** The inputs that decide it, by name; null where anything may. */
  readonly restsOn: (() => readonly string[]) | null
  readonly report: (compilation: Compilation) => void
}

/** Looks for one sort of thing in the numbers of a game. */
export type Look = <N>(game: Game<N>, instance: GameInstance) => readonly Finding[]

/** A statement of numbers; one that the arithmetic cannot decide does not hold. */
export function surely(holds: () => boolean): boolean {
  try {
    return holds()
  } catch (error) {
    if (error instanceof Undecided) return false
    throw error
  }
}
