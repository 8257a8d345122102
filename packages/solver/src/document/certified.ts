import { float, mapGame, type Game, type GameInstance, type SolutionDocument } from '@plumbline/game'
import { searchProblem } from '../general/problem.ts'
import type { PopulationGame } from '../population/population-game.ts'
import type { SearchLimits } from '../search/branch-and-bound.ts'
import { typesEntry } from '../population/types-entry.ts'
import { prove } from '../search/proof/prove.ts'
import type { SolvedGame } from './solved.ts'

/** Users for whom a proof is tried. */
const mostUsers = 40
/** The least tolerance of a proof: its numbers have few digits. */
const leastTolerance = 1e-8

/** Whether a model never succeeds at some kind of task: attempts without end have no bound that a checker could redo. */
function mayNeverEnd<N>({ arithmetic: ar, models }: Game<N>): boolean {
  return models.some((model) =>
    [model, ...model.kinds]
      .flatMap((each) => [each, ...each.later])
      .some(({ success }) => ar.sign(success) === 0),
  )
}

/** Of the greatest cost, what a cost counts as at least where it is asked how near a bound is: of 0 nothing is a share. */
const share = 1e-3

/** The greatest of the costs that a game speaks of. */
function sizeOf<N>({ arithmetic: ar, models, provider }: Game<N>): number {
  return Math.max(...[provider.penalty, ...models.map(({ cost }) => cost)].map((n) => ar.toNumber(n)))
}

/**
 * The document with a proof that no route costs less than its lower bound, which is then the bound that is proved: where the
 * bound comes from a search, the provider announces a route, and the proof is near enough within `parts`.
 *
 * @param size `parts`: most parts of the proof, 0 for none; `whole`: whether a proof that is not as near as asked is better than none
 */
export function certified<N>(
  plain: SolutionDocument,
  population: PopulationGame<N>,
  instance: Pick<GameInstance, 'users'>,
  solved: SolvedGame<N>,
  limits: SearchLimits,
  size: { readonly parts: number; readonly whole: boolean },
): SolutionDocument {
  const types = size.parts === 0 ? [] : typesEntry(instance, population.types ?? [])
  const certificate = types.length === 0 ? plain.certificate : { ...plain.certificate, types }
  return withBoxes({ ...plain, certificate }, population, instance, solved, limits, size)
}

function withBoxes<N>(
  document: SolutionDocument,
  { game, declared }: PopulationGame<N>,
  instance: Pick<GameInstance, 'users'>,
  { bounds, concept, provider }: SolvedGame<N>,
  limits: SearchLimits,
  { parts, whole }: { readonly parts: number; readonly whole: boolean },
): SolutionDocument {
  const { arithmetic: ar, users } = game
  const isPlain = concept.endsWith('stackelberg') && users.every(({ rationality }) => rationality === null)
  const isKnown = bounds.method === 'closed-form'
  const isSmall = declared.length === instance.users.length && users.length <= mostUsers
  if (parts === 0 || !isPlain || isKnown || !isSmall || game.provider.throttle !== null) return document
  if (mayNeverEnd(game)) return document
  const problem = searchProblem(
    mapGame(game, float, (n) => ar.toNumber(n)),
    'provider',
    false,
  )
  const tolerance = Math.max(limits.tolerance, leastTolerance)
  const cost = ar.toNumber(provider.cost)
  const gap = tolerance * Math.max(Math.abs(cost), share * sizeOf(game))
  const { lower, boxes, reached, ended } = prove(problem, cost, {
    ...limits,
    gap,
    parts,
    began: limits.now(),
  })
  if (!reached && !whole) return document
  const { exact, probabilities, types, case: regime } = document.certificate
  return {
    ...document,
    certificate: {
      method: 'branch-and-bound',
      case: regime,
      lower,
      // What a formula's search has for it may be rounded up.
      upper: cost,
      tolerance,
      ...(cost - lower <= gap ? {} : { ended: ended ?? 'nodes' }),
      exact,
      ...(probabilities === undefined ? {} : { probabilities }),
      boxes,
      ...(types === undefined ? {} : { types }),
    },
  }
}
