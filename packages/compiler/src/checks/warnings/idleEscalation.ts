import {
  type Arithmetic,
  type Game,
  type GameInstance,
  lessOrEqual,
  type NumericModel,
} from '@plumbline/game'
import { idleEscalation } from '../../diagnostics/warnings.ts'
import { beatenModels } from './beatenModels.ts'
import { type Finding, surely } from './finding.ts'
import { isSteady, netValue } from './worth.ts'

/**
 * A cascade whose order is such that no escalation ever helps the provider. With `C = (c − f)/p` the cost-of-pass and
 * `v = ξ/p` what a solved task is worth to a user, every route costs `J = Σ n_i c_i + P (1 − S) >= min C · S + P (1 − S)`
 * over the models that it reaches, and is worth `U = Σ n_i p_i v_i` to the user.
 *
 * - *falling*: each later model has no less a `C`, and no greater a `v` for any user, and `P >= C` of all but the last. Then
 *   from any start `i` staying there is as good: who is worth an attempt (`ξ_i > 0`) stays for `C_i`, which no route from
 *   `i` undercuts, and starts if any route from `i` makes them start; who is not leaves at once on every route from `i`.
 * - *rising*: each later model has no greater a `C`, and no less a `v`, all users are worth an attempt with the last,
 *   which may be started at, and `P >= C` of it. Then to start there costs that `C`, and nothing costs less.
 *
 * Where one model beats another in everything, that is the mistake, and the order only follows from it.
 *
 * (Escalation that makes users leave helps only where `P < C`, which both exclude.)
 */
export function idleEscalations<N>(game: Game<N>, instance: GameInstance): readonly Finding[] {
  if (instance.menu.form !== 'cascade' || !isPlainGame(game)) return []
  const models = game.chain.states.flatMap(({ model }) => game.models[model] ?? [])
  if (models.length < 2 || !models.every(isSteady) || beatenModels(game, instance).length > 0) return []
  if (surely(() => isFalling(game, models))) return [finding(instance, 'falling')]
  return surely(() => isRising(game, models)) ? [finding(instance, 'rising')] : []
}

/** Escalations are free to be none, and users answer a route that they know as is best for them. */
function isPlainGame<N>({ arithmetic: ar, chain, users, provider }: Game<N>): boolean {
  const free = chain.variables.every(({ low, high }) => surely(() => ar.sign(low) === 0 && ar.sign(high) > 0))
  const rational = users.every(({ rationality }) => rationality === null)
  return free && rational && provider.routing === 'announced' && provider.throttle === null
}

function isFalling<N>(game: Game<N>, models: readonly NumericModel<N>[]): boolean {
  const { arithmetic: ar } = game
  return models.every((model, index) => {
    const next = models[index + 1]
    if (next === undefined) return true
    const worse = game.users.every((user) => {
      const [here, there] = [netValue(ar, model, user), netValue(ar, next, user)]
      return ar.sign(here) !== 0 && lessOrEqual(ar, ar.mul(there, model.success), ar.mul(here, next.success))
    })
    return worse && costsNoMore(ar, model, next) && isKept(game, model)
  })
}

function isRising<N>(game: Game<N>, models: readonly NumericModel<N>[]): boolean {
  const { arithmetic: ar, chain, users } = game
  const last = models.at(-1)
  if (last === undefined || !chain.starts.includes(models.length - 1) || !isKept(game, last)) return false
  if (!users.every((user) => ar.sign(netValue(ar, last, user)) > 0)) return false
  return models.every((model, index) => {
    const next = models[index + 1]
    if (next === undefined) return true
    const better = users.every((user) =>
      lessOrEqual(
        ar,
        ar.mul(netValue(ar, model, user), next.success),
        ar.mul(netValue(ar, next, user), model.success),
      ),
    )
    return better && costsNoMore(ar, next, model)
  })
}

/** Whether one model's cost-of-pass is at most another's: `(c − f)/p`, by products. */
function costsNoMore<N>(ar: Arithmetic<N>, a: NumericModel<N>, b: NumericModel<N>): boolean {
  const serving = ({ cost, price }: NumericModel<N>): N => ar.sub(cost, price)
  return lessOrEqual(ar, ar.mul(serving(a), b.success), ar.mul(serving(b), a.success))
}

/** Whether the provider would rather solve a task with a model than lose the user: `P >= (c − f)/p`. */
function isKept<N>(
  { arithmetic: ar, provider }: Game<N>,
  { cost, price, success }: NumericModel<N>,
): boolean {
  return lessOrEqual(ar, ar.sub(cost, price), ar.mul(provider.penalty, success))
}

function finding({ menu }: GameInstance, order: 'falling' | 'rising'): Finding {
  return {
    key: `'${menu.name}' ${order}`,
    restsOn: null,
    report: ({ reporter, declarations }) => {
      const declared = declarations.things.get(menu.name)
      const span = declared?.node.value?.span
      if (declared === undefined || span === undefined) return
      const names = menu.chain.states.map(({ name }) => name)
      const [first = '', last = ''] = [names.at(0), names.at(-1)]
      const note =
        order === 'falling'
          ? 'each later model costs more for each solved task, and gives users less: to stay is better for both'
          : `each later model costs less for each solved task, and gives users more: to start with '${last}' is better for both`
      const place = { file: declared.file, span }
      const label = order === 'falling' ? `'${first}' is the better one` : `'${last}' is the better one`
      reporter.report(idleEscalation, { menu: menu.name }, place, { label, notes: [note] })
    },
  }
}
