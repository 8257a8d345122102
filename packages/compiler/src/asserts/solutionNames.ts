/** What a name of the solution is in: a number of some role, one of the menu's models, a regime, or yes or no. */
export type SolutionValue = 'plain' | 'cost' | 'time' | 'utility' | 'model' | 'regime' | 'yes-or-no'

/** A name that a solved game offers to asserts, by its last part. */
export interface SolutionName {
  readonly name: string
  readonly value: SolutionValue
  /** It is known without solving. */
  readonly plain: boolean
}

const solved = (value: SolutionValue, names: string): readonly SolutionName[] =>
  names.split(' ').map((name) => ({ name, value, plain: false }))
const given = (value: SolutionValue, names: string): readonly SolutionName[] =>
  names.split(' ').map((name) => ({ name, value, plain: true }))

/** Of the route. `escalation` may be followed by the name of a model. */
export const routeNames = [
  ...solved('model', 'start'),
  ...solved('plain', 'escalation'),
  ...solved('yes-or-no', 'cascades'),
]

/** Of each user. */
export const userNames = [
  ...solved('regime', 'regime'),
  ...solved('plain', 'abandonment success attempts'),
  ...solved('time', 'latency'),
  ...solved('utility', 'utility best_utility gap'),
]

/** Of all users together. */
export const usersNames = solved('utility', 'gap')

/** Of the provider. */
export const providerNames = solved('cost', 'cost serving loss regret')

/** Of throttling. */
export const throttlingNames = [
  ...solved('yes-or-no', 'pays'),
  ...solved('cost', 'gain starts_at ends_at'),
  ...solved('utility', 'harm'),
]

/** Of each model. `net_value` may be followed by the name of a user. */
export const modelNames = [
  ...given('plain', 'success'),
  ...given('time', 'latency latency_of_pass'),
  ...given('cost', 'cost cost_of_pass'),
  ...given('utility', 'price net_value'),
]

/** Names that stand alone. */
export const aloneNames = [...solved('regime', 'regime'), ...solved('utility', 'welfare')]
