import {
  at,
  exact,
  type Axis,
  type AxisValues,
  type Exact,
  type Expression,
  type GameInstance,
  type Problem,
} from '@plumbline/game'

/** One value of an axis. */
export interface AxisValue {
  /** The number that the game is solved at, exactly. */
  readonly expression: Expression
  /** The double nearest to it. */
  readonly number: number
}

/** An axis with its values, each made when it is asked for. */
export interface NumberedAxis {
  readonly axis: Axis
  readonly count: number
  /** @param index from 0 up to, and without, `count` */
  readonly valueAt: (index: number) => AxisValue
}

/** The axes of a sweep, or what is wrong with their ends. */
export type NumberedAxes =
  | { readonly ok: true; readonly axes: readonly NumberedAxis[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Axes of up to so many values are computed once; longer ones each time. */
const mostKept = 10_000

/** Decimal digits of the values between the ends of a geometric axis: they are the decimals that they are written as. */
const geometricDigits = 12

/**
 * The values of the axes. Their ends may name the game's params, which stand for the game's own values: what another axis
 * moves does not move them. Ends that are no rational number are the doubles nearest.
 */
export function numberAxes(instance: GameInstance, axes: readonly Axis[]): NumberedAxes {
  const problems: Problem[] = []
  const numbered = axes.flatMap((axis) => {
    const ends = valuesOf(instance, expressionsOf(axis.values))
    if (!ends.ok) {
      problems.push(...ends.problems)
      return []
    }
    const isGeometric = axis.values.kind === 'geometric'
    const wrong = isGeometric ? ends.value.find((end) => exact.sign(end) <= 0) : undefined
    if (wrong !== undefined) {
      const value = String(exact.toNumber(wrong))
      const { path, origin } = axis
      problems.push({ kind: 'out-of-range', what: `an end of the geometric axis '${path}'`, value, range: 'more than 0', origin }) // prettier-ignore
      return []
    }
    return [keeping(axis, valuesBetween(axis.values, ends.value))]
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, axes: numbered }
}

function expressionsOf(values: AxisValues): readonly Expression[] {
  return values.kind === 'list' ? values.items : [values.from, values.to]
}

type Ends = { readonly ok: true; readonly value: readonly Exact[] } | { readonly ok: false; readonly problems: readonly Problem[] } // prettier-ignore

function valuesOf(instance: GameInstance, expressions: readonly Expression[]): Ends {
  const evaluation = at(instance, new Map(), ({ arithmetic }, termValue): Ends => {
    const found: Exact[] = []
    for (const expression of expressions) {
      const outcome = termValue(expression, () => {
        throw new TypeError('a value of an axis that needs the solution')
      })
      if (!outcome.ok) {
        const kind = outcome.failure === 'too-large' || outcome.failure === 'division-by-zero' ? outcome.failure : 'no-real-value' // prettier-ignore
        return { ok: false, problems: [{ kind, what: 'a value of an axis', origin: null }] }
      }
      const form = arithmetic.toExact(outcome.value)
      found.push(exact.from(typeof form === 'string' ? form : arithmetic.toNumber(outcome.value)))
    }
    return { ok: true, value: found }
  })
  return evaluation.ok ? evaluation.value : evaluation
}

function valuesBetween(
  values: AxisValues,
  ends: readonly Exact[],
): { readonly count: number; readonly at: (index: number) => Exact } {
  const [from, to = from] = ends
  if (from === undefined || to === undefined) throw new TypeError('an axis without values')
  if (values.kind === 'list') return { count: ends.length, at: (index) => ends[index] ?? from }
  const { kind, points } = values
  if (points === 1) return { count: 1, at: () => from }
  const last = points - 1
  const length = exact.sub(to, from)
  const steps = exact.from(last)
  if (kind === 'linear')
    return {
      count: points,
      at: (index) => exact.add(from, exact.div(exact.mul(length, exact.from(index)), steps)),
    }
  const [low, high] = [exact.toNumber(from), exact.toNumber(to)]
  return {
    count: points,
    at: (index) => {
      if (index === 0 || index === last) return index === 0 ? from : to
      const share = index / last
      return exact.from((low ** (1 - share) * high ** share).toPrecision(geometricDigits))
    },
  }
}

function keeping(
  axis: Axis,
  { count, at: exactly }: { readonly count: number; readonly at: (index: number) => Exact },
): NumberedAxis {
  const make = (index: number): AxisValue => {
    const value = exactly(index)
    const form = exact.toExact(value)
    if (typeof form !== 'string') throw new TypeError('a value of an axis that is not rational')
    return { expression: { op: 'number', value: form }, number: exact.toNumber(value) }
  }
  if (count > mostKept) return { axis, count, valueAt: make }
  const kept: (AxisValue | undefined)[] = []
  return {
    axis,
    count,
    valueAt: (index) => {
      const value = kept[index] ?? make(index)
      kept[index] = value
      return value
    },
  }
}
