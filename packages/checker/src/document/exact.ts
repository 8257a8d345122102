import { parseRational, rational, type Arithmetic, type ExactForm } from '@plumbline/game'
import type { Expected } from './difference.ts'
import { Fault, show, type Path } from './fault.ts'
import { field } from './read.ts'

/** Digits of a fraction beyond which a document is not believed to be a solution. */
const longest = 20_000

/**
 * An exact number as documents write them: a fraction, or `{ a, b, root }` for `a + b √root`.
 *
 * @throws Fault where it is none
 */
export function exactAt<N>(ar: Arithmetic<N>, form: unknown, path: Path): N {
  if (typeof form === 'string') return ar.from(fractionAt(form, path))
  const [a, b, root] = ['a', 'b', 'root'].map((key) => fractionAt(field(form, key), [...path, key]))
  if (a === undefined || b === undefined || root === undefined) throw new Fault(path, 'is no exact number')
  if (rational(root).compare(0) < 0) throw new Fault([...path, 'root'], 'is negative; it must not be')
  return ar.add(ar.from(a), ar.mul(ar.from(b), ar.sqrt(ar.from(root))))
}

function fractionAt(value: unknown, path: Path): string {
  if (typeof value !== 'string' || value.length > longest || parseRational(value) === null) {
    throw new Fault(path, `is ${show(value)}; it must be a fraction in a text, as "27/31"`)
  }
  return value
}

/** What a document must say of a number exactly; undefined where it has no exact form. */
export function exactEntry<N>(ar: Arithmetic<N>, value: N): Expected | undefined {
  const form: ExactForm | null = ar.toExact(value)
  return form ?? undefined
}
