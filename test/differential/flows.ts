import { exact, type Exact } from '@plumbline/game'
import type { MenuSample } from '../../packages/solver/src/general/testing/random-menus.ts'
import type { Constraint, LinearProgram } from './linear-program.ts'

// A cascade at one persistence as a linear program over flows: `n_j` attempts at model `j`, then `m_j` moves from `j`
// to `j + 1`. Whatever the escalations are, `n` and `m` satisfy these constraints, and all that do come from some.

const num = (x: string | number): Exact => exact.from(x)
const zero = num(0)

/** Numbers of a cascade in which every user is alike. */
export interface Cascade {
  readonly failure: readonly Exact[]
  /** `ξ` and `η` of an attempt. */
  readonly worth: readonly Exact[]
  readonly net: readonly Exact[]
  readonly P: Exact
}

export function cascadeOf({ p: [p = []], t, c, users: [user], P }: MenuSample): Cascade {
  const hundredth = (x: number | undefined): Exact => num(`${String(Math.round((x ?? 0) * 10))}/1000`)
  const success = p.map(hundredth)
  const V = hundredth(user?.V)
  return {
    failure: success.map((each) => exact.sub(num(1), each)),
    worth: success.map((each, i) => exact.sub(exact.mul(V, each), hundredth(t[i]))),
    net: success.map((each, i) => exact.sub(hundredth(c[i]), exact.mul(hundredth(P), each))),
    P: hundredth(P),
  }
}

/** The flows from a start at persistence `r`, at the least net cost, with further constraints on the attempts. */
export function flowProgram(
  { failure, net }: Cascade,
  start: number,
  r: Exact,
  further: readonly Constraint[],
): LinearProgram {
  const n = failure.length
  const row = (entries: readonly (readonly [number, Exact])[]): readonly Exact[] =>
    Array.from({ length: 2 * n - 1 }, (_, index) => entries.find(([at]) => at === index)?.[1] ?? zero)
  const goesOn = failure.map((a) => exact.mul(r, a))
  const balances = failure.map((_, j): Constraint => {
    const own = exact.sub(num(1), goesOn[j] ?? zero)
    const moves: (readonly [number, Exact])[] = []
    if (j < n - 1) moves.push([n + j, num(1)])
    if (j > 0) moves.push([n + j - 1, num(-1)])
    return { coefficients: row([[j, own], ...moves]), sense: '=', right: num(j === start ? 1 : 0) }
  })
  const limits = failure.slice(0, -1).map((_, j): Constraint => ({
    coefficients: row([
      [j, exact.neg(goesOn[j] ?? zero)],
      [n + j, num(1)],
    ]),
    sense: '<=',
    right: zero,
  }))
  const padded = further.map((each) => ({
    ...each,
    coefficients: row(each.coefficients.map((coefficient, j) => [j, coefficient] as const)),
  }))
  return {
    cost: row(net.map((each, j) => [j, each] as const)),
    constraints: [...balances, ...limits, ...padded],
  }
}
