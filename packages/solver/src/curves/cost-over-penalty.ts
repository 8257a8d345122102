import { at, type Assignment, type GameInstance, type RouteKey } from '@plumbline/game'
import { routeKey } from '../document/route-entry.ts'
import { solveProblem, type Solution } from '../document/solution.ts'
import { poseProblem } from '../leader/pose-problem.ts'
import { settle } from '../leader/solve-offers.ts'
import { unsupported } from '../document/unsupported.ts'

/** One candidate's cost over the churn penalty `P`: `J = intercept + slope · P`. */
export interface CostCurve {
  readonly id: string
  readonly route: RouteKey
  readonly abandonment: number
  readonly intercept: number
  readonly slope: number
  /** Only by slowing models down, which the game does not allow: it asks whether that would pay. */
  readonly throttled: boolean
}

/** A stretch of the least cost, on one candidate; straight but for that of `interior`, which is sampled. */
export interface EnvelopePiece {
  readonly id: string
  readonly from: number
  readonly to: number
  /** `[P, J]`, ascending in `P`. */
  readonly points: readonly (readonly [number, number])[]
}

/** The provider's cost over the churn penalty, for drawing. */
export interface CostPicture {
  /** Penalties from 0 up to beyond the last flip and the game's own penalty. */
  readonly upTo: number
  readonly lines: readonly CostCurve[]
  readonly envelope: readonly EnvelopePiece[]
  /** Ascending. */
  readonly flips: readonly number[]
  readonly current: { readonly penalty: number; readonly cost: number; readonly id: string }
  /** Penalties between which throttling pays; `to` null: without end. */
  readonly throttling: readonly { readonly from: number; readonly to: number | null }[]
}

const samples = 48

/**
 * Each candidate's cost as a line in the churn penalty, the least of them with its exact flips, and the lines that
 * throttling would add: what a picture of the switch between routes, staying and leaving needs. In doubles.
 *
 * @returns null where the game has problems at this assignment, or no closed form takes it
 */
export function costOverPenalty(
  instance: GameInstance,
  assignment: Assignment = new Map(),
): CostPicture | null {
  if (unsupported(instance).length > 0) return null
  const evaluation = at(instance, assignment, (game) => {
    const posed = poseProblem(game)
    return posed.ok ? pictureOf(solveProblem(game, posed.problem, instance)) : null
  })
  return evaluation.ok ? evaluation.value : null
}

function pictureOf<N>(solution: Solution<N>): CostPicture {
  const { game, equilibrium, throttling } = solution
  const { arithmetic: ar, provider } = game
  const penalty = ar.toNumber(provider.penalty)
  const flips = equilibrium.flips.map((flip) => ar.toNumber(flip.at))
  const ranges = throttling.ranges.map(({ from, to }) => {
    return { from: ar.toNumber(from), to: to === null ? null : ar.toNumber(to) }
  })
  const upTo = extent(
    [penalty, ...flips, ...ranges.flatMap(({ from, to }) => [from, to ?? from])],
    game.models.map(({ cost, success }) => ar.toNumber(cost) / ar.toNumber(success)),
  )
  return {
    upTo,
    lines: linesOf(solution),
    envelope: envelopeOf(solution, flips, upTo),
    flips,
    current: { penalty, cost: ar.toNumber(equilibrium.chosen.cost), id: equilibrium.chosen.id },
    throttling: ranges,
  }
}

/** A little beyond all that happens; where nothing does, as far as the dearest cost-of-pass. */
function extent(places: readonly number[], costs: readonly number[]): number {
  const last = Math.max(...places)
  if (last > 0) return last * 1.25
  const dearest = Math.max(...costs)
  return dearest > 0 ? dearest * 1.25 : 1
}

function linesOf<N>({ game, problem, equilibrium, throttling }: Solution<N>): readonly CostCurve[] {
  const { arithmetic: ar } = game
  const leaves = (persistence: N): number => ar.toNumber(ar.sub(ar.from(1), persistence))
  const own = equilibrium.candidates.map(({ id, route, persistence, line }): CostCurve => ({
    id,
    route: routeKey(game, route),
    abandonment: leaves(persistence),
    intercept: ar.toNumber(line.serving),
    slope: ar.toNumber(line.loss),
    throttled: throttling.slowed.some(({ option }) => option.line === line),
  }))
  if (game.provider.throttle !== null || throttling.ranges.length === 0) return own
  const further = throttling.slowed.map(({ option, place }): CostCurve => ({
    id: option.id,
    route: routeKey(game, { start: option.start, variables: problem.variables(place?.at ?? null) }),
    abandonment: leaves(option.persistence),
    intercept: ar.toNumber(option.line.serving),
    slope: ar.toNumber(option.line.loss),
    throttled: true,
  }))
  return [...own, ...further]
}

function envelopeOf<N>(
  { game, problem, equilibrium }: Solution<N>,
  flips: readonly number[],
  upTo: number,
): readonly EnvelopePiece[] {
  const { arithmetic: ar } = game
  const [first] = equilibrium.flips
  const choices = [first?.below ?? equilibrium.chosen, ...equilibrium.flips.map(({ above }) => above)]
  return choices.flatMap(({ id, line }, index): readonly EnvelopePiece[] => {
    const [from, to] = [index === 0 ? 0 : (flips[index - 1] ?? 0), flips[index] ?? upTo]
    if (from >= to) return []
    const straight = (penalty: number): number => ar.toNumber(line.serving) + penalty * ar.toNumber(line.loss)
    const least = (penalty: number): number =>
      ar.toNumber(settle({ ...problem, penalty: ar.from(penalty) }, problem.ties).choice.chosen.cost)
    const curved = id === 'interior'
    const steps = curved ? samples : 1
    const points = Array.from({ length: steps + 1 }, (_, step) => {
      const penalty = from + ((to - from) * step) / steps
      return [penalty, curved ? least(penalty) : straight(penalty)] as const
    })
    return [{ id, from, to, points }]
  })
}
