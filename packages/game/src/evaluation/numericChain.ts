import type { Chain, Transition } from '../instance/chain.ts'
import type { NumericChain } from '../instance/game.ts'
import type { Menu } from '../instance/instance.ts'
import { sum } from '../arithmetic/order.ts'
import { signOrNull } from './calculus.ts'
import type { Limits } from './limits.ts'
import type { Assignment } from './names.ts'
import { type Measure, type Ranges, rangesOf } from './ranges.ts'
import { check, measure, type Survey } from './survey.ts'

type Row<N> = NumericChain<N>['transitions'][number]
type Variables<N> = NumericChain<N>['variables']

/**
 * The names by which a leader's variable is assigned, its own first: `tiers.escalation.standard`,
 * `tiers.escalation`.
 */
export function escalationNames(menu: string, variable: string): readonly string[] {
  const parts = variable.split('.')
  return parts.map((_, index) => [menu, ...parts.slice(0, parts.length - index)].join('.'))
}

/**
 * The numbers of a menu's chain: limits of the leader's variables within [0, 1] and in order, rows of transitions
 * that sum to 1 identically, and probabilities where all variables are at their least.
 */
export function numericChain<N>(menu: Menu, survey: Survey<N>, assignment: Assignment): NumericChain<N> {
  const { chain } = menu
  const ranges = rangesOf(survey.calculus.arithmetic)
  const zero = survey.calculus.arithmetic.from(0)
  const number: Measure<N> = (what, of, limits) => measure(survey, { what, ...of }, limits) ?? zero
  const missingBefore = survey.missing
  const variables = chain.variables.map((variable) => {
    const { name, state, low, high, origin } = variable
    const from = stateName(chain, state)
    const isOwn = name !== from && !name.startsWith('escalation.')
    const whose = `${isOwn ? `'${name}'` : `escalation of '${from}'`} in menu '${menu.name}'`
    const assigned = escalationNames(menu.name, name).find((one) => assignment.has(one))
    const fixed = assigned === undefined ? undefined : assignment.get(assigned)
    const of = (limit: typeof low) => ({ expression: fixed ?? limit, dimension: {}, origin })
    const least = number(`the least ${whose}`, of(low), ranges.probability)
    const limits: Limits<N> = { ...ranges.probability, low: { at: least, open: false } }
    return { name, state, low: least, high: number(`the greatest ${whose}`, of(high), limits) }
  })
  const boxed = survey.missing === missingBefore
  const transitions = chain.transitions.map((row, from) => {
    const missing = survey.missing
    const numbers = row.map((transition) => numericTransition(chain, menu, from, transition, number))
    if (boxed && survey.missing === missing) {
      checkRow(survey, menu, from, numbers, variables, ranges)
    }
    return numbers
  })
  return {
    states: chain.states.map(({ name, model }) => ({ name, model })),
    starts: chain.starts,
    chooser: chain.chooser,
    variables,
    transitions,
  }
}

function stateName(chain: Chain, state: number): string {
  return chain.states[state]?.name ?? String(state)
}

function numericTransition<N>(
  chain: Chain,
  menu: Menu,
  from: number,
  { to, constant, terms }: Transition,
  number: Measure<N>,
): Row<N>[number] {
  const what = `the step from '${stateName(chain, from)}' to '${stateName(chain, to)}' in menu '${menu.name}'`
  const of = (expression: typeof constant) => ({ expression, dimension: {}, origin: menu.origin })
  return {
    to,
    constant: number(what, of(constant), {}),
    terms: terms.map(({ variable, coefficient }) => ({
      variable,
      coefficient: number(what, of(coefficient), {}),
    })),
  }
}

/** Notes a row whose probabilities do not sum to 1 identically, or are negative at the least values. */
function checkRow<N>(
  survey: Survey<N>,
  menu: Menu,
  from: number,
  row: Row<N>,
  variables: Variables<N>,
  ranges: Ranges<N>,
): void {
  const { arithmetic } = survey.calculus
  const leaving = `leaving '${stateName(menu.chain, from)}' in menu '${menu.name}'`
  const item = { expression: { op: 'number', value: '0' } as const, dimension: {}, origin: menu.origin }
  const exactly = (at: N): Limits<N> => ({ low: { at, open: false }, high: { at, open: false } })
  const noteUnless = (what: string, value: N, at: N) => {
    if (signOrNull(arithmetic, arithmetic.sub(value, at)) === null) return
    check(survey, { ...item, what }, exactly(at), value)
  }
  const total = sum(
    arithmetic,
    row.map(({ constant }) => constant),
  )
  noteUnless(`the sum of the probabilities of ${leaving}`, total, arithmetic.from(1))
  for (const [variable, coefficients] of effectsOf(row)) {
    const name = variables[variable]?.name ?? String(variable)
    const slope = sum(arithmetic, coefficients)
    noteUnless(`the sum of the effects of '${name}' on ${leaving}`, slope, arithmetic.from(0))
  }
  for (const transition of row) {
    const what =
      transition.to === from
        ? `what the least escalations leave of the probability to stay at '${stateName(menu.chain, from)}' in menu '${menu.name}'`
        : `the probability of ${leaving} for '${stateName(menu.chain, transition.to)}', all escalations at their least`
    check(survey, { ...item, what }, ranges.notNegative, leastProbability(survey, transition, variables))
  }
}

/** The coefficients of each variable that a row has, in the order of the variables. */
function effectsOf<N>(row: Row<N>): readonly (readonly [number, readonly N[]])[] {
  const effects = new Map<number, N[]>()
  for (const { variable, coefficient } of row.flatMap(({ terms }) => terms)) {
    const known = effects.get(variable)
    if (known === undefined) effects.set(variable, [coefficient])
    else known.push(coefficient)
  }
  return [...effects].toSorted(([a], [b]) => a - b)
}

/** An affine probability where all variables are at their least. */
function leastProbability<N>(
  { calculus }: Survey<N>,
  { constant, terms }: Row<N>[number],
  variables: Variables<N>,
): N {
  const { arithmetic } = calculus
  const parts = terms.map(({ variable, coefficient }) => {
    const limits = variables[variable]
    if (limits === undefined) throw new TypeError(`a chain without its variable ${String(variable)}`)
    return arithmetic.mul(coefficient, limits.low)
  })
  return sum(arithmetic, [constant, ...parts])
}
