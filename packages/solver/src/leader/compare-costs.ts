import { compare, Undecided, type Arithmetic, type Sign } from '@plumbline/game'

/**
 * The sign of `a - b` for numbers that may hold two unlike square roots, which the arithmetic does not
 * subtract: such numbers are never equal, and their nearest doubles tell the order unless they agree.
 *
 * @throws Undecided where neither tells
 */
export function compareCosts<N>(ar: Arithmetic<N>, a: N, b: N): Sign {
  if (a === b) return 0
  try {
    return compare(ar, a, b)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [x, y] = [ar.toNumber(a), ar.toNumber(b)]
    if (x !== y) return x < y ? -1 : 1
    throw new Undecided('two numbers over unlike square roots that agree to the last digit')
  }
}
