import { enclosure, type Arithmetic } from '@plumbline/game'
import { secondCost, type Crowd, type Person } from '../leader/groups.ts'
import { enclosed } from '../play/enclosed.ts'
import { around, point, times, type Interval } from './interval.ts'
import {
  add,
  constant,
  divide,
  leastOver,
  multiply,
  squareRoot,
  subtract,
  variable,
  type Jet,
} from './jet.ts'

/** Evaluations of one user's cost that a bound may take. */
const most = 2_000_000

/** One user in front of a cascade of two models, within limits. */
interface Limits {
  readonly weight: Interval
  readonly worth: readonly [Interval, Interval]
  /** Up to here she stays for certain, and from there on leaves; turned round where she is `rising`. */
  readonly from: Interval
  readonly to: Interval
  readonly manner: Person<unknown>['manner']['kind']
}

/** What is common to all users: `a_i`, `η_i = c_i - f_i - P p_i` and `P`. */
interface Terms {
  readonly failure: readonly [Interval, Interval]
  readonly success: readonly [Interval, Interval]
  readonly serving: readonly [Interval, Interval]
  readonly penalty: Interval
}

/**
 * Whether every announcement of a cascade of two models costs a number or more, some users being torn: the escalation is cut
 * until on each piece the sum of the users' costs is bounded by Taylor's formula, with second derivatives in doubles
 * rounded outward. A torn user persists with `r = c/(b + √(b² - a c))` (docs/theory.md, "The user's best response"); one whose
 * answer changes within a piece counts with the least of what she may do there.
 *
 * @param near an escalation near the best one, at which pieces are cut first
 * @returns false where it is not shown
 */
export function costsAtLeast<N>(crowd: Crowd<N>, target: number, near: number): boolean {
  const { arithmetic: ar, pair, starts, penalty } = crowd
  if (starts.includes(pair.second) && !(limitsOf(ar, secondCost(crowd)).lo >= target)) return false
  const [anybody] = crowd.people
  if (!starts.includes(pair.first) || anybody === undefined) return true
  const both = (of: (step: Person<N>['first']) => N): readonly [Interval, Interval] => {
    return [limitsOf(ar, of(anybody.first)), limitsOf(ar, of(anybody.second))]
  }
  const terms: Terms = {
    failure: both(({ failure }) => failure),
    success: both(({ success }) => success),
    serving: both(({ serving }) => serving),
    penalty: limitsOf(ar, penalty),
  }
  const people = crowd.people.map((person) => personOf(ar, person))
  const places = [...new Set(people.flatMap(({ from, to }) => [from.lo, from.hi, to.lo, to.hi]))].sort(
    (a, b) => a - b,
  )
  const open = [{ x: limitsOf(ar, pair.low).lo, y: limitsOf(ar, pair.high).hi }]
  let looks = 0
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    const { x, y } = piece
    looks += people.length
    if (boundOf(terms, people, near, x, y) >= target) continue
    const cut = near > x && near < y ? near : cutOf(places, x, y)
    if (cut === null || looks > most) return false
    open.push({ x, y: cut }, { x: cut, y })
  }
  return true
}

/** The threshold inside that is nearest the middle, else the middle; null where there is none. */
function cutOf(places: readonly number[], x: number, y: number): number | null {
  const middle = x + (y - x) / 2
  let [low, high] = [0, places.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((places[half] ?? 0) < middle) low = half + 1
    else high = half
  }
  const inside = [places[low - 1], places[low]].filter((s) => s !== undefined && s > x && s < y)
  const [one, other] = inside
  if (one !== undefined) {
    return other !== undefined && Math.abs(other - middle) < Math.abs(one - middle) ? other : one
  }
  return middle > x && middle < y ? middle : null
}

