import { atMoved, exact, type Exact, type Game } from '@plumbline/game'
import { closedForm } from '../../document/closed-form.ts'
import { solveProblem } from '../../document/solution.ts'
import type { SolvedGame } from '../../document/solved.ts'
import type { Dual } from '../../leader/interior/dual.ts'
import { poseProblem } from '../../leader/pose-problem.ts'
import type { Subject } from '../analysis.ts'
import { routesHeld } from './routes-held.ts'
import { reportedQuantities } from './quantities.ts'
import { dualCalculus, sided, type Side, type Ties } from './sided.ts'

/** A reported number with its derivative, by name; null for one without a value. */
export type Derived = ReadonlyMap<string, Dual<Exact> | null>

/** What a solution comes to beside a number of the game, or why no derivative says it. */
export type Derivation =
  | { readonly ok: true; readonly derived: Derived; readonly ties: boolean }
  | { readonly ok: false; readonly reason: string }

/**
 * The solution with derivatives along one number: the same formulas over dual numbers, thresholds included, so that a route
 * that moves with the number moves here too.
 *
 * @param side on which ties are decided
 */
export function derive<N>(subject: Subject<N>, name: string, side: Side): Derivation {
  const { instance, assignment, solved } = subject
  const ties: Ties = { met: false }
  const ar = sided(exact, side, ties)
  const calculus = dualCalculus(ar)
  const one = exact.from(1)
  try {
    const evaluation = atMoved(
      calculus,
      instance,
      assignment,
      { name, to: ({ value }) => ({ value, slope: one }) },
      (game): SolvedGame<Dual<Exact>> | string => solvedAlong(game, subject),
    )
    if (evaluation === null)
      return { ok: false, reason: 'a function of the language has no exact value along it' }
    if (!evaluation.ok) return { ok: false, reason: 'its value is at the very end of what is allowed' }
    if (typeof evaluation.value === 'string') return { ok: false, reason: evaluation.value }
    const derived = reportedQuantities(evaluation.value, instance.provider.name)
    return {
      ok: true,
      derived,
      ties: ties.met || (solved.bounds.method === 'branch-and-bound' && rivalTies(solved)),
    }
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error
    return { ok: false, reason: 'the formula has no derivative here' }
  }
}

function solvedAlong<N>(game: Game<Dual<Exact>>, subject: Subject<N>): SolvedGame<Dual<Exact>> | string {
  const posed = poseProblem(game)
  if (posed.ok) {
    const solution = solveProblem(game, posed.problem, subject.instance)
    if (solution.equilibrium.chosen.id === 'interior')
      return 'the best route lies where only a search finds it'
    return closedForm(solution)
  }
  return routesHeld(game, subject)
}

/** Whether another route of a searched game costs exactly as much. */
function rivalTies<N>({ candidates }: SolvedGame<N>): boolean {
  return candidates.some(({ chosen, ties }) => ties && !chosen)
}
