import {
  at,
  Imprecise,
  numberExpression,
  prepareGame,
  referencesOf,
  type Axis,
  type Expression,
  type GameInstance,
} from '@plumbline/game'
import { diagnose, type Diagnostic, type SourceFile } from '@plumbline/parser'
import { wrongSort } from '../diagnostics/structure.ts'
import { explainProblem, placeOfOrigin } from '../explainProblem.ts'

/** Games that are tried: each costs as much as the game has numbers. */
const mostTrials = 200

/**
 * What is wrong with a game at the ends of its sweeps' axes (between them nothing else can be out of its range), at
 * the axis that brings it there; one thing for each axis.
 */
export function checkSweeps(instance: GameInstance, files: readonly SourceFile[]): readonly Diagnostic[] {
  const axes = instance.sweeps.flatMap((sweep) => sweep.axes)
  let trials = 0
  return axes.flatMap((axis) => {
    const ends = endsOf(axis)
    const isSound = ends.length > fewEnds ? soundness(instance, axis.target) : () => false
    for (const value of ends) {
      if (isSound(value)) continue
      if (++trials > mostTrials) return []
      const evaluation = at(instance, new Map([[axis.target, ownValue(instance, value)]]), () => null)
      const [problem] = evaluation.ok ? [] : evaluation.problems
      if (problem === undefined) continue
      if (problem.kind === 'unknown-param') return [explainNoNumber(axis, files)]
      return [explainProblem({ ...problem, origin: axis.origin }, files)]
    }
    return []
  })
}

/** Values of an axis up to which the whole game is evaluated at each: to make ready for more costs as much as two. */
const fewEnds = 3

/** Whether nothing is wrong with the game at a value of a name, where that is quickly told; else false. */
function soundness(instance: GameInstance, target: string): (value: Expression) => boolean {
  const fast = prepareGame(instance, [target])
  if (fast === null) return () => false
  return (value) => {
    try {
      return fast(new Map([[target, value]])) !== null
    } catch (error) {
      if (error instanceof Imprecise) return false
      throw error
    }
  }
}

/** A value of an axis as the number that it has at the game's own values: what the axis moves does not move its ends. */
function ownValue(instance: GameInstance, value: Expression): Expression {
  if (referencesOf(value).size === 0) return value
  const evaluation = at(instance, new Map(), ({ arithmetic }, termValue) => {
    const outcome = termValue(value, () => ({ ok: false, failure: 'no-real-value' }))
    if (!outcome.ok) return value
    const exactly = arithmetic.toExact(outcome.value)
    return numberExpression(
      typeof exactly === 'string' ? exactly : String(arithmetic.toNumber(outcome.value)),
    )
  })
  return evaluation.ok ? evaluation.value : value
}

function endsOf({ values }: Axis): readonly Expression[] {
  return values.kind === 'list' ? values.items : [values.from, values.to]
}

/** An escalation that the menu does not have, of which nothing was said before the menu was made. */
function explainNoNumber({ path, origin }: Axis, files: readonly SourceFile[]): Diagnostic {
  const parameters = { wanted: 'a number of the game', found: `'${path}', which has no number` }
  return diagnose(wrongSort, parameters, placeOfOrigin(origin, files))
}
