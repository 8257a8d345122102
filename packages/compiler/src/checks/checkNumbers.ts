import {
  type Assignment,
  at,
  type Expression,
  type GameInstance,
  Imprecise,
  inputsOf,
  playedPart,
  prepareGame,
  type Problem,
  reachIn,
} from '@plumbline/game'
import type { Compilation } from '../expressions/site.ts'
import { beatenModels } from './warnings/beatenModels.ts'
import type { Finding, Look } from './warnings/finding.ts'
import { idleEscalations } from './warnings/idleEscalation.ts'
import { unmovedUsers } from './warnings/unmovedUsers.ts'

/** What evaluating an instance finds. */
export interface CheckedNumbers {
  /** What is wrong with its numbers, each once. */
  readonly problems: readonly Problem[]
  /** Where nothing is: what deserves a warning. */
  readonly findings: readonly Finding[]
}

const looks: readonly Look[] = [beatenModels, unmovedUsers, idleEscalations]

/** Evaluates an instance at its own params. */
export function checkNumbers(instance: GameInstance): CheckedNumbers {
  const evaluation = findingsAt(instance, new Map())
  return evaluation.ok
    ? { problems: [], findings: evaluation.value }
    : { problems: withoutRepeats(evaluation.problems), findings: [] }
}

/** Games that are tried before nothing is said. */
const mostTrials = 64

/**
 * Warns of what the numbers of a game show, wherever the file lets them move: a warning that some end of a param's
 * bounds or of a sweep's axis takes back would be a false alarm.
 */
export function warnOfNumbers(
  compilation: Compilation,
  instance: GameInstance,
  findings: readonly Finding[],
): void {
  if (findings.length === 0) return
  const moves = trialsOf(instance)
  const { still, moving } = splitByMoves(instance, findings, moves)
  for (const finding of still) finding.report(compilation)
  if (moving.length === 0) return
  const ends = moves.map(([, value]) => value)
  // Only what is played can take a finding back: the rest is not evaluated again and again.
  const played = playedPart(
    instance,
    ends.filter((end) => end.op !== 'number'),
  )
  const own = new Set(namesIn(instance))
  const trials = moves.filter(([name]) => played.names.has(name) || !own.has(name))
  if (trials.length > mostTrials) return
  let lasting = moving
  const findingsThere = finder(
    played.instance,
    trials.map(([name]) => name),
  )
  for (const [name, value] of trials) {
    const keys = new Set(findingsThere(new Map([[name, value]])).map(({ key }) => key))
    lasting = lasting.filter(({ key }) => keys.has(key))
    if (lasting.length === 0) return
  }
  for (const finding of lasting) finding.report(compilation)
}

/** Findings that rest on nothing that the file lets move, which need no trial; and the others. */
function splitByMoves(
  instance: GameInstance,
  findings: readonly Finding[],
  moves: readonly (readonly [string, Expression])[],
): { readonly still: readonly Finding[]; readonly moving: readonly Finding[] } {
  if (moves.length === 0) return { still: findings, moving: [] }
  const reach = reachIn(instance)
  const moved = new Set(moves.map(([name]) => name))
  const still = findings.filter(({ restsOn }) => {
    return restsOn !== null && [...reach(restsOn())].every((name) => !moved.has(name))
  })
  return { still, moving: findings.filter((finding) => !still.includes(finding)) }
}

/** Assignments up to which the game is evaluated as a whole at each: to make ready for more costs as much as two. */
const fewTrials = 2

/** What is found at assignments of some names; nothing where something is wrong with the numbers there. */
function finder(instance: GameInstance, names: readonly string[]): (there: Assignment) => readonly Finding[] {
  const fast = names.length > fewTrials ? prepareGame(instance, [...new Set(names)]) : null
  const slowly = (there: Assignment): readonly Finding[] => {
    const evaluation = findingsAt(instance, there)
    return evaluation.ok ? evaluation.value : []
  }
  return (there) => {
    try {
      const game = fast?.(there) ?? null
      return game === null ? slowly(there) : looks.flatMap((look) => look(game, instance))
    } catch (error) {
      if (error instanceof Imprecise) return slowly(there)
      throw error
    }
  }
}

/** Names of an instance that a number can be given to, but for its menu's escalations. */
function namesIn(instance: GameInstance): readonly string[] {
  const { params, definitions, randoms } = instance
  return [...params, ...definitions, ...randoms, ...inputsOf(instance)].map(({ name }) => name)
}

function findingsAt(instance: GameInstance, assignment: ReadonlyMap<string, Expression>) {
  return at(instance, assignment, (game) => looks.flatMap((look) => look(game, instance)))
}

/** The ends between which the file says that a number may move. */
function trialsOf({ params, sweeps }: GameInstance): readonly (readonly [string, Expression])[] {
  const bounds = params.flatMap(({ name, bounds: limits }) =>
    limits === null ? [] : [limits.low.expression, limits.high.expression].map((end) => [name, end] as const),
  )
  const axes = sweeps
    .flatMap((sweep) => sweep.axes)
    .flatMap(({ target, values }) => {
      const ends = values.kind === 'list' ? values.items : [values.from, values.to]
      return ends.map((end) => [target, end] as const)
    })
  return [...bounds, ...axes]
}

/** One problem for each number that is written: a copy of a model has the numbers of its original. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter((problem) => {
    if (problem.kind === 'unknown-param' || problem.origin === null) return true
    const place = `${problem.kind} ${problem.origin.file}:${problem.origin.start}`
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}
