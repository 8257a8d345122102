import type { FlipVerdict, InputFlip, InputFlips } from '@plumbline/game'
import type { Reading } from './reading.ts'

/** A value of some number at which a verdict changes, seen from the number as it is. */
export interface SeenInputFlip {
  readonly input: InputFlips
  readonly flip: InputFlip
  readonly side: 'above' | 'below' | 'here'
  /** Where it comes; of a flip that is known within a wide bracket only, the end from which on it may come. */
  readonly place: number
  /** Whether the place is such an end. */
  readonly isRough: boolean
  /** How far the number would have to move, not negative, as a share of itself; null where it is 0. */
  readonly relative: number | null
  readonly before: FlipVerdict
  readonly beyond: FlipVerdict
}

/**
 * For every number its nearest flip on each side, nearest first; those of numbers that are 0 last. Null where the document
 * does not say.
 */
export function inputFlipsSeen({ document }: Reading): readonly SeenInputFlip[] | null {
  const inputs = document.flips?.inputs
  if (inputs === undefined) return null
  return inputs
    .flatMap((input) => {
      const below = input.flips.findLast(({ at }) => at < input.value)
      const above = input.flips.find(({ at }) => at > input.value)
      const here = input.flips.find(({ at }) => at === input.value)
      return [below, here, above].flatMap((flip) => (flip === undefined ? [] : [seen(input, flip)]))
    })
    .toSorted((one, other) => (one.relative ?? Infinity) - (other.relative ?? Infinity))
}

/** Relative width of a bracket from which it is told as one. */
const wide = 1e-3

function seen(input: InputFlips, flip: InputFlip): SeenInputFlip {
  const { value } = input
  const side = flip.at > value ? 'above' : flip.at < value ? 'below' : 'here'
  const [low, high] = flip.bracket
  const isRough = high - low > wide * Math.max(Math.abs(low), Math.abs(high))
  const place = !isRough || side === 'here' ? flip.at : side === 'above' ? low : high
  return {
    input,
    flip,
    side,
    place,
    isRough,
    relative: value === 0 ? null : Math.abs(place - value) / Math.abs(value),
    before: side === 'below' ? flip.above : flip.below,
    beyond: side === 'below' ? flip.below : flip.above,
  }
}

/** How users answer, as a probability to leave: null where it is no one number, or not for all the same. */
export function abandonmentOf({ replies }: FlipVerdict): number | null {
  const [first, ...others] = Object.values(replies)
  if (others.some((reply) => reply !== first)) return null
  return first === 'stays' ? 0 : first === 'leaves' ? 1 : null
}
