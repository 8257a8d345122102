import {
  hasOwnVariables,
  type Game,
  type GameInstance,
  type NumericModel,
  type NumericUser,
  sum,
} from '@plumbline/game'
import { netValue, servingCost } from '../chain/netValue.ts'
import type { SolvedNumbers } from '../document/solved.ts'

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
  solved: SolvedNumbers<N>,
  path: readonly string[],
): Quantity<N> {
  const [head = '', name, ...parts] = path
  const found = name === undefined ? alone(solved, head) : dotted(instance, solved, head, name, parts)
  if (found === null) throw new TypeError(`a solved game has nothing called '${path.join('.')}'`)
  return found
}

function dotted<N>(
  instance: GameInstance,
  solved: SolvedNumbers<N>,
  head: string,
  name: string,
  parts: readonly string[],
): Quantity<N> | null {
  const { game } = solved
  const model = game.models.find((each) => each.name === head)
  if (model !== undefined) return ofModel(game, model, name, parts[0] ?? null)
  const user = game.users.findIndex((each) => each.name === head)
  if (user >= 0) return ofUser(solved, user, name)
  if (instance.provider.name === head) return ofProvider(solved, name)
  switch (head) {
    case 'route':
      return ofRoute(solved, name, parts)
    case 'throttling':
      return ofThrottling(solved, name)
    case 'users':
      return name === 'gap' ? number(solved.gap) : null
    default:
      return null
  }
}

function alone<N>(solved: SolvedNumbers<N>, name: string): Quantity<N> | null {
  switch (name) {
    case 'regime':
      return word(solved.case)
    case 'welfare':
      return number(solved.welfare)
    default:
      return null
  }
}

/** The route announced; where the user picks the model, hers. */
function ofRoute<N>(solved: SolvedNumbers<N>, name: string, parts: readonly string[]): Quantity<N> | null {
  const { chain } = solved.game
  const route = solved.route ?? (solved.users.length === 1 ? solved.users[0]?.route : null) ?? null
  if (hasOwnVariables(chain)) {
    const own = chain.variables.findIndex((variable) => variable.name === [name, ...parts].join('.'))
    if (own >= 0) return number(route?.variables[own])
  }
  switch (name) {
    case 'start':
      return route === null || isMixed(solved)
        ? undefinedQuantity
        : word(chain.states[route.start]?.name ?? '')
    case 'cascades':
      return truth(solved.cascades)
    case 'escalation': {
      const [from, to] = parts
      const variables = chain.variables.flatMap(({ state, name: own }, index) => {
        const here = from === undefined || chain.states[state]?.name === from
        return here && (to === undefined || own.endsWith(`.${from ?? ''}.${to}`)) ? [index] : []
      })
      if (route === null || (from === undefined && variables.length > 1)) return undefinedQuantity
      const { arithmetic } = solved.game
      const announced = variables.map((index) => route.variables[index]).filter((each) => each !== undefined)
      return announced.length === 0 ? undefinedQuantity : number(sum(arithmetic, announced))
    }
    default:
      return null
  }
}

/** Whether users, who do not see the route, find one start or another. */
function isMixed<N>({ game: { arithmetic: ar }, hidden }: SolvedNumbers<N>): boolean {
  const [told] = hidden?.equilibria ?? []
  return told !== undefined && told.starts.filter((share) => ar.sign(share) !== 0).length > 1
}

function ofUser<N>({ game, users }: SolvedNumbers<N>, index: number, name: string): Quantity<N> | null {
  const { arithmetic: ar } = game
  const user = users[index]
  if (user === undefined) return null
  switch (name) {
    case 'regime':
      return word(user.regime)
    case 'abandonment':
      return number(
        user.reply.kind === 'stationary'
          ? ar.sub(ar.from(1), user.reply.persistence)
          : user.reply.kind === 'mean'
            ? user.reply.abandonment
            : null,
      )
    case 'success':
      return number(user.success)
    case 'attempts':
      return number(user.attempts)
    case 'latency':
      return number(user.latency)
    case 'utility':
      return number(user.utility)
    case 'best_utility':
      return number(user.best.utility)
    case 'gap':
      return number(user.gap)
    default:
      return null
  }
}

function ofProvider<N>({ provider }: SolvedNumbers<N>, name: string): Quantity<N> | null {
  switch (name) {
    case 'cost':
    case 'serving':
    case 'loss':
    case 'regret':
      return number(provider[name])
    default:
      return null
  }
}

/** Thrown for a quantity that this version does not compute for the game at hand. */
export class Unknown extends Error {
  override readonly name = 'Unknown'
}

/** @throws Unknown where it is not known what slowing models down would do */
function ofThrottling<N>({ throttling }: SolvedNumbers<N>, name: string): Quantity<N> | null {
  if (throttling === null) throw new Unknown('an assert on throttling where there is no formula')
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
