import { comparison } from '@plumbline/report'
import { announce } from '../announce.ts'
import type { GameOptions, Setting } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { exitStatus, worse, type ExitStatus } from '../exit-status.ts'
import { judge } from '../judge.ts'
import { loadGame } from '../load-game.ts'
import { put, refusalOf, type RenderingOptions } from '../rendering.ts'
import type { World } from '../world.ts'

/** What `plumb compare` was asked for. */
export interface CompareOptions extends GameOptions, RenderingOptions {
  /** Values for params of the second game alone, on top of those of both. */
  readonly then: readonly Setting[]
}

/**
 * Solves two games, or one at two settings, and says what changes from the first to the second.
 *
 * @param after the second game; null: the first one at other settings
 */
export async function compare(
  before: string,
  after: string | null,
  world: World,
  options: CompareOptions,
): Promise<ExitStatus> {
  const second = after ?? before
  const refusal = refusalOf([before, second], options, world) ?? nothingToCompare(before, after, options)
  if (refusal !== null) {
    complain(world, refusal)
    return exitStatus.usage
  }
  const settings = [...options.settings, ...options.then]
  const sides = [
    { path: before, judgement: judge(await loadGame(before, world, options)) },
    { path: second, judgement: judge(await loadGame(second, world, { ...options, settings })) },
  ] as const
  let status: ExitStatus = exitStatus.well
  for (const { path, judgement } of sides)
    status = worse(status, announce(path, judgement, world, options.quiet))
  const [one, other] = [sides[0].judgement.solved, sides[1].judgement.solved]
  if (one === null || other === null) return status
  const compared = comparison(one, other, {
    before: nameOf(before, options.settings),
    after: nameOf(second, settings),
  })
  if (!compared.ok) {
    complain(world, `${before} and ${second} cannot be compared: ${compared.reasons.join('; ')}`)
    return exitStatus.errors
  }
  return worse(status, await put(compared.model, world, options))
}

function nothingToCompare(before: string, after: string | null, { then }: CompareOptions): string | null {
  if (after === null && then.length === 0) {
    return "one game alone has nothing to be compared with; name a second one, or another value of a param as in --then 'churn=0.05 USD'"
  }
  return before === '-' && (after === '-' || after === null)
    ? 'standard input comes once; name a file for both games'
    : null
}

/** A file and the values that its params were given. */
function nameOf(path: string, settings: readonly Setting[]): string {
  const set = settings.map(({ name, value }) => `${name} = ${value}`).join(', ')
  return set === '' ? path : `${path} at ${set}`
}
