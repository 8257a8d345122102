import type { Game } from '@plumbline/game'
import { recognise } from '../leader/recognise.ts'
import { slowableStates } from './floors.ts'
import { boundsEscalation, slowedBetween, slowedToCeiling } from './slowed-between.ts'
import { slowedLeavings, type SlowableCascade } from './slowed-cascade.ts'
import { slowedChoices } from './slowed-choice.ts'
import { slowedLeaving } from './slowed-leaving.ts'
import type { Slowed } from './slowed.ts'

/** What slowing models down brings about, in a game that has a closed form. */
export interface SlowedReplies<N> {
  /** Whose costs are lines in the penalty. */
  readonly lines: readonly Slowed<N>[]
  /** At another penalty others than these: replies strictly between staying and leaving. */
  readonly between: readonly Slowed<N>[]
  /** Whether there may be some of these at another penalty. */
  readonly bounded: boolean
}

/**
 * All replies that slowing models down can bring about and that may cost the provider less than what it has
 * without. Slowing saves it nothing of its own and only ever makes the user leave sooner.
 *
 * @param ceiling the greatest latency that a model may be slowed down to; null for none
 * @throws Undecided where the arithmetic cannot tell a sign
 */
export function slowedReplies<N>(game: Game<N>, ceiling: N | null): SlowedReplies<N> {
  const { arithmetic: ar, chain, provider } = game
  const states = slowableStates(game, ceiling)
  const weak = provider.ties === 'weak'
  const shape = recognise(game)
  if (shape.kind === 'unknown') throw new TypeError(`no closed form for ${shape.what}`)
  if (shape.kind === 'static') {
    const lines =
      chain.chooser === 'user'
        ? slowedChoices(ar, states, weak)
        : chain.starts.flatMap((start) => slowedLeaving(ar, states, start, weak) ?? [])
    return { lines, between: [], bounded: false }
  }
  const { cascade } = shape
  const [first, second] = [states[cascade.first], states[cascade.second]]
  if (first === undefined || second === undefined) throw new TypeError('a cascade without its states')
  const slowable: SlowableCascade<N> = { cascade, first, second, weak }
  const ends = slowedToCeiling(game, slowable, ceiling)
  const between = [...slowedBetween(slowable, provider.penalty), ...(ends === null ? [] : [ends])]
  return { lines: slowedLeavings(slowable), between, bounded: boundsEscalation(slowable) }
}
