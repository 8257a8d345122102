import {
  min,
  max,
  magnitude,
  evaluate,
  Undecided,
  type Arithmetic,
  type Assert,
  type Calculus,
  type Condition,
  type GameInstance,
  type Leaf,
  type Outcome,
  type Term,
} from '@plumbline/game'
import { judge } from '../../asserts/judge.ts'
import { quantityOf, Unknown } from '../../asserts/quantities.ts'
import type { SolvedNumbers } from '../../document/solved.ts'

/** Whether each assert of an instance holds of a solved game; null for one that is not told there. */
export type AssertsAt = <N>(
  solved: SolvedNumbers<N>,
  valueOf: (name: string) => number,
) => readonly (boolean | null)[]

/**
 * Judges the asserts of an instance at draws of its numbers: in the numbers that the game was solved in, names at the doubles
 * that they have at the draw.
 */
export function assertsAt(instance: GameInstance): AssertsAt {
  return (solved, valueOf) => instance.asserts.map((assert) => holds(instance, solved, assert, valueOf))
}

function holds<N>(
  instance: GameInstance,
  solved: SolvedNumbers<N>,
  { condition }: Assert,
  valueOf: (name: string) => number,
): boolean | null {
  const { arithmetic } = solved.game
  const calculus = calculusOf(arithmetic)
  const termValue = (term: Term, solution: (leaf: Exclude<Leaf, { readonly op: 'ref' }>) => Outcome<N>) =>
    evaluate(
      term,
      (leaf): Outcome<N> =>
        leaf.op === 'ref' ? { ok: true, value: arithmetic.from(valueOf(leaf.name)) } : solution(leaf),
      calculus,
    )
  try {
    const quantity = (path: readonly string[]) => quantityOf(instance, solved, path)
    return judge({ arithmetic, termValue, quantity }, condition).holds === true
  } catch (error) {
    const open = error instanceof Undecided || error instanceof Unknown || error instanceof TypeError
    if (!open || error.name === 'Imprecise') throw error
    return null
  }
}

/** Without the functions that need more than rational numbers: what hangs on these is not told. */
function calculusOf<N>(arithmetic: Arithmetic<N>): Calculus<N> {
  const without = (): Outcome<N> => ({ ok: false, failure: 'inexact' })
  return {
    arithmetic,
    sqrt: without,
    exp: without,
    log: without,
    pow: without,
    least: (a, b) => min(arithmetic, a, b),
    greatest: (a, b) => max(arithmetic, a, b),
    magnitude: (a) => magnitude(arithmetic, a),
    size: () => 0,
  }
}

/** The names that asserts refer to. */
export function namesIn(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'true':
    case 'false':
    case 'holds':
      return []
    case 'not':
      return namesIn(condition.arg)
    case 'and':
    case 'or':
      return [...namesIn(condition.left), ...namesIn(condition.right)]
    case 'compare':
      return [...namesOf(condition.left), ...namesOf(condition.right)]
    case 'within':
      return [...namesOf(condition.value), ...namesOf(condition.low), ...namesOf(condition.high)]
  }
}

function namesOf(term: Term): readonly string[] {
  switch (term.op) {
    case 'ref':
      return [term.name]
    case 'number':
    case 'solution':
    case 'word':
      return []
    case 'min':
    case 'max':
      return term.args.flatMap(namesOf)
    default:
      return 'arg' in term ? namesOf(term.arg) : [...namesOf(term.left), ...namesOf(term.right)]
  }
}
