import { renderGithub, renderJson, summarise } from '@plumbline/compiler'
import type { Diagnostic } from '@plumbline/parser'
import { statusOf } from '../announce.ts'
import type { Setting } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { diagnosticText } from '../diagnostic-printer.ts'
import { exitStatus, worse, type ExitStatus } from '../exit-status.ts'
import { judge } from '../judge.ts'
import { loadGame } from '../load-game.ts'
import type { World } from '../world.ts'

/** What `plumb check` was asked for. */
export interface CheckOptions {
  readonly format: 'text' | 'json' | 'github'
  readonly settings: readonly Setting[]
  readonly quiet: boolean
}

/** Checks each file; the diagnostics are the result, so they go to standard output. */
export async function check(
  files: readonly string[],
  world: World,
  options: CheckOptions,
): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.well
  let asserts = 0
  const all: Diagnostic[] = []
  for (const path of files) {
    const judgement = judge(await loadGame(path, world, options.settings))
    if (judgement.refusal !== null) {
      complain(world, judgement.refusal.sentence)
      status = worse(status, judgement.refusal.status)
      continue
    }
    asserts += judgement.solved?.document.asserts.filter(({ holds }) => holds).length ?? 0
    all.push(...judgement.diagnostics)
  }
  const shown = options.quiet ? all.filter(({ severity }) => severity === 'error') : all
  world.out.write(render(shown, asserts, status === exitStatus.well, world, options))
  return worse(status, statusOf(all))
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
