import type { Assignment, GameInstance, SolutionDocument } from '@plumbline/game'
import type { SolvedGame } from '../document/solved.ts'
import type { PopulationGame } from '../population/population-game.ts'
import type { PopulationOptions } from '../population/types.ts'
import type { SearchOptions } from '../search/limits.ts'
import type { UncertaintyOptions } from './uncertainty/options.ts'

/** A solved game, as an analysis looks at it: its instance and assignment to move, its numbers and answer to compare with. */
export interface Subject<N> {
  readonly instance: GameInstance
  /** Values of names other than the instance's own, as `solve` was asked. */
  readonly assignment: Assignment
  /** The numeric game; where declared users stand for types, every type is a user of its own. */
  readonly population: PopulationGame<N>
  readonly solved: SolvedGame<N>
  /** The solution without any analysis. */
  readonly document: SolutionDocument
  readonly options: SearchOptions & PopulationOptions & UncertaintyOptions
}

/** What an analysis found, or why it finds nothing in this game. */
export type Answer<T> =
  { readonly ok: true; readonly entry: T } | { readonly ok: false; readonly reason: string }

/** A question about a solved game that is asked on demand, and the optional key of the document under which it answers. */
export interface Analysis {
  /** The document's key; also the name by which it is asked for. */
  readonly name: keyof SolutionDocument
  /** The question, as somebody would ask it. */
  readonly answers: string
  /** @internal */
  readonly run: <N>(subject: Subject<N>) => Answer<Partial<SolutionDocument>>
}

/**
 * An analysis whose entry has the type of its key.
 *
 * @param run throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function analysis<Name extends keyof SolutionDocument>(
  name: Name,
  answers: string,
  run: <N>(subject: Subject<N>) => Answer<NonNullable<SolutionDocument[Name]>>,
): Analysis {
  return {
    name,
    answers,
    run: (subject) => {
      const answer = run(subject)
      return answer.ok ? { ok: true, entry: { [name]: answer.entry } } : answer
    },
  }
}

/** The answer `entry`. */
export function answered<T>(entry: T): Answer<T> {
  return { ok: true, entry }
}

/** No answer. @param reason a clause: `users choose their model themselves` */
export function unanswered<T>(reason: string): Answer<T> {
  return { ok: false, reason }
}
