import type { Process } from '../process/process.ts'
import type { Box, Row } from './box.ts'
import { shareFlow } from './flow.ts'
import { worthTaken, type Slowing } from './slowing.ts'

/** One user's side of the game in floats. Nodes are pairs of a stage and a state: `stage * states + state`. */
export interface Player {
  /** Share of the users. */
  readonly weight: number
  readonly rows: readonly Row[]
  readonly states: number
  readonly stages: number
  readonly nodes: number
  readonly kinds: readonly PlayerKind[]
  /** What every task costs before its attempts are counted: `P`. */
  readonly penalty: number
  /** What it costs where the user does not begin. */
  readonly absent: number
  /** `o`, null where the first attempt is always made. */
  readonly outside: number | null
  readonly sees: 'nothing' | 'model' | 'attempts'
  /** How the provider may slow models down; null where it may not. */
  readonly slowing: Slowing | null
}

/** One kind of task, by node. */
export interface PlayerKind {
  readonly weight: number
  /** `a`. */
  readonly failure: Float64Array
  /** `ξ`: over a box of latencies the most. */
  readonly worth: Float64Array
  /** The least `ξ` over a box of latencies; the same where nothing is slowed. */
  readonly least: Float64Array
  /** `η`. */
  readonly cost: Float64Array
}

/**
 * Whose interest a search serves: the provider's, who pays `J = P + Σ n η`, or the users', for whom `-U = -Σ n ξ` takes the
 * place of a cost. In both a user replies as is best for her.
 */
export type Interest = 'provider' | 'users'

/**
 * Where a model never succeeds at a kind of task, a user who never leaves would try without end. Doubles see so many attempts
 * at most: whoever pays for them, in time or money, has lost more than by any other reply.
 */
const surestFailure = 1 - 1e-12

/** The player of a process; attempts that only a user who counts them tells apart get stages of their own. */
export function playerOf(
  process: Process<number>,
  rows: readonly Row[],
  stages: number,
  interest: Interest = 'provider',
  slowing: Slowing | null = null,
): Player {
  const { user, penalty, kinds, depth, states } = process
  const count = Math.max(stages, depth)
  return {
    weight: user.weight,
    rows,
    states,
    stages: count,
    nodes: count * states,
    penalty: interest === 'provider' ? penalty : 0,
    absent: interest === 'provider' ? penalty : -(user.outside ?? 0),
    outside: user.outside,
    sees: user.sees,
    slowing,
    kinds: kinds
      .filter(({ weight }) => weight > 0)
      .map((kind) => {
        const steps = Array.from(
          { length: count },
          (_, stage) => kind.stages[Math.min(stage, depth - 1)] ?? [],
        ).flat()
        const worth = Float64Array.from(steps, ({ netValue }) => netValue)
        return {
          weight: kind.weight,
          failure: Float64Array.from(steps, ({ failure }) => Math.min(failure, surestFailure)),
          worth,
          least: worth,
          cost: Float64Array.from(steps, ({ netCost, netValue }) =>
            interest === 'provider' ? netCost : -netValue,
          ),
        }
      }),
  }
}

/** Players over boxes that were asked for, as long as the boxes are known. */
const known = new WeakMap<Box, { readonly player: Player; readonly over: Player }[]>()

/** The player over a box of latencies: what an attempt is worth to her lies within limits. */
export function playerOver(player: Player, box: Box): Player {
  const { slowing } = player
  if (slowing === null) return player
  const before = known.get(box) ?? []
  const found = before.find((each) => each.player === player)
  if (found !== undefined) return found.over
  const over = slowed(player, worthTaken(slowing, box.low), worthTaken(slowing, box.high))
  shareFlow(player, over, box)
  known.set(box, before)
  before.push({ player, over })
  return over
}

/** The player at one choice of latencies. */
export function playerAt(player: Player, variables: readonly number[]): Player {
  const { slowing } = player
  if (slowing === null) return player
  const taken = worthTaken(slowing, variables)
  return slowed(player, taken, taken)
}

/** @param less what is taken from an attempt's worth at least, by state */
function slowed(player: Player, less: readonly number[], most: readonly number[]): Player {
  const { states } = player
  const without = (worth: Float64Array, taken: readonly number[]): Float64Array =>
    worth.map((each, node) => each - (taken[node % states] ?? 0))
  return {
    ...player,
    slowing: null,
    kinds: player.kinds.map((kind) => {
      const worth = without(kind.worth, less)
      return { ...kind, worth, least: less === most ? worth : without(kind.worth, most) }
    }),
  }
}
