import type { Chain } from '../instance/chain.ts'

/**
 * What is wrong with a chain of the right shape, as its part and a sentence: names that stand twice, states without
 * their model, steps to no state or by no variable. Null where nothing is; whether its rows sum to 1 is for `at` to say.
 *
 * @param models - how many models there are
 */
export function brokenChain(
  { states, starts, variables, transitions }: Chain,
  models: number,
): string | null {
  const named = repeatedName('states', states) ?? repeatedName('variables', variables)
  if (named !== null) return named
  if (states.some(({ model }) => model >= models)) return 'states: a state without its model'
  if (starts.some((start) => start >= states.length)) return 'starts: a start that is no state'
  if (repetition(starts) !== null) return 'starts: the same start twice'
  if (variables.some(({ state }) => state >= states.length)) return 'variables: a variable of no state'
  if (transitions.length !== states.length) return 'transitions: expected one row for each state'
  for (const row of transitions) {
    if (row.some(({ to }) => to >= states.length)) return 'transitions: a transition to no state'
    if (repetition(row.map(({ to }) => to)) !== null) return 'transitions: two transitions to one state'
    if (row.some(({ terms }) => terms.some(({ variable }) => variable >= variables.length))) {
      return 'transitions: a transition by no variable'
    }
  }
  return null
}

function repeatedName(part: string, named: readonly { readonly name: string }[]): string | null {
  const repeated = repetition(named.map(({ name }) => name))
  return repeated === null ? null : `${part}: the name '${repeated}' stands twice`
}

/** The first value that stands in a list a second time; null where none does. */
export function repetition<T>(values: readonly T[]): T | null {
  const seen = new Set<T>()
  for (const value of values) {
    if (seen.has(value)) return value
    seen.add(value)
  }
  return null
}
