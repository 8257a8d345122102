import {
  inputsOf,
  referencesOf,
  type Assignment,
  type Expression,
  type GameInstance,
  type RandomVariable,
} from '@plumbline/game'

/** What the names of an instance are computed from, at an assignment. */
export interface Dependence {
  /** Params, definitions, inputs and single-valued random variables: what each name stands for. */
  readonly expressions: ReadonlyMap<string, Expression>
  /** Random variables of the purpose that was asked for, those that the assignment fixes left out. */
  readonly spreads: ReadonlyMap<string, RandomVariable>
}

/**
 * The names of an instance with what they stand for at an assignment.
 *
 * @param purpose of the random variables that vary: by which people differ, or of which we are unsure; others stand at
 *   their points
 */
export function dependenceOf(
  instance: GameInstance,
  assignment: Assignment,
  purpose: RandomVariable['purpose'] = 'population',
): Dependence {
  const { params, definitions, randoms } = instance
  const differs = (random: RandomVariable): boolean =>
    random.purpose === purpose && !assignment.has(random.name)
  const spreads = new Map(randoms.filter(differs).map((random) => [random.name, random]))
  const expressions = new Map<string, Expression>()
  const add = (name: string, own: Expression): void => {
    if (!spreads.has(name)) expressions.set(name, assignment.get(name) ?? own)
  }
  for (const { name, value } of [...params, ...definitions]) add(name, value.expression)
  for (const { name, point } of randoms) add(name, point)
  for (const { name, quantity } of inputsOf(instance)) {
    if (!expressions.has(name)) add(name, quantity.expression)
  }
  return { expressions, spreads }
}

/** The expressions of a distribution. */
function partsOf(distribution: RandomVariable['distribution']): readonly Expression[] {
  switch (distribution.kind) {
    case 'counts':
      return [distribution.successes, distribution.trials]
    case 'normal':
      return [distribution.mean, distribution.deviation]
    case 'lognormal':
      return [distribution.median, distribution.sigma]
    case 'uniform':
      return [distribution.low, distribution.high]
    case 'beta':
      return [distribution.alpha, distribution.beta]
  }
}

/** The names that a name is computed from directly; for a spread, those of its distribution. */
function referencesFrom({ expressions, spreads }: Dependence, name: string): readonly string[] {
  const spread = spreads.get(name)
  if (spread !== undefined) return partsOf(spread.distribution).flatMap((part) => [...referencesOf(part)])
  const expression = expressions.get(name)
  return expression === undefined ? [] : [...referencesOf(expression)]
}

/**
 * Of the names that some names are computed from, themselves included, those that a spread goes into, each after what
 * it is computed from. Works on a stack of its own; the instance has no cycles.
 */
export function differing(dependence: Dependence, from: readonly string[]): readonly string[] {
  const found: string[] = []
  const verdicts = new Map<string, boolean>()
  const stack = from.toReversed().map((name) => ({ name, opened: false }))
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { name, opened } = top
    if (verdicts.has(name)) continue
    const references = referencesFrom(dependence, name)
    if (!opened) {
      stack.push({ name, opened: true }, ...references.map((each) => ({ name: each, opened: false })))
      continue
    }
    const differs = dependence.spreads.has(name) || references.some((each) => verdicts.get(each) === true)
    verdicts.set(name, differs)
    if (differs) found.push(name)
  }
  return found
}
