import { at, Imprecise, prepareGame, type Assignment, type GameInstance, type Problem } from '@plumbline/game'
import { solvedGame } from '../document/solved-game.ts'
import type { SolvedNumbers } from '../document/solved.ts'
import { unsupported } from '../document/unsupported.ts'
import { poseProblem } from '../leader/pose-problem.ts'
import { atPopulation } from '../population/population-game.ts'
import type { PopulationOptions } from '../population/types.ts'
import { searchLimits, type SearchOptions } from '../search/limits.ts'
import { solvedNumbers } from './solved-numbers.ts'

/** What was read off a solved game, or what stands in the way of its solution. */
export type PointResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads something off a solved game, in whatever numbers it was solved. It must not depend on which: signs and nearest doubles
 * are the same in all of them.
 */
export type ReadPoint<T> = <N>(solved: SolvedNumbers<N>) => T

/** Solves the game at an assignment and reads something off it. */
export type PointSolver = <T>(assignment: Assignment, read: ReadPoint<T>) => PointResult<T>

/**
 * Makes ready to solve an instance at many assignments of a few names, for sweeps and searches: every answer is the one that
 * `solve` gives at that assignment, in a small part of the time. What the names do not touch is evaluated once. A game with
 * a closed form is solved in twice the digits of a double with bounds of the error; only where these do not decide a
 * verdict, or the last digit of a result, is it solved again in exact numbers. Other games are solved as `solve` does.
 *
 * @param moved names that assignments will give values to: params, inputs such as `developer.value`, escalations
 * @param options how closely a search has to bound the provider's cost, and how long it may take
 */
export function pointSolver(
  instance: GameInstance,
  moved: readonly string[],
  options: SearchOptions & PopulationOptions = {},
): PointSolver {
  const plain = isPlain(instance)
  const alike = instance.randoms.every(({ purpose }) => purpose !== 'population')
  const prepared = plain && alike && unsupported(instance).length === 0 ? prepareGame(instance, moved) : null
  const slowly = solveSlowly(instance, options, alike)
  if (prepared === null) return slowly
  return (assignment, read) => {
    try {
      const game = prepared(assignment)
      const posed = game === null ? null : poseProblem(game)
      if (game !== null && posed?.ok === true) {
        return { ok: true, value: read(solvedNumbers(game, posed.problem, instance)) }
      }
    } catch (error) {
      if (!(error instanceof Imprecise)) throw error
    }
    return slowly(assignment, read)
  }
}

/** Whether the route is announced and users reply as is best for them, so that a closed form may be all there is to it. */
function isPlain({ provider, menu, users }: GameInstance): boolean {
  const announced = provider.routing.word === 'announced' || menu.chain.chooser === 'user'
  return announced && users.every(({ rationality }) => rationality === null)
}

function solveSlowly(
  instance: GameInstance,
  options: SearchOptions & PopulationOptions,
  alike: boolean,
): PointSolver {
  const limits = searchLimits(options)
  const unsolved = unsupported(instance)
  const declared = instance.users.map((_, index) => index)
  return <T>(assignment: Assignment, read: ReadPoint<T>): PointResult<T> => {
    const solveAll = <N>(population: Parameters<typeof solvedGame<N>>[0]): PointResult<T> => {
      if (unsolved.length > 0) return { ok: false, problems: [] }
      const posed = isPlain(instance) ? poseProblem(population.game) : null
      if (posed?.ok === true)
        return { ok: true, value: read(solvedNumbers(population.game, posed.problem, instance)) }
      const solved = solvedGame(population, instance, limits)
      return solved.ok ? { ok: true, value: read(solved.solved) } : solved
    }
    const evaluation = alike
      ? at(instance, assignment, (game) => solveAll({ game, declared }))
      : atPopulation(instance, assignment, options, solveAll)
    if (!evaluation.ok) return { ok: false, problems: [...unsolved, ...evaluation.problems] }
    const result = evaluation.value
    return result.ok ? result : { ok: false, problems: [...unsolved, ...result.problems] }
  }
}
