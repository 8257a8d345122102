import type { Chain } from '../instance/chain.ts'
import type { Condition, Term } from '../instance/expression.ts'
import type { GameInstance } from '../instance/instance.ts'
import type { Quantity } from '../instance/quantity.ts'
import { partsOfDistribution } from '../evaluation/checkDistributions.ts'
import { inputsOf } from '../evaluation/inputs.ts'
import { namesOf, orderNames, referencesOf } from '../evaluation/names.ts'
import { brokenChain, repetition } from './brokenChain.ts'

/**
 * What is wrong with an instance of the right shape: a name used twice, a reference to nothing, names defined by
 * themselves, a state or model that does not exist. Null where nothing is.
 */
export function inconsistency(instance: GameInstance): string | null {
  return (
    repeatedName(instance) ??
    missingKind(instance) ??
    unknownReference(instance) ??
    definedByItself(instance) ??
    chainFlaw(instance)
  )
}

function repeatedName(instance: GameInstance): string | null {
  const { params, definitions, randoms, verifiers, tasks, models, users, provider } = instance
  const kinds: readonly (readonly [string, readonly { readonly name: string }[]])[] = [
    ['params, definitions and randoms', [...params, ...definitions, ...randoms]],
    ['models', models],
    ['users', users],
    ['verifiers, tasks, models, users and provider', [...verifiers, ...tasks, ...models, ...users, provider]],
  ]
  for (const [place, named] of kinds) {
    const repeated = repetition(named.map(({ name }) => name))
    if (repeated !== null) return `${place}: the name '${repeated}' stands twice`
  }
  return null
}

function missingKind({ models, tasks }: GameInstance): string | null {
  const odd = models.find(({ kinds }) => kinds.length > 0 && kinds.length !== tasks.length)
  return odd === undefined ? null : `models: '${odd.name}' has not one entry of kinds for each task`
}

function unknownReference(instance: GameInstance): string | null {
  const names = namesOf(instance, new Map())
  for (const [place, term] of termsOf(instance)) {
    for (const name of referencesOf(term)) {
      if (!names.has(name)) return `${place}: refers to '${name}', which is no param, definition or random`
    }
  }
  return null
}

function definedByItself(instance: GameInstance): string | null {
  const [cycle] = orderNames(namesOf(instance, new Map())).cycles
  if (cycle === undefined) return null
  const names = cycle.map(({ name }) => name)
  return `'${names.join("' refers to '")}' refers to '${names[0] ?? ''}': names defined by themselves`
}

/** Every expression of an instance with its path. */
function* termsOf(instance: GameInstance): Generator<readonly [string, Term]> {
  for (const [i, { value, bounds }] of instance.params.entries()) {
    yield [`params[${String(i)}].value`, value.expression]
    if (bounds !== null) yield* quantities(`params[${String(i)}].bounds`, { ...bounds })
  }
  for (const [i, { value }] of instance.definitions.entries())
    yield [`definitions[${String(i)}]`, value.expression]
  for (const [i, { distribution, point }] of instance.randoms.entries()) {
    for (const term of [...partsOfDistribution(distribution), point]) yield [`randoms[${String(i)}]`, term]
  }
  for (const { what, quantity } of inputsOf(instance)) yield [what, quantity.expression]
  yield* chainTerms(instance.menu.chain)
  for (const [i, { axes }] of instance.sweeps.entries()) {
    for (const { values } of axes) {
      const terms = values.kind === 'list' ? values.items : [values.from, values.to]
      for (const term of terms) yield [`sweeps[${String(i)}]`, term]
    }
  }
  for (const [i, { condition }] of instance.asserts.entries())
    yield* conditionTerms(`asserts[${String(i)}]`, condition)
}

function* quantities(
  place: string,
  fields: Readonly<Record<string, Quantity>>,
): Generator<readonly [string, Term]> {
  for (const [name, { expression }] of Object.entries(fields)) yield [`${place}.${name}`, expression]
}

function* chainTerms({ variables, transitions }: Chain): Generator<readonly [string, Term]> {
  for (const { low, high } of variables) {
    for (const term of [low, high]) yield ['menu.chain.variables', term]
  }
  for (const { constant, terms } of transitions.flat()) {
    yield ['menu.chain.transitions', constant]
    for (const { coefficient } of terms) yield ['menu.chain.transitions', coefficient]
  }
}

function* conditionTerms(place: string, condition: Condition): Generator<readonly [string, Term]> {
  const rest: Condition[] = [condition]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    switch (next.op) {
      case 'not':
        rest.push(next.arg)
        break
      case 'and':
      case 'or':
        rest.push(next.left, next.right)
        break
      case 'compare':
        yield [place, next.left]
        yield [place, next.right]
        break
      case 'within':
        for (const term of [next.value, next.low, next.high]) yield [place, term]
        break
      case 'true':
      case 'false':
      case 'holds':
        break
    }
  }
}

function chainFlaw({ menu, models }: GameInstance): string | null {
  const flaw = brokenChain(menu.chain, models.length)
  return flaw === null ? null : `menu.chain.${flaw}`
}
