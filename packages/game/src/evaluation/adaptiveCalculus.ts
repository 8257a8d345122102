import { type Adaptive, adaptive, fromExact } from '../arithmetic/adaptive.ts'
import type { Exact } from '../arithmetic/exact.ts'
import { max, magnitude, min } from '../arithmetic/order.ts'
import type { Calculus, Outcome } from './calculus.ts'
import { exactCalculus } from './exactCalculus.ts'

/** Expressions in adaptive numbers: what has a value, and which, is for the exact ones to say. */
export const adaptiveCalculus: Calculus<Adaptive> = {
  arithmetic: adaptive,
  sqrt: (a) => wrapped(exactCalculus.sqrt(a.exactly())),
  exp: (a) => wrapped(exactCalculus.exp(a.exactly())),
  log: (a) => wrapped(exactCalculus.log(a.exactly())),
  pow: (base, exponent) => wrapped(exactCalculus.pow(base.exactly(), exponent.exactly())),
  least: (a, b) => min(adaptive, a, b),
  greatest: (a, b) => max(adaptive, a, b),
  magnitude: (a) => magnitude(adaptive, a),
  size: (a) => exactCalculus.size(a.exactly()),
}

/** An outcome in exact numbers as one in adaptive ones. */
export function wrapped(outcome: Outcome<Exact>): Outcome<Adaptive> {
  return outcome.ok ? { ok: true, value: fromExact(outcome.value) } : outcome
}
