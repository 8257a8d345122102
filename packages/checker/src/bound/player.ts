import { enclosure, type Enclosure } from '@plumbline/game'
import { enclosedSide } from '../play/enclosed.ts'
import type { Side } from '../play/side.ts'
import { spanOf, type Fixed, type Span } from './fixed.ts'
import type { Task } from './flow.ts'

/** A game as one user meets it, with limits of every number. */
export interface Player {
  readonly weight: Span
  /** A bound of `P` from below. */
  readonly penalty: Fixed
  readonly outside: Span | null
  readonly sees: 'nothing' | 'model' | 'attempts'
  readonly states: number
  /** Attempts that are told apart. */
  readonly stages: number
  /** Pairs of an attempt's number and its state. */
  readonly nodes: number
  readonly tasks: readonly Task[]
}

/** Failures that are told apart for a user who counts them; what lies beyond is bounded as one. */
const counted = 12

/** The player of a user's side. */
export function playerOf<N>(side: Side<N>): Player {
  const { user, penalty, kinds: all } = enclosedSide(side)
  const kinds = all.filter(({ weight }) => weight.hi.compare(0) > 0)
  const depth = kinds[0]?.stages.length ?? 1
  const stages = user.sees === 'attempts' ? Math.max(counted, depth) : depth
  const states = kinds[0]?.stages[0]?.length ?? 0
  const tasks = kinds.map(({ weight, stages: steps }): Task => {
    const nodes = Array.from({ length: stages }, (_, k) => steps[Math.min(k, depth - 1)] ?? []).flat()
    return {
      weight: spanOf(weight),
      failure: nodes.map(({ failure }) => spanOf(failure)),
      worth: nodes.map(({ worth }) => spanOf(worth)),
      cost: nodes.map(({ serving, success }) => spanOf(netCost(serving, penalty, success)).low),
    }
  })
  return {
    weight: spanOf(user.weight),
    penalty: spanOf(penalty).low,
    outside: user.outside === null ? null : spanOf(user.outside),
    sees: user.sees,
    states,
    stages,
    nodes: stages * states,
    tasks,
  }
}

/** `η = c - f - P p`. */
function netCost(serving: Enclosure, penalty: Enclosure, success: Enclosure): Enclosure {
  return enclosure.sub(serving, enclosure.mul(penalty, success))
}
