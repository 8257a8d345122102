import type { Arithmetic } from '@plumbline/game'
import type { Equilibrium } from '../equilibrium.ts'
import { solveLeader } from '../solve-leader.ts'
import { sampleGame, type Sample } from './sample-game.ts'

// Games at, or a hair's breadth beside, a verdict that is known by the way they are made: from the answer to the numbers,
// in fractions of integers of their own, without any of the solver's formulas or arithmetic.

/** A fraction of integers. */
interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

const ratio = (n: bigint | number, d: bigint | number = 1n): Ratio => ({ n: BigInt(n), d: BigInt(d) })
const plus = (x: Ratio, y: Ratio): Ratio => ({ n: x.n * y.d + y.n * x.d, d: x.d * y.d })
const times = (x: Ratio, y: Ratio): Ratio => ({ n: x.n * y.n, d: x.d * y.d })
const minus = (x: Ratio, y: Ratio): Ratio => plus(x, times(ratio(-1), y))
const over = (x: Ratio, y: Ratio): Ratio =>
  y.n < 0n ? { n: -x.n * y.d, d: -y.n * x.d } : { n: x.n * y.d, d: x.d * y.n }
const one = ratio(1)

/** `n/d` with random factors left in, or a decimal where it is one, in one of its spellings. */
function written(next: () => number, { n, d }: Ratio): string {
  if (!/^10*$/.test(String(d))) {
    const spare = BigInt(1 + Math.floor(next() * 9))
    return `${String(n * spare)}/${String(d * spare)}`
  }
  const zeros = Math.floor(next() * 4)
  const power = String(d).length - 1
  return `${String(n)}${'0'.repeat(zeros)}e-${String(power + zeros)}`
}

/** What must be said of a game: where a side is a hair above (1), below (-1) or at (0) a boundary. */
export interface NearTie {
  readonly family: string
  readonly sample: Sample
  readonly side: -1 | 0 | 1
  /** What an equilibrium says of that side; null where it says something that no side allows. */
  readonly says: <N>(ar: Arithmetic<N>, equilibrium: Equilibrium<N>) => -1 | 0 | 1 | null
}

/** Decimals of two digits in (0, 1). */
const cents = (next: () => number): Ratio => ratio(1 + Math.floor(next() * 98), 100)

/** A hair: nothing, or `±k · 10^-17` to `10^-40`. */
function hair(next: () => number): { readonly side: -1 | 0 | 1; readonly by: Ratio } {
  const side = ([-1, 0, 1] as const)[Math.floor(next() * 3)] ?? 0
  const size = BigInt(17 + Math.floor(next() * 24))
  return { side, by: ratio(BigInt(side) * BigInt(1 + Math.floor(next() * 9)), 10n ** size) }
}

type Numbers = Readonly<Record<'p1' | 'p2' | 'c1' | 'c2' | 't1' | 't2' | 'V' | 'P', Ratio>>

function sampleOf(next: () => number, given: Numbers, rest: Partial<Sample> = {}): Sample {
  const { p1, p2, c1, c2, t1, t2, V, P } = given
  const write = (x: Ratio): string => written(next, x)
  return {
    p: [write(p1), write(p2)],
    c: [write(c1), write(c2)],
    t: [write(t1), write(t2)],
    V: write(V),
    P: write(P),
    ...rest,
  }
}

/** Which of two candidates is cheaper: -1 the first, 0 as cheap, 1 the second; null where the choice is another. */
function cheaper(first: string, second: string): NearTie['says'] {
  return (ar, { candidates, chosen }) => {
    const [one, other] = [first, second].map((id) => candidates.find((each) => each.id === id))
    if (one === undefined || other === undefined) return null
    const side = ar.sign(ar.sub(one.cost, other.cost))
    if (side !== 0 && chosen.id !== (side < 0 ? first : second)) return null
    return chosen.id === first || chosen.id === second ? side : null
  }
}

type Family = (next: () => number) => NearTie

/** Both models worth the wait, with costs-of-pass a hair apart. */
const costsOfPass: Family = (next) => {
  const [p1, p2, C] = [cents(next), cents(next), cents(next)]
  const { side, by } = hair(next)
  const [c1, c2] = [times(plus(C, by), p1), times(C, p2)]
  const numbers = { p1, p2, c1, c2, t1: cents(next), t2: cents(next), V: ratio(1000), P: cents(next) }
  return { family: 'costs-of-pass', side, sample: sampleOf(next, numbers), says: cheaper('C1', 'C2') }
}

/** The first model's net value a hair from 0. */
const netValue: Family = (next) => {
  const [p1, p2, V] = [cents(next), cents(next), plus(one, cents(next))]
  const { side, by } = hair(next)
  const t1 = minus(times(V, p1), by)
  const numbers = { p1, p2, c1: cents(next), c2: cents(next), t1, t2: ratio(0), V, P: cents(next) }
  const says: NearTie['says'] = (_, { case: signs }) => {
    const [first] = signs
    return signs.length !== 2 || signs[1] !== '+' ? null : first === '+' ? 1 : first === '-' ? -1 : 0
  }
  return { family: 'net value', side, sample: sampleOf(next, numbers), says }
}

