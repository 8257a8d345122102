import type { Arithmetic } from '@plumbline/game'

/** A number and its derivative with respect to one variable. */
export interface Dual<N> {
  readonly value: N
  readonly slope: N
}

/** First derivatives carried along with values, over any arithmetic. Signs are those of the value. */
export function dual<N>(ar: Arithmetic<N>): Arithmetic<Dual<N>> {
  const zero = ar.from(0)
  const two = ar.from(2)
  const self: Arithmetic<Dual<N>> = {
    name: `derivatives over ${ar.name}`,
    from: (value) => ({ value: ar.from(value), slope: zero }),
    add: (a, b) => ({ value: ar.add(a.value, b.value), slope: ar.add(a.slope, b.slope) }),
    sub: (a, b) => ({ value: ar.sub(a.value, b.value), slope: ar.sub(a.slope, b.slope) }),
    mul: (a, b) => ({
      value: ar.mul(a.value, b.value),
      slope: ar.add(ar.mul(a.slope, b.value), ar.mul(a.value, b.slope)),
    }),
    div(a, b) {
      const value = ar.div(a.value, b.value)
      return { value, slope: ar.div(ar.sub(a.slope, ar.mul(value, b.slope)), b.value) }
    },
    neg: (a) => ({ value: ar.neg(a.value), slope: ar.neg(a.slope) }),
    sqrt(a) {
      const value = ar.sqrt(a.value)
      return { value, slope: ar.div(a.slope, ar.mul(two, value)) }
    },
    sign: (a) => ar.sign(a.value),
    toNumber: (a) => ar.toNumber(a.value),
    toExact: (a) => ar.toExact(a.value),
  }
  return self
}
