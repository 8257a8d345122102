import {
  atMoved,
  exact,
  nearestDouble,
  rational,
  type ExactForm,
  type FlipVerdict,
  type Game,
  type InputFlip,
  type InputFlips,
} from '@plumbline/game'
import {
  along,
  alongCalculus,
  variable,
  type Along,
  type Sample,
  type Trace,
} from '../../algebra/along/along.ts'
import { signAt } from '../../algebra/polynomial.ts'
import { routeKey } from '../../document/route-entry.ts'
import type { Subject } from '../analysis.ts'
import { staticVerdict } from './static-verdict.ts'
import type { Movable } from '../inputs/movable.ts'
import { closedVerdict, type ClosedVerdict } from './closed-verdict.ts'
import { differences, verdictEntry } from './verdict.ts'
import { walk, type Boundary, type Seen, type Stretch } from './walk.ts'

type Fraction = ReturnType<typeof rational>

/** A game along one of its numbers, near some value of it. */
interface Found extends ClosedVerdict<Along> {
  readonly game: Game<Along>
}

type Followed = Pick<InputFlips, 'range' | 'flips'>

/**
 * All values of one number at which a verdict changes, followed exactly: the game is solved as a function of the number, and
 * every sign that decides its verdict is a polynomial of which all roots are isolated. What is found is certain over the
 * whole range, whatever the distance of flips, but for changes back and forth within `2^-192` of the measure.
 *
 * @param value of the number as it is
 * @returns null where the game has no closed form along it, or a function of the language leaves rational functions
 */
export function follow<N>(subject: Subject<N>, { name }: Movable, value: Fraction): Followed | null {
  // Types that stand for a declared user move together with her numbers.
  if (subject.population.game.users.length > subject.instance.users.length) return null
  const lost: Sample[] = []
  const look = (sample: Sample): Seen<Found> | null => {
    const seen = foundAt(subject, name, sample)
    if (seen === 'lost') lost.push(sample)
    return seen === 'lost' ? null : seen
  }
  const up = walk(value, 1, look)
  const down = walk(value, -1, look)
  if (lost.length > 0 || !up.complete || !down.complete || up.stretches.length === 0) return null
  const users = subject.instance.users.map((user) => user.name)
  const turns = [...down.stretches.toReversed().map(mirrored), ...up.stretches]
  const flips = turns.flatMap((stretch, index): readonly InputFlip[] => {
    const before = turns[index - 1]
    return before === undefined ? [] : (flipBetween(before, stretch, value, users) ?? [])
  })
  return { range: { from: endOf(down.stretches.at(-1)), to: endOf(up.stretches.at(-1)) }, flips }
}

/** The game solved at a sample; null where its numbers are not in order there, `lost` where it cannot be followed. */
function foundAt<N>(
  { instance, assignment }: Subject<N>,
  name: string,
  sample: Sample,
): Seen<Found> | null | 'lost' {
  const trace: Trace = { asked: new Map(), numeric: false }
  const ar = along(sample, trace)
  try {
    const evaluation = atMoved(
      alongCalculus(ar),
      instance,
      assignment,
      { name, to: () => variable },
      (game): Found | null => {
        const verdict = closedVerdict(game) ?? staticVerdict(game)
        return verdict === null ? null : { ...verdict, game }
      },
    )
    if (evaluation === null) return 'lost'
    if (!evaluation.ok) return null
    if (evaluation.value === null || trace.numeric) return 'lost'
    return { value: evaluation.value, asked: trace.asked }
  } catch (error) {
    // A division by what is 0 all along, or numbers over unlike roots.
    if (error instanceof RangeError || error instanceof TypeError) return 'lost'
    throw error
  }
}

function mirrored({ value, from, to }: Stretch<Found>): Stretch<Found> {
  return { value, from: to, to: from }
}

