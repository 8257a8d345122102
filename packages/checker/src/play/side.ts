import type { Arithmetic, Game, NumericPerformance, NumericSequence, NumericUser } from '@plumbline/game'

/** One attempt with a model, as a user and the provider see it. */
export interface Step<N> {
  /** `p`. */
  readonly success: N
  /** `a = 1 - p`. */
  readonly failure: N
  /** `t`. */
  readonly latency: N
  /** `c - f`: what it costs the provider less the price that the user pays. */
  readonly serving: N
  /** `ξ = V p - κ t - f`: what it is worth to the user. */
  readonly worth: N
}

/** A game as one user meets it. */
export interface Side<N> {
  readonly arithmetic: Arithmetic<N>
  readonly user: NumericUser<N>
  /** `P`. */
  readonly penalty: N
  /** Whether a best reply that is a root of a quadratic is kept as one: numbers over unlike roots cannot be summed. */
  readonly surds: boolean
  /** Hidden kinds of task; weights sum to 1; `stages[k][i]` is attempt `k + 1` made in state `i`, the last for all further. */
  readonly kinds: readonly { readonly weight: N; readonly stages: readonly (readonly Step<N>[])[] }[]
}

/** What each attempt brings one user of a game, by kind of task, number of the attempt and state of the menu's chain. */
export function sideOf<N>(game: Game<N>, user: NumericUser<N>, surds: boolean): Side<N> {
  const { arithmetic, chain, models, tasks, provider } = game
  const played = chain.states.map(({ model }) => {
    const found = models[model]
    if (found === undefined) throw new TypeError('a state without its model')
    return found
  })
  const depth = Math.max(
    ...played
      .flatMap(({ later, kinds }) => [later, ...kinds.map((kind) => kind.later)])
      .map((l) => l.length + 1),
  )
  const kindAt = (weight: N, kind: number): Side<N>['kinds'][number] => ({
    weight,
    stages: Array.from({ length: depth }, (_, stage) =>
      played.map((model) => stepOf(game, user, at(model.kinds[kind] ?? model, stage))),
    ),
  })
  const kinds =
    tasks.length === 0
      ? [kindAt(arithmetic.from(1), 0)]
      : tasks.map(({ weight }, kind) => kindAt(weight, kind))
  return { arithmetic, user, penalty: provider.penalty, surds, kinds }
}

/** One attempt of a performance. */
export function stepOf<N>(
  { arithmetic: ar }: Pick<Game<N>, 'arithmetic'>,
  { value, patience }: NumericUser<N>,
  { success, latency, cost, price }: NumericPerformance<N>,
): Step<N> {
  return {
    success,
    failure: ar.sub(ar.from(1), success),
    latency,
    serving: ar.sub(cost, price),
    worth: ar.sub(ar.sub(ar.mul(value, success), ar.mul(patience, latency)), price),
  }
}

/** Attempts beyond the listed ones are like the last of them. */
function at<N>(sequence: NumericSequence<N>, stage: number): NumericPerformance<N> {
  return [sequence, ...sequence.later][Math.min(stage, sequence.later.length)] ?? sequence
}
