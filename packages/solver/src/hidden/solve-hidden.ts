import { compare, sum, type Game, type GameInstance } from '@plumbline/game'
import { costAt } from '../base/outcome.ts'
import type { SolvedGame, SolvedUser } from '../document/solved.ts'
import { compareCosts } from '../leader/compare-costs.ts'
import type { Cascade } from '../leader/cascade-offers.ts'
import { recognise } from '../leader/recognise.ts'
import { difference } from '../misalignment/difference.ts'
import type { HiddenEquilibrium } from './equilibrium.ts'
import { hiddenGame } from './hidden-game.ts'
import { twoModelEquilibria, type TwoModelEquilibrium } from './two-models.ts'

/**
 * A game whose route users do not see: simultaneous play, and so Nash equilibria in place of the announced optimum. Of
 * several the one that costs the provider least is told (most, where ties go against it), then the one that is best for users.
 *
 * @param announced the same game solved with its route announced
 * @returns null where no equilibrium was found
 * @throws Undecided where inputs known only within an enclosure leave a verdict open
 */
export function solveHidden<N>(
  game: Game<N>,
  announced: SolvedGame<N>,
  { units }: Pick<GameInstance, 'units'>,
): SolvedGame<N> | null {
  const { arithmetic: ar, provider } = game
  const equilibria = equilibriaOf(game).toSorted(
    (one, other) =>
      (provider.ties === 'strong' ? 1 : -1) * compareCosts(ar, one.cost, other.cost) ||
      compareCosts(ar, other.utility, one.utility),
  )
  const [chosen, ...others] = equilibria
  const [before] = announced.users
  if (chosen === undefined || before === undefined) return null
  const gap = difference(ar, before.best.utility, chosen.utility)
  const user: SolvedUser<N> = {
    ...before,
    reply:
      chosen.staying !== null
        ? { kind: 'split', staying: chosen.staying }
        : { kind: 'stationary', persistence: chosen.persistence ?? ar.from(0) },
    persistenceSet: persistenceSet(ar, chosen),
    success: ar.sub(ar.from(1), chosen.loss),
    latency: chosen.latency,
    attempts: sum(ar, chosen.attempts ?? []),
    utility: chosen.utility,
    gap,
  }
  return hiddenGame(
    game,
    announced,
    { units },
    {
      equilibria: [chosen, ...others],
      users: [user],
      cascades: escalates(game, chosen),
      gap,
      bounds: { lower: chosen.cost, upper: chosen.cost, method: 'closed-form', tolerance: null },
    },
  )
}

function persistenceSet<N>(
  ar: Game<N>['arithmetic'],
  { staying, persistences }: HiddenEquilibrium<N>,
): SolvedUser<N>['persistenceSet'] {
  if (staying === null) return persistences === null ? null : [persistences]
  const [zero, one] = [ar.from(0), ar.from(1)]
  return [
    { from: zero, to: zero },
    { from: one, to: one },
  ]
}

/** Whether an escalation above 0 is ever reached. */
function escalates<N>(
  { arithmetic: ar, chain, models }: Game<N>,
  { variables, attempts, persistence }: HiddenEquilibrium<N>,
): boolean {
  if (persistence !== null && ar.sign(persistence) === 0) return false
  return chain.variables.some(({ state }, index) => {
    const success = models[chain.states[state]?.model ?? -1]?.success ?? ar.from(1)
    const [announced, expected] = [variables[index], attempts?.[state]]
    if (announced === undefined || expected === undefined) return false
    return ar.sign(announced) > 0 && ar.sign(expected) > 0 && compare(ar, success, ar.from(1)) < 0
  })
}

function equilibriaOf<N>(game: Game<N>): readonly HiddenEquilibrium<N>[] {
  const cascade = twoModelsOf(game)
  if (cascade === null) return []
  return twoModelEquilibria(cascade, game.provider.penalty).map((found) => inGame(game, found, cascade))
}

/** A menu of two models, one of which may lead to the other or not; null for another. */
function twoModelsOf<N>(game: Game<N>): Cascade<N> | null {
  const shape = recognise(game)
  if (shape.kind === 'cascade') return shape.cascade
  if (shape.kind === 'unknown') return null
  const [first, second, ...others] = shape.attempts
  if (first === undefined || second === undefined || others.length > 0) return null
  const { arithmetic: ar, chain } = game
  return {
    pair: { arithmetic: ar, first, second },
    first: 0,
    second: 1,
    low: ar.from(0),
    high: ar.from(0),
    startsFirst: chain.starts.includes(0),
    startsSecond: chain.starts.includes(1),
  }
}

/** An equilibrium of two models as one of the game's states and variables. */
function inGame<N>(
  game: Game<N>,
  found: TwoModelEquilibrium<N>,
  { first, second, low }: { readonly first: number; readonly second: number; readonly low: N },
): HiddenEquilibrium<N> {
  const { arithmetic: ar, chain, models, provider } = game
  const { outcome } = found
  const byState = (one: N, other: N): readonly N[] =>
    chain.states.map((_, state) => (state === first ? one : state === second ? other : ar.from(0)))
  const attempts = byState(outcome.attempts.first, outcome.attempts.second)
  return {
    starts: byState(found.first, ar.sub(ar.from(1), found.first)),
    routes: null,
    variables: chain.variables.map(() => found.escalation ?? low),
    variableRange: found.escalations,
    persistence: found.persistence,
    persistences: found.persistences,
    staying: found.staying,
    cost: costAt(game, outcome, provider.penalty),
    serving: outcome.serving,
    loss: outcome.loss,
    latency: sum(
      ar,
      attempts.map((expected, state) =>
        ar.mul(expected, models[chain.states[state]?.model ?? -1]?.latency ?? ar.from(0)),
      ),
    ),
    attempts,
    utility: outcome.utility,
    utilities: found.utilities,
  }
}
