import { explainAssert, explainProblem } from '@plumbline/compiler'
import type { GameInstance, Problem, SolutionDocument } from '@plumbline/game'
import type { Diagnostic } from '@plumbline/parser'
import { solve } from '@plumbline/solver'
import type { Setting } from './commands/command.ts'
import type { ExitStatus } from './exit-status.ts'
import { loadGame } from './load-game.ts'
import type { World } from './world.ts'

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

/** Reads, compiles and solves a game, and checks its asserts; what is wrong with it becomes diagnostics. */
export async function judge(path: string, world: World, settings: readonly Setting[]): Promise<Judgement> {
  const loaded = await loadGame(path, world, settings)
  switch (loaded.kind) {
    case 'refused':
      return { ...nothing, refusal: loaded }
    case 'no-game':
      return { ...nothing, diagnostics: loaded.diagnostics, library: loaded.library }
    case 'game': {
      const { instance, diagnostics, file } = loaded
      const solution = solve(instance)
      if (!solution.ok) {
        const problems = solution.problems.map((problem: Problem) => explainProblem(problem, file))
        return { ...nothing, diagnostics: [...diagnostics, ...problems] }
      }
      const { document } = solution
      const failed = document.asserts.flatMap((entry, index) => {
        const assert = instance.asserts[index]
        return entry.holds || assert === undefined ? [] : [explainAssert(assert, entry, instance, file)]
      })
      return { ...nothing, diagnostics: [...diagnostics, ...failed], solved: { instance, document } }
    }
  }
}
