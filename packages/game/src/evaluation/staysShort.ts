import type { Arithmetic } from '../arithmetic/arithmetic.ts'
import type { Exact } from '../arithmetic/exact.ts'
import { type Calculus, failure, value } from './calculus.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { exactCalculus, sizeOf } from './exactCalculus.ts'
import { isSpent, metered } from './metered.ts'
import type { Named } from './names.ts'
import type { Survey } from './survey.ts'

/** Binary digits that a number which an assignment gives is taken to have at most. */
export const digitsOfAssigned = 256

/**
 * Whether no number that comes of some moved names can have more binary digits than a number may have, or all of them
 * take more work than is allowed, whatever numbers of up to {@link digitsOfAssigned} digits these names get. False too
 * where roots, powers or exponentials are on the way.
 *
 * @param dependent the moved names and all that comes of them, each after those it refers to
 */
export function staysShort(
  survey: Survey<Exact>,
  dependent: readonly Named[],
  moved: ReadonlySet<string>,
): boolean {
  const counting = metered(digitsCalculus)
  const bounds = new Map<string, number>()
  const digitsOf: Scope<number> = (leaf) => {
    const own = leaf.op === 'ref' ? bounds.get(leaf.name) : undefined
    if (own !== undefined) return value(own)
    const outcome = survey.scope(leaf)
    return outcome.ok ? value(exactCalculus.size(outcome.value)) : outcome
  }
  for (const { name, expression } of dependent) {
    const outcome = evaluate(expression, digitsOf, counting)
    if (!outcome.ok) return false
    bounds.set(name, moved.has(name) ? Math.max(digitsOfAssigned, outcome.value) : outcome.value)
  }
  return !isSpent(counting) && !isSpent(survey.calculus)
}

const unbounded = () => failure('inexact')

const digits: Arithmetic<number> = {
  name: 'digits',
  from: (number) => (typeof number === 'object' ? sizeOf(number) : 64),
  add: (a, b) => a + b + 1,
  sub: (a, b) => a + b + 1,
  mul: (a, b) => a + b,
  div: (a, b) => a + b,
  neg: (a) => a,
  sqrt: () => Infinity,
  sign: () => 1,
  toNumber: (a) => a,
  toExact: () => null,
}

/** The most binary digits that the result of an operation has, from those of its operands. */
const digitsCalculus: Calculus<number> = {
  arithmetic: digits,
  sqrt: unbounded,
  exp: unbounded,
  log: unbounded,
  pow: unbounded,
  least: Math.max,
  greatest: Math.max,
  magnitude: (a) => a,
  size: (a) => a,
}
