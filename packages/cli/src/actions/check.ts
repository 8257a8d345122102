import { renderGithub, renderJson, summarise } from '@plumbline/compiler'
import type { Diagnostic } from '@plumbline/parser'
import { statusOf } from '../announce.ts'
import type { GameOptions } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { diagnosticText } from '../diagnostic-printer.ts'
import { exitStatus, worse, type ExitStatus } from '../exit-status.ts'
import { judge } from '../judge.ts'
import { loadGame } from '../load-game.ts'
import { mend } from './mend.ts'
import { cannotWatch } from '../watch.ts'
import type { World } from '../world.ts'

/** What `plumb check` was asked for. */
export interface CheckOptions extends GameOptions {
  readonly format: 'text' | 'json' | 'github'
  readonly quiet: boolean
  /** Apply the safe fixes first. */
  readonly fix: boolean
  /** Whether it will be done again. */
  readonly watch: boolean
}

/** Checks each file; the diagnostics are the result, so they go to standard output. */
export async function check(
  files: readonly string[],
  world: World,
  options: CheckOptions,
): Promise<ExitStatus> {
  if (options.watch && files.includes('-')) {
    complain(world, cannotWatch)
    return exitStatus.usage
  }
  let status: ExitStatus = exitStatus.well
  let asserts = 0
  const all: Diagnostic[] = []
  for (const path of files) {
    if (options.fix) status = worse(status, await mend(path, world, options))
    const judgement = judge(await loadGame(path, world, options))
    if (judgement.refusal !== null) {
      complain(world, judgement.refusal.sentence)
      status = worse(status, judgement.refusal.status)
      continue
    }
    asserts += judgement.solved?.document.asserts.filter(({ holds }) => holds).length ?? 0
    all.push(...judgement.diagnostics)
  }
  const unlike = withoutRepeats(all)
  const shown = options.quiet ? unlike.filter(({ severity }) => severity === 'error') : unlike
  world.out.write(render(shown, asserts, status === exitStatus.well, world, options))
  return worse(status, statusOf(all))
}

/** What two games import is read once and spoken of once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ code, message, primary }) => {
    const key = JSON.stringify([code, message, primary?.file.name, primary?.span])
    return seen.has(key) ? false : seen.add(key)
  })
}

function render(
  shown: readonly Diagnostic[],
  asserts: number,
  allRead: boolean,
  world: World,
  options: CheckOptions,
): string {
  switch (options.format) {
    case 'json':
      return renderJson(shown)
    case 'github':
      return renderGithub(shown)
    case 'text': {
      const text = diagnosticText(shown, world.out, world.env)
      if (options.quiet || (shown.length === 0 && !allRead)) return text
      const held = asserts === 0 ? '' : `, ${asserts} assert${asserts === 1 ? ' holds' : 's hold'}`
      return `${text}${text === '' ? '' : '\n'}${summarise(shown)}${held}\n`
    }
  }
}
