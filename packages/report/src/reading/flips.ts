import type { PenaltyFlip } from '@plumbline/game'
import type { Reading } from './reading.ts'

/** A churn penalty at which the provider's choice changes, seen from the present one. */
export interface SeenFlip {
  readonly flip: PenaltyFlip
  /** Where it lies from here; `here`: at the present penalty itself. */
  readonly side: 'above' | 'below' | 'here'
  /** How far the penalty would have to move, not negative. */
  readonly distance: number
  /** The distance as a share of the present penalty; null where that is 0. */
  readonly relative: number | null
  /** What the provider does on the far side. */
  readonly beyond: PenaltyFlip['above']
}

/** All flips of the churn penalty, nearest first. Null where the document does not say. */
export function flipsSeen({ document, penalty }: Reading): readonly SeenFlip[] | null {
  const flips = document.flips?.penalty
  if (flips === undefined) return null
  return flips
    .map((flip): SeenFlip => {
      const side = flip.at > penalty ? 'above' : flip.at < penalty ? 'below' : 'here'
      const distance = Math.abs(flip.at - penalty)
      return {
        flip,
        side,
        distance,
        relative: penalty === 0 ? null : distance / penalty,
        beyond: side === 'below' ? flip.below : flip.above,
      }
    })
    .toSorted((x, y) => x.distance - y.distance)
}
