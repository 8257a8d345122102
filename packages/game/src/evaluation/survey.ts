import type { Expression } from '../instance/expression.ts'
import type { Dimension, Origin } from '../instance/quantity.ts'
import type { Problem } from '../instance/problem.ts'
import { type Calculus, type Failure } from './calculus.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { isSpent } from './metered.ts'
import type { Units } from './formatQuantity.ts'
import { describeLimits, describeOutside, type Limits, verdict } from './limits.ts'

/** An evaluation under way: where names get their values, and what has been found wrong so far. */
export interface Survey<N> {
  readonly calculus: Calculus<N>
  readonly units: Units
  readonly scope: Scope<N>
  readonly problems: Problem[]
  /** Some function had a value that the arithmetic cannot hold. */
  inexact: boolean
  /** Where the first such function is written. */
  inexactAt: Origin | null
  /** How many numbers had no value, or one out of their limits. */
  missing: number
  /** The bound on all work is reached: said once, not for each number that comes after. */
  overworked: boolean
}

/** A number to evaluate and check. */
export interface Item {
  /** A noun phrase: `the success of model 'o3'`. */
  readonly what: string
  readonly expression: Expression
  readonly dimension: Dimension
  readonly origin: Origin | null
}

/** The value of a number of the game, or null where it has none or is out of its limits; the problem is noted. */
export function measure<N>(survey: Survey<N>, item: Item, limits: Limits<N>): N | null {
  const { expression } = item
  const outcome =
    expression.op === 'ref' ? survey.scope(expression) : evaluate(expression, survey.scope, survey.calculus)
  if (!outcome.ok) {
    note(survey, outcome.failure, item)
  } else if (check(survey, item, limits, outcome.value)) {
    return outcome.value
  }
  survey.missing++
  return null
}

/** Whether the value of an item is within limits; the problem is noted where it is not. */
export function check<N>(survey: Survey<N>, item: Item, limits: Limits<N>, value: N): boolean {
  const { calculus, units, problems } = survey
  const { what, dimension, origin } = item
  const found = verdict(calculus, value, limits)
  if (found === 'within') return true
  if (found === 'undecided') {
    problems.push({ kind: 'undecided', what, origin })
    return false
  }
  const broken = found === 'below' ? limits.low : limits.high
  const limit = broken?.at ?? value
  problems.push({
    kind: 'out-of-range',
    what,
    value: describeOutside(calculus, value, limit, dimension, units),
    range: describeLimits(calculus, limits, dimension, units),
    origin,
  })
  return false
}

function note<N>(survey: Survey<N>, failure: Failure, { what, origin }: Item): void {
  switch (failure) {
    case 'inexact':
      survey.inexact = true
      survey.inexactAt ??= origin
      return
    case 'reported':
      return
    case 'too-large':
      if (survey.overworked) return
      survey.overworked = isSpent(survey.calculus)
      survey.problems.push({ kind: failure, what, origin })
      return
    case 'division-by-zero':
    case 'no-real-value':
    case 'undecided':
      survey.problems.push({ kind: failure, what, origin })
  }
}
