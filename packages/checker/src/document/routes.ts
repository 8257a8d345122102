import { enclosure, hasOwnVariables, Undecided, type Arithmetic, type Game } from '@plumbline/game'
import { isRoute, type Route } from '../play/transitions.ts'
import { Fault, show, type Path } from './fault.ts'
import { field, numberAt, objectAt, textAt } from './read.ts'

/** The exact numbers that a certificate lists, by the doubles nearest to them, and which of these routes made use of. */
export interface Pool<N> {
  readonly numbers: ReadonlyMap<number, N>
  readonly used: Set<number>
}

/** @throws Fault where two numbers have the same double, so that a document would not tell them apart */
export function poolOf<N>(ar: Arithmetic<N>, listed: readonly N[], path: Path): Pool<N> {
  const numbers = new Map<number, N>()
  for (const [index, number] of listed.entries()) {
    const double = ar.toNumber(number)
    if (numbers.has(double)) throw new Fault([...path, index], 'is not told apart from another by its double')
    numbers.set(double, number)
  }
  return { numbers, used: new Set() }
}

/** @throws Fault where a number is listed that no route announces */
export function checkAllUsed<N>({ numbers, used }: Pool<N>, path: Path): void {
  const idle = [...numbers.keys()].findIndex((double) => !used.has(double))
  if (idle >= 0) throw new Fault([...path, idle], 'is announced by no route of the document')
}

/**
 * A route as the document writes it, in exact numbers. The document has the doubles nearest to them: each stands for a limit
 * of its variable, or for the exact number that the certificate lists.
 *
 * @param pool the exact numbers that the certificate gives
 * @throws Fault where it is no route of the menu
 * @throws Undecided where the game's own numbers are not exact, and so the route's are not
 */
export function routeAt<N>(game: Game<N>, pool: Pool<N>, claimed: unknown, path: Path): Route<N> {
  const { arithmetic: ar, chain } = game
  const key = objectAt(claimed, path)
  const name = textAt(field(key, 'start'), [...path, 'start'])
  const start = chain.states.findIndex((state) => state.name === name)
  if (!chain.starts.includes(start)) {
    const names = chain.starts.map((state) => chain.states[state]?.name ?? '')
    throw new Fault([...path, 'start'], `is ${show(name)}; a task may start at ${names.join(', ')}`)
  }
  const variables = chain.variables.map((variable, index) => {
    const place = placeOf(game, key, index)
    const double = numberAt(place.value, [...path, ...place.path])
    const limit = [variable.low, variable.high].find((end) => ar.toNumber(end) === double)
    if (limit !== undefined) return limit
    const listed = pool.numbers.get(double)
    pool.used.add(double)
    if (listed !== undefined) return listed
    if (ar.name === enclosure.name) throw new Undecided('what the route is exactly')
    throw new Fault(
      [...path, ...place.path],
      `is ${show(double)}, neither a limit of this escalation nor one of certificate.probabilities`,
    )
  })
  if (!isRoute(game, variables)) throw new Fault(path, 'is no route that the menu allows')
  return { start, variables }
}

/** Where a route says the value of a variable: by its own name, as the escalation of its state, or as a transition. */
function placeOf<N>(
  { chain, arithmetic: ar }: Game<N>,
  route: Readonly<Record<string, unknown>>,
  index: number,
): { readonly value: unknown; readonly path: Path } {
  if (hasOwnVariables(chain)) {
    const own = chain.variables[index]?.name ?? ''
    return { value: field(field(route, 'variables'), own), path: ['variables', own] }
  }
  const from = chain.states[chain.variables[index]?.state ?? -1]?.name ?? ''
  const escalation = field(route, 'escalation')
  if (escalation !== null) return { value: field(escalation, from), path: ['escalation', from] }
  for (const [state, row] of chain.transitions.entries()) {
    for (const { to, constant, terms } of row) {
      const [term, ...others] = terms
      if (term?.variable !== index || others.length > 0 || ar.sign(constant) !== 0) continue
      const [source, target] = [chain.states[state]?.name ?? '', chain.states[to]?.name ?? '']
      const value = field(field(field(route, 'transitions'), source), target)
      return { value, path: ['transitions', source, target] }
    }
  }
  return { value: undefined, path: ['escalation'] }
}
