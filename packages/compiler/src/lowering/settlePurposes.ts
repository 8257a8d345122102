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
  const usedFor = (purpose: RandomVariable['purpose']): ReadonlyMap<string, DefinitionUse> =>
    firstUses(
      uses.filter((use) => use.purpose === purpose),
      expressions,
    )
  const [ofPeople, ofDoubt] = [usedFor('population'), usedFor('uncertainty')]
  return randoms.map((random) => {
    const people = ofPeople.get(random.name)
    const unsure = ofDoubt.get(random.name)
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

/** For each name that a use stands for or is computed from, the first such use. Linear in the expressions. */
function firstUses(
  uses: readonly DefinitionUse[],
  expressions: ReadonlyMap<string, Expression>,
): ReadonlyMap<string, DefinitionUse> {
  const first = new Map<string, DefinitionUse>()
  for (const use of uses) {
    const names = [use.name]
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      if (first.has(name)) continue
      first.set(name, use)
      const expression = expressions.get(name)
      for (const other of expression === undefined ? [] : referencesOf(expression)) names.push(other)
    }
  }
  return first
}
