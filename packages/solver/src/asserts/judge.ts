import type { AssertEntry, Condition, Sign, Term } from '@plumbline/game'
import { compareTerms, type TermScope } from './term-value.ts'

/** Whether a condition holds (null: it hangs on what has no value), with the two sides of a comparison. */
export interface Judged extends Pick<AssertEntry, 'left' | 'right'> {
  readonly holds: boolean | null
}

/**
 * Whether a condition holds of a solved game, in the logic of three values: what hangs on an undefined quantity is
 * neither true nor false, and `or` and `and` need it only where the other side does not settle the matter.
 *
 * @throws Undecided where inexact numbers do not tell
 */
export function judge<N>(scope: TermScope<N>, condition: Condition): Judged {
  switch (condition.op) {
    case 'true':
    case 'false':
      return bare(condition.op === 'true')
    case 'not': {
      const { holds, left, right } = judge(scope, condition.arg)
      return { holds: holds === null ? null : !holds, left, right }
    }
    case 'and':
    case 'or': {
      const settling = condition.op === 'or'
      const one = judge(scope, condition.left).holds
      if (one === settling) return bare(settling)
      const other = judge(scope, condition.right).holds
      if (other === settling) return bare(settling)
      return bare(one === null || other === null ? null : !settling)
    }
    case 'compare':
      return judgeComparison(scope, condition)
    case 'within':
      return judgeRange(scope, condition)
    case 'holds': {
      const found = scope.quantity(condition.path)
      const holds = found.kind === 'truth' ? found.value : null
      return { holds, left: holds, right: null }
    }
  }
}

function bare(holds: boolean | null): Judged {
  return { holds, left: null, right: null }
}

type Comparison = Extract<Condition, { readonly op: 'compare' }>

function judgeComparison<N>(scope: TermScope<N>, { comparison, left, right }: Comparison): Judged {
  const [one, other] = [wordOf(scope, left), wordOf(scope, right)]
  if (one !== null || other !== null) {
    const same = one === null || other === null ? null : one === other
    const holds = same === null ? null : comparison === 'ne' ? !same : comparison === 'eq' && same
    return { holds, left: one, right: other }
  }
  const compared = compareTerms(scope, left, right)
  const holds = compared.order === null ? null : satisfies(comparison, compared.order)
  return { holds, left: compared.left, right: compared.right }
}

/** Shown with the end that is passed, else with the high one. */
function judgeRange<N>(
  scope: TermScope<N>,
  { value, low, high }: Extract<Condition, { readonly op: 'within' }>,
): Judged {
  const below = compareTerms(scope, value, low)
  const above = compareTerms(scope, value, high)
  if (below.order !== null && below.order < 0) return { holds: false, left: below.left, right: below.right }
  const known = below.order !== null && above.order !== null
  const holds = above.order !== null && above.order > 0 ? false : known ? true : null
  return { holds, left: above.left, right: above.right }
}

function satisfies(comparison: Comparison['comparison'], order: Sign): boolean {
  switch (comparison) {
    case 'eq':
      return order === 0
    case 'ne':
      return order !== 0
    case 'lt':
      return order < 0
    case 'le':
      return order <= 0
    case 'gt':
      return order > 0
    case 'ge':
      return order >= 0
  }
}

/** The word that a term is, null where it is a number or has no value. */
function wordOf<N>({ quantity }: TermScope<N>, term: Term): string | null {
  if (term.op === 'word') return term.value
  if (term.op !== 'solution') return null
  const found = quantity(term.path)
  return found.kind === 'word' ? found.value : null
}
