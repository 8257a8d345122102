import { exact, type Exact } from '@plumbline/game'
import { ask } from './tools.ts'

// Formulas over the reals in the language of SMT solvers (SMT-LIB 2).

/** A rational number or a variable's name, as a term. */
export type Term = string

/** An exact number as a term; roots are the variable that `declareRoot` declares. */
export function number(x: Exact): Term {
  const form = exact.toExact(x)
  if (form === null) throw new TypeError('an exact number without an exact form')
  if (typeof form === 'string') return ratio(form)
  return `(+ ${ratio(form.a)} (* ${ratio(form.b)} root${form.root}))`
}

/** Declares the square root that a number holds, if any. */
export function declareRoot(x: Exact): readonly string[] {
  const form = exact.toExact(x)
  if (form === null || typeof form === 'string') return []
  const name = `root${form.root}`
  return [
    `(declare-const ${name} Real)`,
    `(assert (> ${name} 0))`,
    `(assert (= (* ${name} ${name}) ${form.root}))`,
  ]
}

function ratio(text: string): Term {
  const [over = '', under] = text.replace('-', '').split('/')
  const size = under === undefined ? over : `(/ ${over} ${under})`
  return text.startsWith('-') ? `(- ${size})` : size
}

export const plus = (...terms: readonly Term[]): Term => `(+ ${terms.join(' ')})`
export const minus = (x: Term, y: Term): Term => `(- ${x} ${y})`
export const times = (...terms: readonly Term[]): Term => `(* ${terms.join(' ')})`
export const less = (x: Term, y: Term): Term => `(< ${x} ${y})`
export const atMost = (x: Term, y: Term): Term => `(<= ${x} ${y})`
export const equal = (x: Term, y: Term): Term => `(= ${x} ${y})`
export const both = (...terms: readonly Term[]): Term => `(and ${terms.join(' ')})`
export const either = (...terms: readonly Term[]): Term => `(or ${terms.join(' ')})`
export const claim = (term: Term): string => `(assert ${term})`

/** A variable in [0, 1]. */
export function share(name: string): readonly string[] {
  return [`(declare-const ${name} Real)`, claim(both(atMost('0', name), atMost(name, '1')))]
}

/** Whether each list of declarations and claims can be met, `sat`, or not, `unsat`: decided over the reals. */
export function decide(z3: string, problems: readonly (readonly string[])[]): readonly string[] {
  const script = problems
    .map((lines) => [...lines, '(check-sat-using qfnra-nlsat)', '(reset)'].join('\n'))
    .join('\n')
  return ask(z3, ['-in', '-T:60'], script).trim().split('\n')
}