/** The number at which a stretch gives way to the next, seen from below. */
function flipBetween(
  below: Stretch<Found>,
  above: Stretch<Found>,
  origin: Fraction,
  users: readonly string[],
): readonly InputFlip[] | null {
  const changes = differences(below.value, above.value)
  if (changes.length === 0) return null
  const boundary = below.to ?? above.from
  const { form, low, high } = boundary === null ? pointForm(origin) : settled(boundary)
  return [
    {
      at: numberOf(low),
      exact: form,
      bracket: [numberOf(low), numberOf(high)],
      changes,
      below: entryAt(below, low, -1, users),
      above: entryAt(above, high, 1, users),
    },
  ]
}

/** A number as exactly as it is known: both ends are the same where it is a fraction. */
interface Settled {
  readonly form: ExactForm | null
  readonly low: Fraction
  readonly high: Fraction
}

function pointForm(at: Fraction): Settled {
  return { form: at.toFraction(), low: at, high: at }
}

function settled(boundary: Boundary): Settled {
  const [low, high] = ordered(boundary)
  const form = exactly(boundary, low, high)
  return typeof form === 'string' ? pointForm(rational(form)) : { form, low, high }
}

function ordered({ near, far }: Boundary): readonly [Fraction, Fraction] {
  return near.lte(far) ? [near, far] : [far, near]
}

/** The root between two rationals in closed form: a fraction, or one square root; null for others. */
function exactly({ root }: Boundary, low: Fraction, high: Fraction): ExactForm | null {
  const lead = root.at(-1) ?? 1n
  const size = lead < 0n ? -lead : lead
  // A rational root has a denominator that divides the leading coefficient.
  const middle = low.add(high).div(2n).mul(size).round()
  const candidate = rational(`${String(middle.s * middle.n)}/${String(size)}`)
  const near = candidate.gte(low) && candidate.lte(high)
  if (near && signAt(root, candidate.s * candidate.n, candidate.d) === 0) return candidate.toFraction()
  const [c, b, a] = root
  if (root.length !== 3 || a === undefined || b === undefined || c === undefined) return null
  const number = (n: bigint) => exact.from(`${String(n)}/1`)
  const spread = exact.sqrt(number(b * b - 4n * a * c))
  const solutions = [spread, exact.neg(spread)].map((each) =>
    exact.div(exact.add(number(-b), each), number(2n * a)),
  )
  const inside = solutions.find((each) => {
    const from = exact.sign(exact.sub(each, exact.from(low)))
    const to = exact.sign(exact.sub(exact.from(high), each))
    return from >= 0 && to >= 0
  })
  return inside === undefined ? null : exact.toExact(inside)
}

/** The verdict of a stretch at its end; where its route has no value there, as where both sides of a ratio vanish, next to it. */
function entryAt(stretch: Stretch<Found>, at: Fraction, side: 1 | -1, users: readonly string[]): FlipVerdict {
  const { value: found } = stretch
  try {
    return verdictEntry(found, routeAt(found, at, side), users)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return verdictEntry(found, routeAt(found, inside(stretch, at, side), side), users)
  }
}

function routeAt({ game, route }: Found, at: Fraction, side: 1 | -1): FlipVerdict['route'] {
  if (route === null) return null
  const sample: Sample = { over: at.s * at.n, under: at.d, side }
  return routeKey({ ...game, arithmetic: along(sample, { asked: new Map(), numeric: false }) }, route)
}

/** A number a little way into a stretch from its end. */
function inside({ from, to }: Stretch<Found>, at: Fraction, side: 1 | -1): Fraction {
  const other = side > 0 ? to : from
  const width = other === null ? rational('1') : other.near.sub(at).abs()
  const step = width.div(2n ** 40n)
  return side > 0 ? at.add(step) : at.sub(step)
}

function endOf(last: Stretch<Found> | undefined): number | null {
  const boundary = last?.to ?? null
  return boundary === null ? null : numberOf(settled(boundary).low)
}

function numberOf(value: Fraction): number {
  return nearestDouble(value.s * value.n, value.d)
}
