import { exact } from '@plumbline/game'
import type { Sample } from '../leader/testing/sample-game.ts'
import type { Table } from './table.ts'

/** A sample game as the oracle's table of doubles. */
export function tableOf({
  p,
  c,
  t,
  f = [],
  V,
  kappa = 1,
  P,
  form,
  low = 0,
  high = 1,
  starts,
}: Sample): Table {
  const double = (x: string | number = 0): number => exact.toNumber(exact.from(x))
  const each = (list: readonly (string | number)[]): readonly number[] =>
    p.map((_, index) => double(list[index]))
  return {
    p: each(p),
    c: each(c),
    t: each(t),
    f: each(f),
    V: double(V),
    kappa: double(kappa),
    P: double(P),
    menu: form ?? 'cascade',
    low: double(low),
    high: double(high),
    starts: starts ?? p.map((_, index) => index),
  }
}
