import { enclosure, type Arithmetic, type Sign } from '@plumbline/game'
import { enclosed } from './enclosed.ts'

/**
 * The sign of `a - b`; in enclosures where the two are over unlike square roots, which then differ.
 *
 * @throws Undecided where the arithmetic cannot tell
 */
export function order<N>(ar: Arithmetic<N>, a: N, b: N): Sign {
  try {
    return ar.sign(ar.sub(a, b))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return enclosure.sign(enclosure.sub(enclosed(ar, a), enclosed(ar, b)))
  }
}
