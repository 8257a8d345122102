import { exact, nearestDouble, type Exact } from '@plumbline/game'
import type { Both, ExactType, People, TwoModels } from './people.ts'

/** Many types by what tells them apart, as doubles that are meant exactly: for populations too large for objects. */
export interface BulkTypes {
  /** What a solved task is worth. */
  readonly value: Float64Array
  /** What a unit of waiting costs. */
  readonly patience: Float64Array
  /** Not negative, of any sum above 0; absent where all types are equally frequent. */
  readonly weight?: Float64Array
}

/** The models' sides that the users of a cascade see. */
export interface Seen {
  readonly latency: Both<Exact>
  readonly price: Both<Exact>
}

/** Net values less certain than this, relative, are worked out exactly. */
const certain = 1e-12

/**
 * The types as people in front of a menu: net values `ξ = V p - κ t - f` in doubles, and exactly where these would be off,
 * or their signs in doubt, by more than one part in a million million.
 */
export function peopleInBulk(
  menu: TwoModels<Exact>,
  { latency, price }: Seen,
  types: BulkTypes,
): People<Exact> {
  const { value, patience } = types
  const count = value.length
  const exactWorth = (index: number, model: 0 | 1): Exact => {
    const [v, k] = [exact.from(value[index] ?? 0), exact.from(patience[index] ?? 0)]
    const gain = exact.mul(v, menu.success[model])
    return exact.sub(exact.sub(gain, exact.mul(k, latency[model])), price[model])
  }
  const worthOf = (model: 0 | 1): Float64Array => {
    const [p, t, f] = [menu.success[model], latency[model], price[model]].map((x) => exact.toNumber(x))
    return Float64Array.from(value, (v, index) => {
      const [gain, loss] = [v * (p ?? 0), (patience[index] ?? 0) * (t ?? 0)]
      const worth = gain - loss - (f ?? 0)
      const error = 4 * Number.EPSILON * (gain + loss + (f ?? 0)) + Number.MIN_VALUE
      return error < certain * Math.abs(worth) ? worth : signed(exactWorth(index, model))
    })
  }
  const shares = sharesOf(types.weight, count)
  return {
    count,
    worth: [worthOf(0), worthOf(1)],
    error: certain,
    ...shares,
    exactType(index): ExactType<Exact> {
      const worth: Both<Exact> = [exactWorth(index, 0), exactWorth(index, 1)]
      return { worth, weight: shares.weightOf(Uint32Array.of(index), 0, 1) }
    },
  }
}

function signed(worth: Exact): number {
  const [number, sign] = [exact.toNumber(worth), exact.sign(worth)]
  return number === 0 ? sign * Number.MIN_VALUE : number
}

type Shares = Pick<People<Exact>, 'weight' | 'weightOf'>

function sharesOf(weight: Float64Array | undefined, count: number): Shares {
  if (weight === undefined) {
    return {
      weight: new Float64Array(count).fill(1 / count),
      weightOf: (_, from, to) => exact.from(`${String(to - from)}/${String(count)}`),
    }
  }
  const least = weight.reduce((low, w) => (w > 0 && w < low ? w : low), Number.MAX_VALUE)
  const exponent = exponentOf(least) - 52
  const whole = (index: number): bigint => scaled(weight[index] ?? 0, exponent)
  let sum = 0n
  for (let index = 0; index < count; index++) sum += whole(index)
  const running = new WeakMap<Uint32Array, readonly bigint[]>()
  const sums = (order: Uint32Array): readonly bigint[] => {
    let before = 0n
    const all = [before]
    for (const index of order) all.push((before += whole(index)))
    running.set(order, all)
    return all
  }
  return {
    weight: weight.map((_, index) => nearestDouble(whole(index), sum)),
    weightOf(order, from, to) {
      const all = running.get(order) ?? sums(order)
      return exact.from(`${String((all[to] ?? 0n) - (all[from] ?? 0n))}/${String(sum)}`)
    },
  }
}

const view = new DataView(new ArrayBuffer(8))

function exponentOf(x: number): number {
  view.setFloat64(0, x)
  return Math.max((view.getUint32(0) >>> 20) & 0x7ff, 1) - 1023
}

/** `x · 2^-exponent`, an integer where the exponent is not above that of the last digit of `x`. */
function scaled(x: number, exponent: number): bigint {
  if (x === 0) return 0n
  const own = exponentOf(x) - 52
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0) & 0xf_ffff_ffff_ffffn
  const significand = own > -1074 || x >= 2 ** -1022 ? bits | 0x10_0000_0000_0000n : bits
  return significand << BigInt(own - exponent)
}
