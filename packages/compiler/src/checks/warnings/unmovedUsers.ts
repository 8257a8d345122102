import { type Condition, formatQuantity, type Game, type GameInstance, modelInputs, type NumericPerformance, type NumericUser, type Term } from '@plumbline/game' // prettier-ignore
import { unmovedUser } from '../../diagnostics/warnings.ts'
import { type Finding, surely } from './finding.ts'
import { attemptsOf, netValue } from './worth.ts'

/**
 * Users whom no route of the menu can change. Where every attempt with every model is worth something to a user, for
 * each kind of task and however many have failed, they re-prompt on every route; where none is, they leave on every
 * route. (Both follow from `U(r) = Σ n_i(r) ξ_i`, whose `n_i` grow with the persistence `r`, whatever the user sees.)
 *
 * Nothing is said of users whose regime the file asserts, for its author knows it; of users with an outside option, who may not start, of those who are not perfectly rational, of
 * those who would stay where the provider may slow models down, of
 * declarations that stand for many people, and where there is no route to choose.
 */
export function unmovedUsers<N>(game: Game<N>, instance: GameInstance): readonly Finding[] {
  const { chain } = game
  const differ = instance.randoms.some(({ purpose }) => purpose === 'population')
  if (chain.chooser === 'user' || chain.states.length < 2 || differ) return []
  return game.users.flatMap((user) => {
    if (user.outside !== null || user.rationality !== null || isAsserted(user.name, instance)) return []
    const attempts = chain.states.flatMap(({ model }) => attemptsOf(game.models[model]))
    const sign = (attempt: NumericPerformance<N>): number =>
      game.arithmetic.sign(netValue(game.arithmetic, attempt, user))
    // Whom no route drives out slowness may.
    const stays = game.provider.throttle === null
    if (stays && surely(() => attempts.every((attempt) => sign(attempt) > 0)))
      return [finding(game, user, 'stays', instance)]
    if (surely(() => attempts.every((attempt) => sign(attempt) < 0)))
      return [finding(game, user, 'leaves', instance)]
    return []
  })
}

function finding<N>(
  game: Game<N>,
  user: NumericUser<N>,
  does: 'stays' | 'leaves',
  instance: GameInstance,
): Finding {
  const { units, users } = instance
  const { name } = user
  const { arithmetic: ar, chain, models } = game
  const dimension = users.find((each) => each.name === name)?.value.dimension ?? {}
  const worth = chain.states.flatMap(({ name: state, model }) => {
    const attempt = models[model]
    if (attempt === undefined) return []
    const value = ar.toNumber(netValue(ar, attempt, user))
    return [`${formatQuantity(value, dimension, units, 3)} with '${state}'`]
  })
  return {
    key: `'${name}' ${does}`,
    restsOn: () => [`${name}.value`, `${name}.patience`, ...worthOf(instance)],
    report: ({ reporter, declarations }) => {
      const declared = declarations.things.get(name)
      const span = declared?.node.name?.span
      if (declared === undefined || span === undefined) return
      const place = { file: declared.file, span }
      reporter.report(unmovedUser, { user: name, does }, place, {
        label: does === 'stays' ? 'every attempt is worth it' : 'no attempt is worth it',
        notes: [`an attempt is worth ${worth.join(', ')}, after waiting and price`],
      })
    },
  }
}

/** The inputs that say what attempts with the menu's models are worth: all but their costs. */
function worthOf({ menu, models, tasks }: GameInstance): readonly string[] {
  const offered = menu.chain.states.flatMap(({ model }) => models[model] ?? [])
  const inputs = offered.flatMap((model) => modelInputs(model, tasks).map(({ name }) => name))
  return inputs.filter((name) => !/^[^.]*\.cost\b/.test(name))
}

/** Whether an assert speaks of a user's regime, which is the signs by which they stay or leave. */
function isAsserted(user: string, { asserts, users }: GameInstance): boolean {
  const isRegime = (term: Term): boolean =>
    term.op === 'solution' && term.path.at(-1) === 'regime' && (term.path[0] === user || users.length === 1)
  const speaks = (condition: Condition): boolean => {
    switch (condition.op) {
      case 'and':
      case 'or':
        return speaks(condition.left) || speaks(condition.right)
      case 'not':
        return speaks(condition.arg)
      case 'compare':
        return isRegime(condition.left) || isRegime(condition.right)
      case 'true':
      case 'false':
      case 'within':
      case 'holds':
        return false
    }
  }
  return asserts.some(({ condition }) => speaks(condition))
}
