import { enclosure, type Enclosure } from '@plumbline/game'
import type { Rational, Ring } from './ring.ts'

/** Rational intervals as coefficients: what they do not decide is thrown as Undecided. */
export const enclosures: Ring<Enclosure> = {
  zero: enclosure.from(0),
  one: enclosure.from(1),
  add: (a, b) => enclosure.add(a, b),
  sub: (a, b) => enclosure.sub(a, b),
  mul: (a, b) => enclosure.mul(a, b),
  times: (a, n) => enclosure.mul(a, whole(n)),
  over: (a, n) => enclosure.div(a, whole(n)),
  sign: (a) => enclosure.sign(a),
  reduce: (coefficients) => coefficients,
  rationalise: (coefficients) => coefficients,
  bounds: ({ lo, hi }, bits) => [floorOf(lo, bits), -floorOf(hi.neg(), bits)],
  exact: false,
}

function whole(n: bigint): Enclosure {
  return enclosure.from(n.toString())
}

/** The integer below `value · 2^bits`. */
export function floorOf(value: Rational, bits: number): bigint {
  const over = (value.s * value.n) << BigInt(bits)
  const quotient = over / value.d
  return over < 0n && quotient * value.d !== over ? quotient - 1n : quotient
}
