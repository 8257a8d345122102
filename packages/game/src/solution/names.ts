/**
 * What a quantity of the solution is in: a plain number, an amount in the provider's money, a time, an amount
 * in the users' utility, the name of a model, a text of signs such as `+-`, or yes or no.
 */
export type SolutionValue = 'plain' | 'cost' | 'time' | 'utility' | 'model' | 'regime' | 'yes-or-no'

/**
 * Whose quantity it is, and so what stands before the name: `route`, `users`, `throttling`, the name of a
 * declared user, provider or model, or nothing (`alone`).
 */
export type SolutionScope = 'route' | 'users' | 'throttling' | 'user' | 'provider' | 'model' | 'alone'

/** One quantity that a solved game offers to asserts. */
export interface SolutionName {
  readonly scope: SolutionScope
  readonly name: string
  readonly value: SolutionValue
  /** What may follow as a last part: the name of a declared model or user. */
  readonly part: 'model' | 'user' | null
  /** Known without solving the game. */
  readonly plain: boolean
  /** One line, for documentation and hover. */
  readonly doc: string
}

type Row = readonly [name: string, value: SolutionValue, doc: string, part?: 'model' | 'user']

const names = (scope: SolutionScope, rows: readonly Row[]): readonly SolutionName[] =>
  rows.map(([name, value, doc, part = null]) => {
    return { scope, name, value, part, plain: scope === 'model', doc }
  })

/** Every quantity that asserts may name, by scope. Names of two words are in snake case, as in the language. */
export const solutionNames: readonly SolutionName[] = [
  ...names('route', [
    ['start', 'model', 'the model that makes the first attempt'],
    [
      'escalation',
      'plain',
      'probability that a re-prompt goes on to the next model; with a name, from that model',
      'model',
    ],
    ['cascades', 'yes-or-no', 'whether a user may come to be escalated: above 0, and somebody stays for it'],
  ]),
  ...names('user', [
    ['regime', 'regime', 'the sign of what an attempt is worth to the user, for each model of the menu'],
    ['abandonment', 'plain', 'probability that the user leaves after a failed attempt'],
    ['success', 'plain', 'probability that the task gets solved'],
    ['attempts', 'plain', 'expected number of attempts at a task'],
    ['latency', 'time', 'expected time that the user waits for a task'],
    ['utility', 'utility', 'what a task is worth to the user on the announced route'],
    ['best_utility', 'utility', 'what it would be worth on the route of the menu that is best for the user'],
    ['gap', 'utility', "what the provider's choice costs the user: best_utility less utility"],
  ]),
  ...names('users', [['gap', 'utility', 'the gap of all users, weighted']]),
  ...names('provider', [
    ['cost', 'cost', 'expected cost of a task, lost users included'],
    ['serving', 'cost', 'the part of it that attempts cost, less what users pay for them'],
    ['loss', 'cost', 'the part of it that lost users cost'],
    ['regret', 'cost', 'what the route that is best for the users would cost more'],
  ]),
  ...names('throttling', [
    ['pays', 'yes-or-no', 'whether slowing a model down would lower the cost of a task'],
    ['gain', 'cost', 'by how much it would lower it'],
    ['harm', 'utility', 'what the users would lose by it; below 0 where they gain'],
    ['starts_at', 'cost', 'the churn penalty from which it pays'],
    ['ends_at', 'cost', 'the churn penalty up to which it pays'],
  ]),
  ...names('model', [
    ['success', 'plain', 'probability that an attempt succeeds'],
    ['latency', 'time', 'how long an attempt takes'],
    ['cost', 'cost', 'what an attempt costs the provider'],
    ['price', 'utility', 'what the user pays for an attempt'],
    ['cost_of_pass', 'cost', 'cost of a solved task when nobody leaves: (cost - price) / success'],
    ['latency_of_pass', 'time', 'time to a solved task when nobody leaves: latency / success'],
    [
      'net_value',
      'utility',
      'value * success - patience * latency - price, to the one user or one named',
      'user',
    ],
  ]),
  ...names('alone', [
    ['regime', 'regime', 'the regime of the one user'],
    ['welfare', 'utility', "users' utility less the provider's cost, where both are in one unit"],
  ]),
]
