import { type Expression, type RandomVariable, referencesOf } from '@plumbline/game'
import { twoPurposes } from '../diagnostics/values.ts'
import type { Compilation, DefinitionUse } from '../expressions/site.ts'
import type { LoweredDefinitions } from './lowerDefinitions.ts'

/**
 * The random variables, those of definitions with the purpose that their uses give them: people where a user's
 * field uses one, however indirectly, else uncertainty. Reports a spread that is used for both.
 */
export function settlePurposes(
  { randoms, uses, reporter }: Compilation,
  { params, definitions }: LoweredDefinitions,
): readonly RandomVariable[] {
  const expressions = new Map<string, Expression>(
    [...params, ...definitions].map(({ name, value }) => [name, value.expression]),
  )
  const isRandom = new Set(randoms.map(({ name }) => name))
  const usesOf = new Map<string, DefinitionUse[]>()
  const known = new Map<string, ReadonlySet<string>>()
  const reach = (name: string): ReadonlySet<string> => {
    const found = known.get(name) ?? randomsFrom(name, expressions, isRandom)
    known.set(name, found)
    return found
  }
  for (const use of uses) {
    for (const name of reach(use.name)) usesOf.set(name, [...(usesOf.get(name) ?? []), use])
  }
  return randoms.map((random) => {
    const own = usesOf.get(random.name) ?? []
    const people = own.find(({ purpose }) => purpose === 'population')
    const unsure = own.find(({ purpose }) => purpose === 'uncertainty')
    if (people !== undefined && unsure !== undefined) {
      reporter.report(twoPurposes, { name: people.name }, people.place, {
        label: 'how people differ, here',
        secondary: [{ ...unsure.place, text: 'how sure we are, here' }],
        notes: [`write two spreads, or 'uncertain(${people.name})' here`],
      })
    }
    return people === undefined ? random : { ...random, purpose: 'population' }
  })
}

/** The random variables that a name stands for or is computed from. */
function randomsFrom(
  start: string,
  expressions: ReadonlyMap<string, Expression>,
  isRandom: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const names = [start]
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    if (isRandom.has(name)) found.add(name)
    const expression = expressions.get(name)
    if (expression !== undefined) names.push(...referencesOf(expression))
  }
  return found
}
