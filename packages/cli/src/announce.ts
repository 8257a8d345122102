import { catalogue } from '@plumbline/compiler'
import type { Diagnostic } from '@plumbline/parser'
import { complain } from './complain.ts'
import { printDiagnostics } from './diagnostic-printer.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import type { Judgement } from './judge.ts'
import type { Loaded } from './load-game.ts'
import type { World } from './world.ts'

/** The status of a file with these diagnostics. */
export function statusOf(diagnostics: readonly Diagnostic[]): ExitStatus {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.some(isOfCommandLine)) return exitStatus.usage
  return errors.length > 0 ? exitStatus.errors : exitStatus.well
}

/** About a `--set` or an `--axis`: its value is a text of its own, and a param that does not exist has no place in the file. */
function isOfCommandLine({ primary, code }: Diagnostic): boolean {
  return primary === null
    ? catalogue.get(code)?.name === 'unknown-param'
    : /^--(?:set|axis)\b/.test(primary.file.name)
}

/**
 * Says on standard error what a command that needs a solved game has to say about a file, also that there is no
 * game in it to solve.
 */
export function announce(path: string, judgement: Judgement, world: World, quiet: boolean): ExitStatus {
  if (judgement.refusal !== null) {
    complain(world, judgement.refusal.sentence)
    return judgement.refusal.status
  }
  printDiagnostics(judgement.diagnostics, world, quiet)
  if (!judgement.library) return statusOf(judgement.diagnostics)
  complain(world, nothingToSolve(path))
  return exitStatus.errors
}

/** What is known of a game that was read and not solved. */
export function judgementOf(loaded: Loaded): Judgement {
  return {
    diagnostics: loaded.kind === 'refused' ? [] : loaded.diagnostics,
    refusal: loaded.kind === 'refused' ? loaded : null,
    solved: null,
    library: loaded.kind === 'no-game' && loaded.library,
  }
}

/** What to say of a file that only declares things for other files to import. */
export function nothingToSolve(path: string): string {
  return `${path} declares no user and no provider, so there is no game in it to solve; add both, or import it from a game`
}
