import { magnitude, max, min } from '../arithmetic/order.ts'
import { type Twofold, twofold } from '../arithmetic/twofold.ts'
import { type Calculus, failure } from './calculus.ts'

/** Roots, exponentials and powers are rational or not, which only exact arithmetic tells. */
const askExactly = () => failure('inexact')

/** Expressions in {@link twofold}, without the functions that need more than rational numbers. */
export const twofoldCalculus: Calculus<Twofold> = {
  arithmetic: twofold,
  sqrt: askExactly,
  exp: askExactly,
  log: askExactly,
  pow: askExactly,
  least: (a, b) => min(twofold, a, b),
  greatest: (a, b) => max(twofold, a, b),
  magnitude: (a) => magnitude(twofold, a),
  size: () => 0,
}
