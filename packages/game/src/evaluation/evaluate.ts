import type { Expression, Term } from '../instance/expression.ts'
import { bitBound, type Calculus, divide, failure, type Outcome, value } from './calculus.ts'
import { parseRational } from '../arithmetic/rational.ts'

/** What an expression's leaves other than numbers stand for. */
export type Leaf = Extract<Term, { readonly op: 'ref' | 'solution' | 'word' }>

/**
 * The value of a leaf. Every leaf must have one: a name that is not there is a programmer's mistake, and the
 * scope's to throw.
 */
export type Scope<N> = (leaf: Leaf) => Outcome<N>

type Operation = Exclude<Term, Leaf | { readonly op: 'number' }>

/** An operation, and the values of the first of its operands. */
interface Frame<N> {
  readonly operation: Operation
  readonly operands: readonly Term[]
  readonly values: N[]
}

/**
 * The value of an expression, or the first reason why it has none. Works on a stack of its own, so that no
 * depth of nesting exhausts the machine's.
 *
 * @param scope gives the values of names (and, in asserts, of the solution's quantities).
 * @param calculus the arithmetic and the functions to compute with.
 */
export function evaluate<N>(
  expression: Expression | Term,
  scope: Scope<N>,
  calculus: Calculus<N>,
): Outcome<N> {
  const frames: Frame<N>[] = []
  let term: Term | undefined = expression
  for (;;) {
    if (term !== undefined && isOperation(term)) {
      const frame: Frame<N> = { operation: term, operands: operandsOf(term), values: [] }
      frames.push(frame)
      term = frame.operands[0]
      continue
    }
    const outcome: Outcome<N> =
      term === undefined
        ? applied(frames.pop(), calculus)
        : term.op === 'number'
          ? literal(term, calculus)
          : scope(term)
    if (!outcome.ok) return outcome
    if (calculus.size(outcome.value) > bitBound) return failure('too-large')
    const frame = frames.at(-1)
    if (frame === undefined) return outcome
    frame.values.push(outcome.value)
    term = frame.operands[frame.values.length]
  }
}

function applied<N>(frame: Frame<N> | undefined, calculus: Calculus<N>): Outcome<N> {
  if (frame === undefined) throw new TypeError('an operation without operands')
  return apply(frame.operation, frame.values, calculus)
}

function isOperation(term: Term): term is Operation {
  return term.op !== 'number' && term.op !== 'ref' && term.op !== 'solution' && term.op !== 'word'
}

/** The operands of a term, from left to right; none for a leaf. */
export function operandsOf(term: Term): readonly Term[] {
  if ('arg' in term) return [term.arg]
  if ('left' in term) return [term.left, term.right]
  return 'args' in term ? term.args : []
}

type Numeral = Extract<Term, { readonly op: 'number' }>

function literal<N>(numeral: Numeral, { arithmetic }: Calculus<N>): Outcome<N> {
  const number = parseRational(numeral.value)
  if (number === null) throw new TypeError(`not a number of an instance: '${numeral.value}'`)
  return value(arithmetic.from(number))
}

function apply<N>(operation: Operation, operands: readonly N[], calculus: Calculus<N>): Outcome<N> {
  const { arithmetic } = calculus
  const [first, second = first] = operands
  if (first === undefined || second === undefined) throw new TypeError(`'${operation.op}' without operands`)
  switch (operation.op) {
    case 'neg':
      return value(arithmetic.neg(first))
    case 'abs':
      return value(calculus.magnitude(first))
    case 'sqrt':
    case 'exp':
    case 'log':
      return calculus[operation.op](first)
    case 'add':
    case 'sub':
    case 'mul':
      return value(arithmetic[operation.op](first, second))
    case 'div':
      return divide(arithmetic, first, second)
    case 'pow':
      return calculus.pow(first, second)
    case 'min':
      return value(operands.reduce((a, b) => calculus.least(a, b)))
    case 'max':
      return value(operands.reduce((a, b) => calculus.greatest(a, b)))
  }
}
