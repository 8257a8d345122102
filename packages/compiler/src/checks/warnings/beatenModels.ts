import { type Game, type GameInstance, lessOrEqual, modelInputs, type NumericModel } from '@plumbline/game'
import { beatenModel } from '../../diagnostics/warnings.ts'
import { type Finding, surely } from './finding.ts'

/**
 * Models of the game's menu that another one beats: it costs no more, takes no longer, succeeds no less often and
 * asks no higher price, and is better in cost, latency or success.
 */
export function beatenModels<N>(game: Game<N>, instance: GameInstance): readonly Finding[] {
  const models = game.chain.states.flatMap(({ model }) => game.models[model] ?? [])
  return models.flatMap((model) => {
    const by = models.find((other) => other !== model && surely(() => beats(game, other, model)))
    return by === undefined ? [] : [finding(model.name, by.name, instance)]
  })
}

function beats<N>({ arithmetic }: Game<N>, a: NumericModel<N>, b: NumericModel<N>): boolean {
  const noMore = (x: N, y: N): boolean => lessOrEqual(arithmetic, x, y)
  const asGood = noMore(a.cost, b.cost) && noMore(a.latency, b.latency) && noMore(b.success, a.success)
  if (!asGood || !noMore(a.price, b.price)) return false
  return !(noMore(b.cost, a.cost) && noMore(b.latency, a.latency) && noMore(a.success, b.success))
}

function finding(model: string, by: string, { models, tasks }: GameInstance): Finding {
  return {
    key: `'${by}' beats '${model}'`,
    restsOn: () =>
      models
        .filter(({ name }) => name === model || name === by)
        .flatMap((each) => modelInputs(each, tasks).map(({ name }) => name)),
    report: ({ reporter, declarations }) => {
      const [one, other] = [declarations.things.get(model), declarations.things.get(by)]
      const [worse, better] = [one?.node.name, other?.node.name]
      if (!one || !other || !worse || !better) return
      const place = { file: one.file, span: worse.span }
      reporter.report(beatenModel, { model, by }, place, {
        label: 'no route needs this one',
        secondary: [{ file: other.file, span: better.span, text: 'no worse in anything' }],
      })
    },
  }
}
