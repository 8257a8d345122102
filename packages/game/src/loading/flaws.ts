import type { Expression } from '../instance/expression.ts'
import { referencesOf } from '../evaluation/names.ts'
import { operandsOf } from '../evaluation/evaluate.ts'
import { brokenChain } from './brokenChain.ts'
import { chainShape, expressionShape } from './instanceShape.ts'
import { mismatch } from './mismatch.ts'

/**
 * What is wrong with what somebody's code made as a chain, as a phrase that begins with the part; null where nothing is.
 *
 * @param models - how many models there are
 * @param given - the expressions that the code was given: what it makes may refer to what these refer to
 */
export function chainFlaw(json: unknown, models: number, given: readonly Expression[]): string | null {
  const wrong = mismatch(json, chainShape, 'the chain')
  if (wrong !== null) return wrong
  const chain = json as Parameters<typeof brokenChain>[0]
  const { variables, transitions } = chain
  const limits = variables.flatMap(({ low, high }) => [low, high])
  const steps = transitions.flat().flatMap(({ constant, terms }) => {
    return [constant, ...terms.map(({ coefficient }) => coefficient)]
  })
  const stranger = strangerIn([...limits, ...steps], given)
  return brokenChain(chain, models) ?? (stranger === null ? null : unknownName('the chain', stranger))
}

/** What is wrong with what somebody's code made as an expression of those that it was given; null where nothing is. */
export function expressionFlaw(json: unknown, given: readonly Expression[]): string | null {
  const wrong = mismatch(json, expressionShape, 'the expression', new Set<unknown>(given))
  if (wrong !== null) return wrong
  const stranger = strangerIn([json as Expression], given)
  return stranger === null ? null : unknownName('the expression', stranger)
}

function unknownName(what: string, name: string): string {
  return `${what}: refers to '${name}', which nothing that it was given refers to`
}

/** A name that expressions refer to and those given do not. What is given is not looked into, unless it has to be. */
function strangerIn(made: readonly Expression[], given: readonly Expression[]): string | null {
  const leaves = new Set(given)
  const own = made.flatMap((expression) => [...ownReferences(expression, leaves)])
  if (own.length === 0) return null
  const known = new Set(given.flatMap((expression) => [...referencesOf(expression)]))
  return own.find((name) => !known.has(name)) ?? null
}

function* ownReferences(expression: Expression, leaves: ReadonlySet<Expression>): Generator<string> {
  const rest = [expression]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (leaves.has(next)) continue
    if (next.op === 'ref') yield next.name
    rest.push(...(operandsOf(next) as readonly Expression[]))
  }
}
