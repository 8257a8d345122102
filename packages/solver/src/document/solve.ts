import type { Assignment, GameInstance, Problem, SolutionDocument } from '@plumbline/game'
import { analyse } from '../analyses/registry.ts'
import type { UncertaintyOptions } from '../analyses/uncertainty/options.ts'
import { assertEntries } from '../asserts/assert-entries.ts'
import { atPopulation } from '../population/population-game.ts'
import type { PopulationOptions } from '../population/types.ts'
import { searchLimits, type SearchOptions } from '../search/limits.ts'
import { certified } from './certified.ts'
import { solutionDocument } from './solution-document.ts'
import { solvedGame } from './solved-game.ts'
import { unsupported } from './unsupported.ts'

/** The solution document of a game, or all that stands in its way. */
export type SolveResult =
  | { readonly ok: true; readonly document: SolutionDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** How to solve, and what to answer beside. */
export interface SolveOptions extends SearchOptions, PopulationOptions, UncertaintyOptions {
  /** Names of analyses whose answers the document is to hold as well; none unless told. */
  readonly with?: readonly string[]
  /**
   * Whether the document is to list why no route costs less than its lower bound, for a checker: `short`, if it takes
   * a few hundred parts, or `whole`, however near it comes with the most that a checker reads. Not unless told.
   */
  readonly proof?: 'short' | 'whole'
}

/** Parts of a proof that is listed unasked, and the most that a checker reads. */
const proofSizes = { short: 300, whole: 20_000 }

/**
 * Solves a compiled game at an assignment of its params, and checks its asserts. Verdicts are exact; the numbers of
 * the document are the doubles nearest.
 *
 * @param assignment values of params as expressions; others keep those of the instance
 * @param options how closely a search has to bound the provider's cost, how long it may take, and which analyses to make
 * @returns the document, or problems: of the numbers, of what no solver takes yet, and `undecided` where inputs
 *   known only within an enclosure leave a verdict open
 */
export function solve(
  instance: GameInstance,
  assignment: Assignment = new Map(),
  { with: names = [], proof, ...options }: SolveOptions = {},
): SolveResult {
  const limits = searchLimits(options)
  const unsolved = unsupported(instance)
  const evaluation = atPopulation<SolveResult>(instance, assignment, options, (population, termValue) => {
    if (unsolved.length > 0) return { ok: false, problems: [] }
    const solved = solvedGame(population, instance, limits)
    if (!solved.ok) return solved
    const asserts = assertEntries(instance, solved.solved, termValue)
    if (!asserts.ok) return asserts
    const plain = solutionDocument(instance, solved.solved, asserts.entries)
    const size = { parts: proof === undefined ? 0 : proofSizes[proof], whole: proof === 'whole' }
    const document = certified(plain, population, instance, solved.solved, limits, size)
    const subject = { instance, assignment, population, solved: solved.solved, document, options }
    return { ok: true, document: analyse(subject, names) }
  })
  if (!evaluation.ok) return { ok: false, problems: [...unsolved, ...evaluation.problems] }
  const result = evaluation.value
  return result.ok ? result : { ok: false, problems: [...unsolved, ...result.problems] }
}