function boundOf(terms: Terms, people: readonly Limits[], near: number, x: number, y: number): number {
  const m = near >= x && near <= y ? near : x + (y - x) / 2
  const [range, place] = [variable({ lo: x, hi: y }), variable(point(m))]
  const staying = { whole: stay(terms, range), at: stay(terms, place) }
  const leaving = leave(terms)
  let [whole, at, rest] = [constant(point(0)), constant(point(0)), constant(point(0))]
  let [stays, leaves] = [constant(point(0)), constant(point(0))]
  for (const person of people) {
    const weight = constant(person.weight)
    switch (doesOver(person, x, y)) {
      case 'stays':
        stays = add(stays, weight)
        break
      case 'leaves':
        leaves = add(leaves, weight)
        break
      case 'torn':
        whole = add(whole, multiply(weight, torn(terms, person, range)))
        at = add(at, multiply(weight, torn(terms, person, place)))
        break
      case 'either': {
        const { manner, from, to } = person
        const least = Math.min(
          manner !== 'torn' || x <= from.hi ? staying.whole.value.lo : Infinity,
          manner !== 'torn' || y >= to.lo ? leaving.value.lo : Infinity,
          leastTorn(terms, person, x, y),
        )
        rest = add(rest, constant(times(person.weight, point(least))))
      }
    }
  }
  const left = add(multiply(leaves, leaving), rest)
  return leastOver(
    add(add(whole, multiply(stays, staying.whole)), left),
    add(add(at, multiply(stays, staying.at)), left),
    m,
    x,
    y,
  )
}

function doesOver(
  { manner, from, to }: Limits,
  x: number,
  y: number,
): 'stays' | 'leaves' | 'torn' | 'either' {
  if (manner === 'stays' || manner === 'leaves') return manner
  if (y <= from.lo) return manner === 'rising' ? 'leaves' : 'stays'
  if (x >= to.hi) return manner === 'rising' ? 'stays' : 'leaves'
  return manner === 'torn' && x >= from.hi && y <= to.lo ? 'torn' : 'either'
}

/** What a torn user costs at least where she is torn, within a piece. */
function leastTorn(terms: Terms, person: Limits, x: number, y: number): number {
  if (person.manner !== 'torn') return Infinity
  const [lo, hi] = [Math.max(x, person.from.lo), Math.min(y, person.to.hi)]
  return lo > hi ? Infinity : torn(terms, person, variable({ lo, hi })).value.lo
}

const one = constant(point(1))

/** `J_1(s) = (c1 + a1 s c2/p2)/(p1 + a1 s)`. */
function stay({ failure, success, serving }: Terms, s: Jet): Jet {
  const onward = multiply(constant(failure[0]), s)
  const ofPass = divide(constant(serving[1]), constant(success[1]))
  return divide(add(constant(serving[0]), multiply(onward, ofPass)), add(constant(success[0]), onward))
}

/** `Q_1 = c1 + P a1`. */
function leave({ failure, serving, penalty }: Terms): Jet {
  return add(constant(serving[0]), multiply(constant(penalty), constant(failure[0])))
}

/** `P + n1 η1 + n2 η2` at the persistence that is best for her at an escalation. */
function torn({ failure, success, serving, penalty }: Terms, { worth }: Limits, s: Jet): Jet {
  const [a1, a2] = [constant(failure[0]), constant(failure[1])]
  const [worth1, worth2] = [constant(worth[0]), constant(worth[1])]
  const down = subtract(one, s)
  const b = multiply(multiply(a2, down), worth1)
  const a = multiply(multiply(a2, down), subtract(multiply(a2, worth1), multiply(multiply(a1, s), worth2)))
  const c = add(multiply(down, worth1), multiply(s, worth2))
  const r = divide(c, add(b, squareRoot(subtract(multiply(b, b), multiply(a, c)))))
  const first = divide(one, subtract(one, multiply(multiply(a1, down), r)))
  const second = divide(multiply(multiply(multiply(a1, r), s), first), subtract(one, multiply(a2, r)))
  const net = (k: 0 | 1): Jet =>
    subtract(constant(serving[k]), multiply(constant(penalty), constant(success[k])))
  return add(constant(penalty), add(multiply(first, net(0)), multiply(second, net(1))))
}

function personOf<N>(ar: Arithmetic<N>, { weight, first, second, manner }: Person<N>): Limits {
  const [from, to] =
    manner.kind === 'torn'
      ? [limitsOf(ar, manner.from), limitsOf(ar, manner.to)]
      : manner.kind === 'rising' || manner.kind === 'falling'
        ? [limitsOf(ar, manner.at), limitsOf(ar, manner.at)]
        : [point(0), point(0)]
  const worth = [limitsOf(ar, first.worth), limitsOf(ar, second.worth)] as const
  return { weight: limitsOf(ar, weight), worth, from, to, manner: manner.kind }
}

/** Doubles that a number lies between. */
function limitsOf<N>(ar: Arithmetic<N>, x: N): Interval {
  const { lo, hi } = enclosed(ar, x)
  const [low, high] = [enclosure.toNumber({ lo, hi: lo }), enclosure.toNumber({ lo: hi, hi })]
  return { lo: around(low).lo, hi: around(high).hi }
}