/** A fixed escalation of up to 30 digits a hair from `s0`: `ξ1 = -s0` and `ξ2 = p2 (1 - s0)` make it that. */
const indifference: Family = (next) => {
  const digits = 2 + Math.floor(next() * 29)
  const text = Array.from({ length: digits }, () => String(Math.floor(next() * 10))).join('')
  const s0 = ratio(BigInt(text) + 1n, 10n ** BigInt(digits) + 2n)
  const [p1, p2, V] = [cents(next), cents(next), plus(one, cents(next))]
  const { side, by } = hair(next)
  const numbers = {
    p1,
    p2,
    c1: cents(next),
    c2: cents(next),
    t1: plus(times(V, p1), s0),
    t2: minus(times(V, p2), times(p2, minus(one, s0))),
    V,
    P: cents(next),
  }
  const s = written(next, plus(s0, by))
  const says: NearTie['says'] = (ar, { bestResponses }) => {
    if (bestResponses.kind === 'ends') return 0
    return bestResponses.kind !== 'point' ? null : ar.sign(bestResponses.at) > 0 ? 1 : -1
  }
  const sample = sampleOf(next, numbers, { low: s, high: s, starts: [0] })
  // A hair below 0 is no escalation.
  return plus(s0, by).n < 0n ? indifference(next) : { family: 's0', side, sample, says }
}

/** Neither worth the wait, the penalty a hair from the incremental cost-of-pass. */
const incremental: Family = (next) => {
  const [p1, step, size] = [cents(next), cents(next), cents(next)]
  const p2 = plus(p1, times(step, minus(one, p1)))
  const c1 = cents(next)
  const { side, by } = hair(next)
  const c2 = plus(c1, times(size, minus(p2, p1)))
  const numbers = { p1, p2, c1, c2, t1: ratio(9), t2: ratio(9), V: one, P: plus(size, by) }
  // Above it the second model is cheaper.
  return { family: 'incremental', side, sample: sampleOf(next, numbers), says: cheaper('Q1', 'Q2') }
}

/** The penalty a hair from `P†`, at which cascading at `s0` and letting the user go cost the same. */
const cascading: Family = (next) => {
  const [p1, p2, V] = [cents(next), cents(next), plus(one, cents(next))]
  const [x1, x2] = [cents(next), times(p2, cents(next))]
  const [C1, more] = [cents(next), cents(next)]
  const [c1, c2] = [times(C1, p1), times(plus(C1, more), p2)]
  const flip = over(plus(times(c1, x2), times(c2, x1)), plus(times(p1, x2), times(p2, x1)))
  const { side, by } = hair(next)
  const numbers = {
    p1,
    p2,
    c1,
    c2,
    t1: plus(times(V, p1), x1),
    t2: minus(times(V, p2), x2),
    V,
    P: plus(flip, by),
  }
  return { family: 'P†', side, sample: sampleOf(next, numbers), says: cheaper('Q1', 'J1(s0)') }
}

/** A fixed escalation a hair from `sL`, which is one root of a quadratic and here rational. */
const fading: Family = (next) => {
  const [p1, p2, s] = [cents(next), cents(next), cents(next)]
  const [a1, a2, down] = [minus(one, p1), minus(one, p2), minus(one, s)]
  const V = ratio(1)
  const x1 = over(times(s, minus(one, times(times(a1, a2), down))), times(down, times(p2, p2)))
  const { side, by } = hair(next)
  // Net values in proportion to (x1, -1), small enough that no latency is negative.
  const unit = over(p1, plus(x1, one))
  const numbers = {
    p1,
    p2,
    c1: cents(next),
    c2: cents(next),
    t1: minus(times(V, p1), times(unit, x1)),
    t2: plus(times(V, p2), unit),
    V,
    P: cents(next),
  }
  const at = written(next, plus(s, by))
  const says: NearTie['says'] = (ar, { bestResponses }) => {
    if (bestResponses.kind !== 'point') return null
    // Below sL and at it she never leaves; above it she does, now and then.
    return ar.sign(ar.sub(ar.from(1), bestResponses.at)) === 0 ? 0 : 1
  }
  return {
    family: 'sL',
    side: side < 0 ? 0 : side,
    sample: sampleOf(next, numbers, { low: at, high: at, starts: [0] }),
    says,
  }
}

const families: readonly Family[] = [costsOfPass, netValue, indifference, incremental, cascading, fading]

/** Game number `index` of a stream of them: the families in turn. */
export function nearTie(next: () => number, index: number): NearTie {
  const family = families[index % families.length]
  if (family === undefined) throw new RangeError('no family')
  return family(next)
}

/** What the solver says of a game's boundary; null where what it says is none of the three. */
export function verdict<N>(ar: Arithmetic<N>, { sample, says }: NearTie): -1 | 0 | 1 | null {
  const result = solveLeader(sampleGame(ar, sample))
  return result.ok ? says(ar, result.equilibrium) : null
}
