import type { Game, GameInstance, NumericModel, NumericUser } from '@plumbline/game'
import { netValue, servingCost } from '../chain/netValue.ts'
import { attemptsOf, cascades, type Solution } from '../document/solution.ts'

/** What a name of the solution stands for; `undefined` where the solved game has no such value. */
export type Quantity<N> =
  | { readonly kind: 'number'; readonly value: N }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'undefined' }

const undefinedQuantity: Quantity<never> = { kind: 'undefined' }

function number<N>(value: N | null | undefined): Quantity<N> {
  return value === null || value === undefined ? undefinedQuantity : { kind: 'number', value }
}

function word(value: string): Quantity<never> {
  return { kind: 'word', value }
}

function truth(value: boolean): Quantity<never> {
  return { kind: 'truth', value }
}

/**
 * The exact value of a dotted name of the solution, as `solutionNames` lists them.
 *
 * @param path its parts, `['developer', 'gap']`
 * @throws TypeError for a name that is none: the compiler lets none through
 */
export function quantityOf<N>(
  instance: GameInstance,
  solution: Solution<N>,
  path: readonly string[],
): Quantity<N> {
  const [head = '', name, part] = path
  const found =
    name === undefined ? alone(solution, head) : dotted(instance, solution, head, name, part ?? null)
  if (found === null) throw new TypeError(`a solved game has nothing called '${path.join('.')}'`)
  return found
}

function dotted<N>(
  instance: GameInstance,
  solution: Solution<N>,
  head: string,
  name: string,
  part: string | null,
): Quantity<N> | null {
  const { game } = solution
  const model = game.models.find((each) => each.name === head)
  if (model !== undefined) return ofModel(game, model, name, part)
  if (game.users.some((each) => each.name === head)) return ofUser(solution, name)
  if (instance.provider.name === head) return ofProvider(solution, name)
  switch (head) {
    case 'route':
      return ofRoute(solution, name, part)
    case 'throttling':
      return ofThrottling(solution, name)
    case 'users':
      return name === 'gap' ? number(solution.gap) : null
    default:
      return null
  }
}

function alone<N>({ equilibrium, welfare }: Solution<N>, name: string): Quantity<N> | null {
  switch (name) {
    case 'regime':
      return word(equilibrium.case)
    case 'welfare':
      return number(welfare)
    default:
      return null
  }
}

/** The route announced; where the user picks the model, hers. */
function ofRoute<N>(solution: Solution<N>, name: string, part: string | null): Quantity<N> | null {
  const {
    game: { chain },
    equilibrium: { route },
  } = solution
  switch (name) {
    case 'start':
      return word(chain.states[route.start]?.name ?? '')
    case 'cascades':
      return truth(cascades(solution))
    case 'escalation': {
      const variables = chain.variables.flatMap(({ state }, index) =>
        part === null || chain.states[state]?.name === part ? [index] : [],
      )
      const [only] = variables
      return number(only === undefined || variables.length > 1 ? null : route.variables[only])
    }
    default:
      return null
  }
}

function ofUser<N>(solution: Solution<N>, name: string): Quantity<N> | null {
  const { game, equilibrium, outcome, best, gap } = solution
  const { arithmetic: ar } = game
  switch (name) {
    case 'regime':
      return word(equilibrium.case)
    case 'abandonment':
      return number(ar.sub(ar.from(1), equilibrium.persistence))
    case 'success':
      return number(outcome.success)
    case 'attempts':
      return number(attemptsOf(game, outcome))
    case 'latency':
      return number(outcome.latency)
    case 'utility':
      return number(equilibrium.chosen.utility)
    case 'best_utility':
      return number(best.utility)
    case 'gap':
      return number(gap)
    default:
      return null
  }
}

function ofProvider<N>({ game, equilibrium, regret }: Solution<N>, name: string): Quantity<N> | null {
  const { arithmetic: ar, provider } = game
  const { cost, line } = equilibrium.chosen
  switch (name) {
    case 'cost':
      return number(cost)
    case 'serving':
      return number(line.serving)
    case 'loss':
      return number(ar.mul(provider.penalty, line.loss))
    case 'regret':
      return number(regret)
    default:
      return null
  }
}

function ofThrottling<N>({ throttling }: Solution<N>, name: string): Quantity<N> | null {
  switch (name) {
    case 'pays':
      return truth(throttling.pays)
    case 'gain':
      return number(throttling.gain)
    case 'harm':
      return number(throttling.harm)
    case 'starts_at':
      return number(throttling.range?.from)
    case 'ends_at':
      return number(throttling.range?.to)
    default:
      return null
  }
}

function ofModel<N>(
  game: Game<N>,
  model: NumericModel<N>,
  name: string,
  part: string | null,
): Quantity<N> | null {
  const { arithmetic: ar } = game
  switch (name) {
    case 'success':
    case 'latency':
    case 'cost':
    case 'price':
      return number(model[name])
    case 'cost_of_pass':
      return number(ar.div(servingCost(game, model), model.success))
    case 'latency_of_pass':
      return number(ar.div(model.latency, model.success))
    case 'net_value': {
      const user: NumericUser<N> | undefined =
        part === null ? game.users[0] : game.users.find((each) => each.name === part)
      return user === undefined ? null : number(netValue(game, model, user))
    }
    default:
      return null
  }
}
