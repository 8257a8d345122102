import { type Adaptive, adaptive, fromExact } from '../arithmetic/adaptive.ts'
import { Undecided } from '../arithmetic/arithmetic.ts'
import type { Enclosure } from '../arithmetic/enclosure.ts'
import { float } from '../arithmetic/float.ts'
import type { Term } from '../instance/expression.ts'
import type { Game } from '../instance/game.ts'
import type { GameInstance } from '../instance/instance.ts'
import type { Problem } from '../instance/problem.ts'
import type { Origin } from '../instance/quantity.ts'
import { adaptiveCalculus, wrapped } from './adaptiveCalculus.ts'
import type { Calculus, Outcome } from './calculus.ts'
import { enclosureCalculus } from './enclosureCalculus.ts'
import { evaluate, type Leaf, type Scope } from './evaluate.ts'
import { exactCalculus } from './exactCalculus.ts'
import { mapGame } from './mapGame.ts'
import type { Assignment } from './names.ts'
import { type Moved, surveyNames } from './nameValues.ts'
import { numericGame } from './numericGame.ts'

/** What was made of a numeric game, or all that is wrong with its numbers. */
export type Evaluation<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Evaluates terms of asserts at the same assignment and in the same arithmetic as the game.
 * `solution` gives the values of the solution's quantities and of words.
 */
export type TermValue<N> = (
  term: Term,
  solution: (leaf: Exclude<Leaf, { readonly op: 'ref' }>) => Outcome<N>,
) => Outcome<N>

/**
 * Makes the numeric game of an instance at an assignment of its params and hands it to `use`.
 *
 * Every quantity is evaluated in exact rational numbers, and handed on as such with doubles around it, which decide what
 * they can. Where some function has no rational value (`sqrt(2)`, `exp(1)`) the whole game is evaluated in rational
 * enclosures instead, and a verdict that these leave open makes the answer the problem `undecided`, never a guess.
 *
 * Checked, all in one go: success in (0, 1]; latency, cost, price, value, patience and penalty not negative;
 * weights and the throttling ceiling positive; params within their bounds; escalation limits within [0, 1];
 * transitions that are probabilities; no division by zero, no root or logarithm without a real value, no number
 * of more than 4096 binary digits; no number of a declaration beyond `10^±50`.
 *
 * @param assignment values of params; others keep those of the instance.
 * @param use what to make of the game; may throw {@link Undecided}. Its second argument evaluates terms.
 */
export function at<T>(
  instance: GameInstance,
  assignment: Assignment,
  use: <N>(game: Game<N>, termValue: TermValue<N>) => T,
): Evaluation<T> {
  let inexactAt: Origin | null = null
  const note = (origin: Origin | null): void => {
    inexactAt = origin
  }
  try {
    const exactly = evaluateIn(exactCalculus, instance, assignment, null, note)
    if (exactly !== null)
      return handOn(exactly, ({ game, scope }) => {
        const termValue: TermValue<Adaptive> = (term, solution) =>
          evaluate(
            term,
            (leaf) => (leaf.op === 'ref' ? wrapped(scope(leaf)) : solution(leaf)),
            adaptiveCalculus,
          )
        return use(mapGame(game, adaptive, fromExact), termValue)
      })
    const evaluation = evaluateIn(enclosureCalculus, instance, assignment)
    if (evaluation === null) throw new TypeError('enclosures hold every number')
    return handOn(evaluation, ({ game, scope }) => {
      const termValue: TermValue<Enclosure> = (term, solution) =>
        evaluate(term, (leaf) => (leaf.op === 'ref' ? scope(leaf) : solution(leaf)), enclosureCalculus)
      return use(game, termValue)
    })
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return { ok: false, problems: [{ kind: 'undecided', what: error.message, origin: inexactAt }] }
  }
}

/**
 * The numeric game in an arithmetic of the caller's, with one name moved: to a variable of functions, or to a number that
 * carries a derivative. The same checks as for {@link at}.
 *
 * @param moved the name (a param, a random variable, an input) and what becomes of its value
 * @returns null where some number is not one of the arithmetic
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function atMoved<N, T>(
  calculus: Calculus<N>,
  instance: GameInstance,
  assignment: Assignment,
  moved: Moved<N>,
  use: (game: Game<N>) => T,
): Evaluation<T> | null {
  const evaluation = evaluateIn(calculus, instance, assignment, moved)
  return evaluation === null ? null : handOn(evaluation, ({ game }) => use(game))
}

/** A numeric game, and the values of the names that its expressions use. */
interface Evaluated<N> {
  readonly game: Game<N>
  readonly scope: Scope<N>
}

/** Null where some number is not one of the arithmetic. */
function evaluateIn<N>(
  calculus: Calculus<N>,
  instance: GameInstance,
  assignment: Assignment,
  moved: Moved<N> | null = null,
  noteInexact: (origin: Origin | null) => void = () => undefined,
): Evaluation<Evaluated<N>> | null {
  const survey = surveyNames(instance, assignment, calculus, moved)
  const game = numericGame(instance, survey, assignment, moved === null)
  if (survey.inexact) {
    noteInexact(survey.inexactAt)
    return null
  }
  if (survey.problems.length > 0) return { ok: false, problems: survey.problems }
  return { ok: true, value: { game, scope: survey.scope } }
}

function handOn<N, T>(
  evaluation: Evaluation<Evaluated<N>>,
  use: (evaluated: Evaluated<N>) => T,
): Evaluation<T> {
  return evaluation.ok ? { ok: true, value: use(evaluation.value) } : evaluation
}

/**
 * The game in doubles, each the nearest to the number of {@link at}: for pictures, not for verdicts.
 *
 * @throws TypeError when the instance has problems at this assignment; ask {@link at} first.
 */
export function floatGame(instance: GameInstance, assignment: Assignment = new Map()): Game<number> {
  const evaluation = at(instance, assignment, (game) =>
    mapGame(game, float, (n) => game.arithmetic.toNumber(n)),
  )
  if (evaluation.ok) return evaluation.value
  throw new TypeError('a game whose numbers are not in order')
}
