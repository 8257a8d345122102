import { explainProblem } from '@plumbline/compiler'
import { verify, type Verification } from '@plumbline/checker'
import { announce, judgementOf } from '../announce.ts'
import type { GameOptions } from '../commands/command.ts'
import { complain } from '../complain.ts'
import { exitStatus, worse, type ExitStatus } from '../exit-status.ts'
import { loadGame } from '../load-game.ts'
import { readSolution } from '../read-solution.ts'
import type { World } from '../world.ts'

/** What `plumb verify` was asked for. */
export interface VerifyOptions extends GameOptions {
  readonly json: boolean
  readonly quiet: boolean
}

/** Checks a solution against its game, and says what was proved, what taken on trust, or which entry is wrong. */
export async function verifyFile(
  path: string,
  solution: string,
  world: World,
  options: VerifyOptions,
): Promise<ExitStatus> {
  if (path === '-' && solution === '-') {
    complain(
      world,
      'the game and its solution cannot both come from standard input; name a file for one of them',
    )
    return exitStatus.usage
  }
  const loaded = await loadGame(path, world, options)
  const judged = judgementOf(loaded)
  const status = announce(path, judged, world, options.quiet)
  if (loaded.kind !== 'game') return status
  const read = await readSolution(solution, world)
  if (!read.ok) {
    complain(world, read.sentence)
    return worse(status, read.unreadable ? exitStatus.usage : exitStatus.errors)
  }
  const result = verify(loaded.instance, read.document)
  if (result.kind === 'no-game') {
    const diagnostics = result.problems.map((problem) => explainProblem(problem, loaded.files))
    return announce(path, { ...judged, diagnostics }, world, options.quiet)
  }
  if (options.json) world.out.write(`${JSON.stringify(machineForm(result))}\n`)
  if (result.kind === 'accepted') {
    if (!options.json) world.out.write(sentencesOf(result, path, solution))
    return status
  }
  complain(world, sentenceOf(result, path, solution))
  return worse(status, exitStatus.errors)
}

/** Why a solution is not accepted. */
function sentenceOf(
  result: Exclude<Told, { readonly kind: 'accepted' }>,
  path: string,
  solution: string,
): string {
  const name = nameOf(solution)
  switch (result.kind) {
    case 'rejected':
      return `${name} is not the solution of ${path}: ${result.entry} ${result.sentence}`
    case 'unchecked':
      return `${name} is not checked: plumb verify does not take ${result.what} yet`
    case 'undecided':
      return `${name} cannot be checked: roots, exponentials or logarithms in ${path} leave open ${result.what}`
  }
}

function nameOf(solution: string): string {
  return solution === '-' ? '<stdin>' : solution
}

type Told = Exclude<Verification, { readonly kind: 'no-game' }>

function machineForm(result: Told): unknown {
  const { kind, ...rest } = result
  return { verified: kind === 'accepted', ...rest }
}

type Accepted = Extract<Told, { readonly kind: 'accepted' }>

/** What is known of the provider's least cost. */
function proofOf({ bound, lower }: Accepted): string {
  switch (bound) {
    case 'exact':
      return 'No route costs the provider less: worked out again by cases.'
    case 'boxes':
      return `No route costs the provider less than ${String(lower)}: shown box by box.`
    case 'pieces':
      return `No route costs the provider less than ${String(lower)}: shown piece by piece of the escalation.`
    case 'unknown':
      return "That no route costs the provider less is NOT shown; what 'plumb solve --json --certificate' prints may show it."
  }
}

function sentencesOf(result: Accepted, path: string, solution: string): string {
  const trusted = result.trusted.map(({ entry, why }) => `  ${entry}: ${why}`)
  return [
    `${nameOf(solution)} is a solution of ${path}.`,
    "The users' best replies, and every number that follows from the route, are what they must be.",
    proofOf(result),
    ...(result.also.length === 0 ? [] : [`Worked out again as well: ${result.also.join(', ')}.`]),
    ...(trusted.length === 0 ? [] : ['Taken on trust:', ...trusted]),
    '',
  ].join('\n')
}
