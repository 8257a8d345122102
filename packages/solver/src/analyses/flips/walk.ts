import { rational } from '@plumbline/game'
import { plus, scaled, times, type Polynomial } from '../../algebra/polynomial.ts'
import { rootsInside, type Root } from '../../algebra/roots.ts'
import type { Sample } from '../../algebra/along/along.ts'

type Fraction = ReturnType<typeof rational>

/** What was seen at a sample: something that stays the same as long as none of the polynomials has a root. */
export interface Seen<T> {
  readonly value: T
  readonly asked: ReadonlyMap<string, Polynomial>
}

/** A stretch of numbers on which what is seen is the same; its ends from the origin outwards. */
export interface Stretch<T> {
  readonly value: T
  /** Null for the origin itself. */
  readonly from: Boundary | null
  /** Null where it goes on for ever. */
  readonly to: Boundary | null
}

/** A number between two rationals, `2^-bits` apart in the walk's measure, and a polynomial of which it is a root. */
export interface Boundary {
  /** The nearer to the origin; both are equal where the number is known exactly. */
  readonly near: Fraction
  readonly far: Fraction
  readonly root: Polynomial
}

/** Binary digits to which boundaries are told apart, in the measure `t/(1+t)` of the distance `t` from the origin. */
export const walkBits = 192
/** Most stretches in one direction. */
const mostStretches = 400

/**
 * Walks from a number in one direction, from one stretch to the next, for as long as anything is to be seen: all stretches
 * of the half-line, with certainty, but for those narrower than `2^-192` (in the measure of the distance).
 *
 * @param look at a sample; null where nothing is to be seen: the walk ends there
 * @returns the stretches outwards, and whether all of them were seen
 */
export function walk<T>(
  origin: Fraction,
  side: 1 | -1,
  look: (sample: Sample) => Seen<T> | null,
): { readonly stretches: readonly Stretch<T>[]; readonly complete: boolean } {
  const known = new Map<string, readonly Root[]>()
  const stretches: Stretch<T>[] = []
  let place: Root = { over: 0n, under: 1n, exact: true }
  let from: Boundary | null = null
  while (stretches.length < mostStretches) {
    const { over, under } = beyond(place)
    if (over >= under) return { stretches, complete: true }
    const seen = look({ ...pointAt(origin, side, over, under), side })
    if (seen === null) return { stretches, complete: true }
    let next: { readonly root: Root; readonly of: Polynomial } | null = null
    for (const [text, polynomial] of seen.asked) {
      const roots = known.get(text) ?? rootsInside(outwards(polynomial, origin, side), walkBits)
      known.set(text, roots)
      const first = roots.find((root) => isBeyond(root, place))
      if (
        first !== undefined &&
        (next === null || first.over * next.root.under < next.root.over * first.under)
      ) {
        next = { root: first, of: polynomial }
      }
    }
    const to: Boundary | null = next === null ? null : boundaryAt(origin, side, next.root, next.of)
    stretches.push({ value: seen.value, from, to })
    if (next === null) return { stretches, complete: true }
    place = next.root
    from = to
  }
  return { stretches, complete: false }
}

/** The first place that is certainly not before a root. */
function beyond({ over, under, exact }: Root): { readonly over: bigint; readonly under: bigint } {
  return { over: exact ? over : over + 1n, under }
}

/** Whether a root lies after a place, and not within the same `2^-192`. */
function isBeyond(root: Root, place: Root): boolean {
  const { over, under } = beyond(place)
  const ahead = root.over * under - over * root.under
  return root.exact ? ahead > 0n : ahead >= 0n
}

function boundaryAt(origin: Fraction, side: 1 | -1, root: Root, of: Polynomial): Boundary {
  const at = (over: bigint): Fraction => {
    const point = pointAt(origin, side, over, root.under)
    return rational(`${String(point.over)}/${String(point.under)}`)
  }
  const near = at(root.over)
  return { near, far: root.exact || root.over + 1n >= root.under ? near : at(root.over + 1n), root: of }
}

/** The number at `y` of the measure: `origin ± y/(1 - y)`. */
function pointAt(
  origin: Fraction,
  side: 1 | -1,
  over: bigint,
  under: bigint,
): { over: bigint; under: bigint } {
  const away = under - over
  return {
    over: origin.s * origin.n * away + BigInt(side) * origin.d * over,
    under: origin.d * away,
  }
}

/** A polynomial over the measure, up to a positive factor: `p(origin ± y/(1 - y))`. */
function outwards(p: Polynomial, origin: Fraction, side: 1 | -1): Polynomial {
  const start = origin.s * origin.n
  const over: Polynomial = [start, BigInt(side) * origin.d - start]
  const under: Polynomial = [origin.d, -origin.d]
  let result: Polynomial = []
  let power: Polynomial = [1n]
  for (const coefficient of [...p].reverse()) {
    result = plus(times(result, over), scaled(power, coefficient))
    power = times(power, under)
  }
  return result
}
