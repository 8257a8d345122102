import { explainAssert, explainProblem } from '@plumbline/compiler'
import type { GameInstance, Problem, SolutionDocument } from '@plumbline/game'
import type { Diagnostic } from '@plumbline/parser'
import type { SolveResult } from '@plumbline/solver'
import type { ExitStatus } from './exit-status.ts'
import type { Loaded } from './load-game.ts'
import { usualSearch } from './search-limits.ts'
import { solveQuietly } from './searches.ts'

/** A game with its solution. */
export interface Solved {
  readonly instance: GameInstance
  readonly document: SolutionDocument
}

/** All that there is to say about one file. */
export interface Judgement {
  /** Mistakes in the file, what stands in the way of a solution, and asserts that fail. */
  readonly diagnostics: readonly Diagnostic[]
  /** Why the file is no text of a game, and how the command ends; null where it is one. */
  readonly refusal: { readonly sentence: string; readonly status: ExitStatus } | null
  /** Null where errors stand in the way, or the file is one for others to import. */
  readonly solved: Solved | null
  /** The file declares no user and no provider: it is for others to import. */
  readonly library: boolean
}

const nothing: Judgement = { diagnostics: [], refusal: null, solved: null, library: false }

/**
 * Solves a game and checks its asserts; what is wrong with it becomes diagnostics.
 *
 * @param analyses names of those whose answers the document is to hold as well
 */
export function judge(loaded: Loaded, analyses: readonly string[] = []): Judgement {
  return judged(loaded, loaded.kind === 'game' ? solveQuietly(loaded.instance, analyses, usualSearch) : null)
}

/** The same of a game that was solved before; null for a file that is none. */
export function judged(loaded: Loaded, solution: SolveResult | null): Judgement {
  switch (loaded.kind) {
    case 'refused':
      return { ...nothing, refusal: loaded }
    case 'no-game':
      return { ...nothing, diagnostics: loaded.diagnostics, library: loaded.library }
    case 'game': {
      const { instance, diagnostics, files } = loaded
      if (solution === null) throw new TypeError('a game without its solution')
      if (!solution.ok) {
        const problems = solution.problems.map((problem: Problem) => explainProblem(problem, files))
        return { ...nothing, diagnostics: [...diagnostics, ...problems] }
      }
      const { document } = solution
      const failed = document.asserts.flatMap((entry, index) => {
        const assert = instance.asserts[index]
        return entry.holds || assert === undefined ? [] : [explainAssert(assert, entry, instance, files)]
      })
      return { ...nothing, diagnostics: [...diagnostics, ...failed], solved: { instance, document } }
    }
  }
}
