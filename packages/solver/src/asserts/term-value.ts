import {
  enclosure,
  enclosureCalculus,
  evaluate,
  Undecided,
  type Arithmetic,
  type Enclosure,
  type ExactForm,
  type Leaf,
  type Outcome,
  type Sign,
  type Term,
  type TermValue,
} from '@plumbline/game'
import type { Quantity } from './quantities.ts'

/** The two sides of a comparison and which is less; null where a side has no value. */
export interface Compared {
  readonly left: number | null
  readonly right: number | null
  /** The sign of left less right; null where a side has no value. */
  readonly order: Sign | null
}

/** How terms are evaluated: in the game's arithmetic, and in enclosures where that has no exact answer. */
export interface TermScope<N> {
  readonly arithmetic: Arithmetic<N>
  readonly termValue: TermValue<N>
  readonly quantity: (path: readonly string[]) => Quantity<N>
}

type OwnLeaf = Exclude<Leaf, { readonly op: 'ref' }>

/**
 * Compares two terms, exactly. Roots and logarithms without a rational value, and numbers over unlike square
 * roots, are compared in enclosures.
 *
 * @throws Undecided where these do not tell
 */
export function compareTerms<N>(scope: TermScope<N>, left: Term, right: Term): Compared {
  const { arithmetic: ar } = scope
  try {
    const [one, other] = [valueIn(scope, left), valueIn(scope, right)]
    if (one !== 'inexact' && other !== 'inexact') {
      return {
        left: one === null ? null : ar.toNumber(one),
        right: other === null ? null : ar.toNumber(other),
        order: one === null || other === null ? null : ar.sign(ar.sub(one, other)),
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const [one, other] = [enclosed(scope, left), enclosed(scope, right)]
  return {
    left: one === null ? null : enclosure.toNumber(one),
    right: other === null ? null : enclosure.toNumber(other),
    order: one === null || other === null ? null : enclosure.sign(enclosure.sub(one, other)),
  }
}

function valueIn<N>({ termValue, quantity }: TermScope<N>, term: Term): N | null | 'inexact' {
  const outcome = termValue(term, (leaf) => leafValue(leaf, quantity))
  return outcome.ok ? outcome.value : withoutValue(outcome.failure)
}

function enclosed<N>(scope: TermScope<N>, term: Term): Enclosure | null {
  const { arithmetic, termValue, quantity } = scope
  const leaf = (each: Leaf): Outcome<Enclosure> => {
    const own = each.op === 'ref' ? termValue(each, () => missing) : leafValue(each, quantity)
    return own.ok ? { ok: true, value: enclose(arithmetic, own.value) } : own
  }
  const outcome = evaluate(term, leaf, enclosureCalculus)
  if (outcome.ok) return outcome.value
  withoutValue(outcome.failure)
  return null
}

type Failed = Extract<Outcome<never>, { readonly ok: false }>

const missing: Failed = { ok: false, failure: 'reported' }

function leafValue<N>(leaf: OwnLeaf, quantity: (path: readonly string[]) => Quantity<N>): Outcome<N> {
  if (leaf.op === 'word') return missing
  const found = quantity(leaf.path)
  return found.kind === 'number' ? { ok: true, value: found.value } : missing
}

/** No value at all, or none in this arithmetic. */
function withoutValue(failure: Failed['failure']): null | 'inexact' {
  if (failure === 'undecided') throw new Undecided('a side of a comparison')
  return failure === 'inexact' ? 'inexact' : null
}

function enclose<N>(ar: Arithmetic<N>, value: N): Enclosure {
  const form: ExactForm | null = ar.toExact(value)
  if (form === null) throw new TypeError('an inexact number outside enclosures')
  if (typeof form === 'string') return enclosure.from(form)
  const root = enclosure.sqrt(enclosure.from(form.root))
  return enclosure.add(enclosure.from(form.a), enclosure.mul(enclosure.from(form.b), root))
}
