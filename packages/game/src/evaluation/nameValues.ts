import type { Expression } from '../instance/expression.ts'
import type { GameInstance, Param } from '../instance/instance.ts'
import { type Calculus, failure, type Outcome, value } from './calculus.ts'
import { checkDistributions } from './checkDistributions.ts'
import type { Scope } from './evaluate.ts'
import type { Limits } from './limits.ts'
import { metered } from './metered.ts'
import { escalationNames } from './numericChain.ts'
import { type Assignment, type Named, namesOf, orderNames, referencesOf } from './names.ts'
import { limitsOf, rangesOf } from './ranges.ts'
import { measure, type Survey } from './survey.ts'

/** A name whose value becomes another number once it is known: a variable where it was a constant. */
export interface Moved<N> {
  readonly name: string
  readonly to: (value: N) => N
}

/**
 * Values of all names of an instance at an assignment, each computed once, and the survey in which problems of
 * these (and of what is measured later) collect. A name without a value makes no second problem where it is
 * used.
 */
export function surveyNames<N>(
  instance: GameInstance,
  assignment: Assignment,
  calculus: Calculus<N>,
  moved: Moved<N> | null = null,
): Survey<N> {
  const outcomes = new Map<string, Outcome<N>>()
  const names = namesOf(instance, assignment)
  const scope: Scope<N> = (leaf) => {
    if (leaf.op !== 'ref') throw new TypeError(`a quantity that needs the solution: '${leaf.op}'`)
    const outcome = outcomes.get(leaf.name)
    if (outcome !== undefined) return outcome
    // A name that is used before it has a value is one of a cycle, which has been told.
    if (names.has(leaf.name)) return failure('reported')
    throw new TypeError(`an instance that refers to what it does not have: '${leaf.name}'`)
  }
  const survey: Survey<N> = {
    calculus: metered(calculus),
    units: instance.units,
    scope,
    problems: [],
    inexact: false,
    inexactAt: null,
    missing: 0,
    overworked: false,
  }
  noteUnknownParams(survey, instance, assignment, names, outcomes)
  const { order, cycles } = orderNames(names)
  const ranges = rangesOf(survey.calculus.arithmetic)
  for (const cycle of cycles) noteCycle(survey, cycle, outcomes)
  for (const named of order) {
    if (outcomes.has(named.name)) continue
    const found = measure(survey, named, limitsOf(named.range, ranges))
    const own = found !== null && moved?.name === named.name ? moved.to(found) : found
    outcomes.set(named.name, own === null ? failure('reported') : value(own))
  }
  checkParams(survey, instance.params, (name) => outcomes.set(name, failure('reported')))
  const hasPoint = (name: string) => outcomes.get(name)?.ok === true
  for (const name of checkDistributions(survey, instance, hasPoint)) outcomes.set(name, failure('reported'))
  if ([...outcomes.values()].some(({ ok }) => !ok)) spread(order, outcomes)
  return survey
}

function noteUnknownParams<N>(
  survey: Survey<N>,
  instance: GameInstance,
  assignment: Assignment,
  names: ReadonlyMap<string, Named>,
  outcomes: Map<string, Outcome<N>>,
): void {
  const params = instance.params.map(({ name }) => name)
  for (const [assigned, expression] of assignment) {
    if (!names.has(assigned) && !isEscalation(instance, assigned)) {
      survey.problems.push({ kind: 'unknown-param', name: assigned, known: params })
    }
    for (const name of referencesOf(expression)) {
      if (names.has(name) || outcomes.has(name)) continue
      survey.problems.push({ kind: 'unknown-param', name, known: namesInFile(instance) })
      outcomes.set(name, failure('reported'))
    }
  }
}

/** Whether a name is that of an escalation of the menu, or of several. */
export function isEscalation({ menu }: GameInstance, assigned: string): boolean {
  return menu.chain.variables.some(({ name }) => escalationNames(menu.name, name).includes(assigned))
}

function noteCycle<N>(survey: Survey<N>, cycle: readonly Named[], outcomes: Map<string, Outcome<N>>): void {
  const [first] = cycle
  if (first === undefined || cycle.some(({ name }) => outcomes.has(name))) return
  const path = [...cycle, first].map(({ name }) => name).join(' → ')
  survey.problems.push({
    kind: 'no-real-value',
    what: `${first.what} (defined by itself: ${path})`,
    origin: first.origin,
  })
  for (const { name } of cycle) outcomes.set(name, failure('reported'))
}

/** Params within their bounds, and bounds in order; `spoil` is told of those that are not. */
export function checkParams<N>(
  survey: Survey<N>,
  params: readonly Param[],
  spoil: (name: string) => void,
): void {
  for (const {
    name,
    bounds,
    value: { dimension, origin },
  } of params) {
    if (bounds === null) continue
    const low = measure(survey, { what: `the lower bound of param '${name}'`, ...bounds.low }, {})
    if (low === null) continue
    const atLeast: Limits<N> = { low: { at: low, open: false } }
    const what = `the upper bound of param '${name}'`
    const high = measure(survey, { what, ...bounds.high }, atLeast)
    if (high === null) continue
    const limits = { ...atLeast, high: { at: high, open: false } }
    const item = { what: `param '${name}'`, expression: refTo(name), dimension, origin }
    if (measure(survey, item, limits) === null) spoil(name)
  }
}

/** What refers to a name that turned out to be out of order has no value either; it has been told. */
function spread<N>(order: readonly Named[], outcomes: Map<string, Outcome<N>>): void {
  for (const { name, expression } of order) {
    const wrong = [...referencesOf(expression)].some((reference) => outcomes.get(reference)?.ok === false)
    if (wrong) outcomes.set(name, failure('reported'))
  }
}

function namesInFile({ params, definitions, randoms }: GameInstance): readonly string[] {
  return [...params, ...definitions, ...randoms].map(({ name }) => name)
}

function refTo(name: string): Expression {
  return { op: 'ref', name }
}
