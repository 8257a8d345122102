import type { Exact } from '../arithmetic/exact.ts'
import { parseRational } from '../arithmetic/rational.ts'
import { type Twofold, twofold } from '../arithmetic/twofold.ts'
import type { Expression } from '../instance/expression.ts'
import type { Game } from '../instance/game.ts'
import type { GameInstance } from '../instance/instance.ts'
import { type Outcome, value } from './calculus.ts'
import { partsOfDistribution } from './checkDistributions.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { exactCalculus, sizeOf } from './exactCalculus.ts'
import { inputsOf } from './inputs.ts'
import { mapGame } from './mapGame.ts'
import { type Assignment, namesOf, orderNames, referencesOf } from './names.ts'
import { checkParams, isEscalation, surveyNames } from './nameValues.ts'
import { numericChain } from './numericChain.ts'
import { gameParts, measureInputs, numericGame } from './numericGame.ts'
import { digitsOfAssigned, staysShort } from './staysShort.ts'
import type { Survey } from './survey.ts'
import { twofoldCalculus } from './twofoldCalculus.ts'

/**
 * The game at an assignment, in {@link twofold}. Null where it has to be asked of `at`; so it has where this throws
 * `Imprecise`.
 */
export type FastGame = (assignment: Assignment) => Game<Twofold> | null

const nothing: Assignment = new Map()

/**
 * Makes ready to evaluate an instance at many assignments of a few names. What these names do not touch is evaluated and
 * checked once, in exact numbers; what they do each time, in {@link twofold}. Where a game comes out it is the one that
 * `at` makes, and all that `at` checks is in order.
 *
 * @param moved names that assignments will give numbers to; other names, and values other than numbers, are for `at`
 * @returns null where there is no such way: the instance itself has problems, or numbers that are not rational, or the
 *   moved names go through functions or into distributions
 */
export function prepareGame(instance: GameInstance, moved: readonly string[]): FastGame | null {
  const survey = surveyNames(instance, nothing, exactCalculus)
  const base = numericGame(instance, survey)
  const names = namesOf(instance, nothing)
  const isKnown = (name: string): boolean => names.has(name) || isEscalation(instance, name)
  if (survey.inexact || survey.problems.length > 0 || !moved.every(isKnown)) return null

  const { order } = orderNames(names)
  const touched = new Set(moved)
  const touches = (expression: Expression) => [...referencesOf(expression)].some((name) => touched.has(name))
  for (const { name, expression } of order) if (touches(expression)) touched.add(name)
  const dependent = order.filter(({ name }) => touched.has(name))
  const distributions = instance.randoms.flatMap(({ distribution }) => partsOfDistribution(distribution))
  if (distributions.some(touches) || !staysShort(survey, dependent, new Set(moved))) return null

  const converted = conversion()
  const start = mapGame(base, twofold, converted)
  const constant = constantsOf(survey.scope, converted)
  const inputs = inputsOf(instance)
  const moving = inputs.filter(({ name }) => touched.has(name))
  const still = inputs.flatMap(({ name }) => (touched.has(name) ? [] : [[name, constant(name)] as const]))
  const params = instance.params.filter(({ name, bounds }) => {
    const ends = bounds === null ? [] : [bounds.low, bounds.high]
    return ends.length > 0 && (touched.has(name) || ends.some((end) => touches(end.expression)))
  })
  const movesChain = moved.some((name) => !names.has(name)) || chainExpressions(instance).some(touches)
  const movesAnyOf = (owners: readonly { readonly name: string }[]): boolean =>
    moving.some((input) => owners.some(({ name }) => input.name.startsWith(`${name}.`)))
  const moves = {
    tasks: movesAnyOf(instance.tasks),
    models: movesAnyOf(instance.models),
    users: movesAnyOf(instance.users),
    provider: movesAnyOf([instance.provider]),
  }
  const assigned = assignedNumbers()

  return (assignment) => {
    const found = new Map<string, Outcome<Twofold>>()
    for (const [name, expression] of assignment) {
      const number = touched.has(name) ? assigned(expression) : null
      if (number === null) return null
      found.set(name, value(number))
    }
    const scope: Scope<Twofold> = (leaf) => {
      if (leaf.op !== 'ref') throw new TypeError(`a quantity that needs the solution: '${leaf.op}'`)
      return found.get(leaf.name) ?? value(constant(leaf.name))
    }
    for (const { name, expression } of dependent) {
      if (found.has(name)) continue
      const outcome = evaluate(expression, scope, twofoldCalculus)
      if (!outcome.ok) return null
      found.set(name, outcome)
    }
    const here = surveyIn(instance, scope)
    checkParams(here, params, () => undefined)
    const numbers = new Map(still)
    for (const [name, number] of measureInputs(here, moving)) numbers.set(name, number)
    const parts = gameParts(instance, here, numbers)
    const game: Game<Twofold> = {
      arithmetic: twofold,
      tasks: moves.tasks ? parts.tasks() : start.tasks,
      models: moves.models ? parts.models() : start.models,
      chain: movesChain ? numericChain(instance.menu, here, assignment) : start.chain,
      users: moves.users ? parts.users() : start.users,
      provider: moves.provider ? parts.provider() : start.provider,
    }
    return here.missing + here.problems.length > 0 ? null : game
  }
}

function surveyIn(instance: GameInstance, scope: Scope<Twofold>): Survey<Twofold> {
  return {
    calculus: twofoldCalculus,
    units: instance.units,
    scope,
    problems: [],
    inexact: false,
    inexactAt: null,
    missing: 0,
    overworked: false,
  }
}

/** Limits and transitions of the menu. */
export function chainExpressions({ menu }: GameInstance): readonly Expression[] {
  const { variables, transitions } = menu.chain
  return [
    ...variables.flatMap(({ low, high }) => [low, high]),
    ...transitions
      .flat()
      .flatMap(({ constant, terms }) => [constant, ...terms.map((term) => term.coefficient)]),
  ]
}

/** Exact numbers in twofold: equal ones become one object, which is known to be equal to itself. */
function conversion(): (number: Exact) => Twofold {
  const known = new Map<string, Twofold>()
  return ({ a }) => {
    const text = a.toFraction()
    const before = known.get(text)
    if (before !== undefined) return before
    const number = twofold.from(a)
    known.set(text, number)
    return number
  }
}

/** Values of names that nothing moves, each converted once. */
function constantsOf(scope: Scope<Exact>, converted: (number: Exact) => Twofold): (name: string) => Twofold {
  const known = new Map<string, Twofold>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const outcome = scope({ op: 'ref', name })
    if (!outcome.ok) throw new TypeError(`a name without a value: '${name}' (${outcome.failure})`)
    const number = converted(outcome.value)
    known.set(name, number)
    return number
  }
}

/** Values that assignments repeat are remembered up to here. */
const mostRemembered = 10_000

/** Numbers that assignments give, each read once; null for what is no number, or a long one. */
function assignedNumbers(): (expression: Expression) => Twofold | null {
  const known = new Map<string, Twofold>()
  return (expression) => {
    if (expression.op !== 'number') return null
    const before = known.get(expression.value)
    if (before !== undefined) return before
    const number = parseRational(expression.value)
    if (number === null || sizeOf(number) > digitsOfAssigned) return null
    const read = twofold.from(number)
    if (known.size === mostRemembered) known.clear()
    known.set(expression.value, read)
    return read
  }
}
