import {
  at,
  rational,
  type Assignment,
  type Evaluation,
  type Expression,
  type GameInstance,
  type Problem,
  type RandomVariable,
} from '@plumbline/game'
import { endsOf, truncated, type TruncatedDistribution } from '../distribution/distribution.ts'
import { quantilesOf, stratumMeans } from '../distribution/quantile.ts'
import { dependenceOf, differing, type Dependence } from './dependence.ts'
import { latticeParts } from './lattice.ts'
import { valuesAt } from './values-at.ts'

/** One kind of people of a declared user. */
export interface PopulationType {
  /** Index of the declared user. */
  readonly user: number
  /** This type is one of so many of that user, all equally frequent. */
  readonly of: number
  /** The random variables by which people differ, as they are for this type: exactly the doubles. */
  readonly assignment: Assignment
}

/** How finely people who differ by a distribution are told apart. */
export interface PopulationOptions {
  /** Types of a declared user; unless told, 64 where one random variable tells them apart, 256 where several do. */
  readonly types?: number
}

/** Types of a user whom one random variable, and whom several, tell apart, unless told. */
export const defaultTypes = { one: 64, several: 256 } as const

/**
 * The people of every declared user as types: one for a user without a spread; else parts of equal probability of her
 * random variables, each standing at its mean. Several random variables take the parts of a rank-1 lattice, so that each
 * of them alone visits all of its parts and together they fill the space evenly. The same instance always gives the
 * same types.
 *
 * A spread is conditioned on the range of its field, as the language says; one that a `let` names, on that of every
 * field of the user that is nothing but its name.
 *
 * @param assignment values of params; a random variable that it gives a value is no spread
 * @returns the types in the order of users, or the problems of the instance's numbers, and `out-of-range` for a spread
 *   that lies wholly outside the range of its field
 */
export function populationTypes(
  instance: GameInstance,
  assignment: Assignment = new Map(),
  options: PopulationOptions = {},
): Evaluation<readonly PopulationType[]> {
  const dependence = dependenceOf(instance, assignment)
  if (dependence.spreads.size === 0) {
    return { ok: true, value: instance.users.map((_, user) => ({ user, of: 1, assignment: new Map() })) }
  }
  const evaluation = at<Evaluation<readonly PopulationType[]>>(instance, assignment, (game, termValue) => {
    const known = (name: string): number => {
      const outcome = termValue({ op: 'ref', name }, unasked)
      if (!outcome.ok) throw new TypeError(`'${name}' without a value`)
      return game.arithmetic.toNumber(outcome.value)
    }
    const problems: Problem[] = []
    const types = instance.users.flatMap((_, user) =>
      typesOfUser({ instance, dependence, known, options, problems }, user),
    )
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: types }
  })
  return evaluation.ok ? evaluation.value : evaluation
}

interface Survey {
  readonly instance: GameInstance
  readonly dependence: Dependence
  readonly known: (name: string) => number
  readonly options: PopulationOptions
  readonly problems: Problem[]
}

/** The names of a declared user's numbers. */
export function fieldsOf({ users }: GameInstance, user: number): readonly string[] {
  const declared = users[user]
  if (declared === undefined) throw new RangeError(`no user ${String(user)}`)
  const { name, outside, rationality } = declared
  const optional = [outside === null ? [] : ['outside'], rationality === null ? [] : ['rationality']].flat()
  return ['weight', 'value', 'patience', ...optional].map((field) => `${name}.${field}`)
}

function typesOfUser(survey: Survey, user: number): readonly PopulationType[] {
  const { instance, dependence, options, problems } = survey
  const names = differing(dependence, fieldsOf(instance, user))
  const spreads = names.flatMap((name) => dependence.spreads.get(name) ?? [])
  if (spreads.length === 0) return [{ user, of: 1, assignment: new Map() }]
  const count = options.types ?? (spreads.length === 1 ? defaultTypes.one : defaultTypes.several)
  const parts = latticeParts(count, spreads.length)
  const drawn = Array.from({ length: count }, () => new Map<string, number>())
  for (const [j, spread] of spreads.entries()) {
    const nested = differing(dependence, [spread.name]).length > 1
    const distributionFor = (numbers: ReadonlyMap<string, number>): TruncatedDistribution =>
      distributionOf(survey, user, spread, numbers)
    const means = nested ? null : stratumMeans(distributionFor(new Map()), count)
    for (const [i, numbers] of drawn.entries()) {
      const part = parts[j]?.[i] ?? 0
      const value = nested
        ? nestedValue(distributionFor(numbers), (part + 0.5) / count)
        : (means?.[part] ?? null)
      if (value === null) {
        problems.push(outsideOf(spread))
        return []
      }
      numbers.set(spread.name, value)
    }
  }
  return drawn.map((numbers) => ({ user, of: count, assignment: exactly(numbers) }))
}

function nestedValue(distribution: TruncatedDistribution, u: number): number | null {
  const at = quantilesOf(distribution)
  return at === null ? null : at(u)
}

function exactly(numbers: ReadonlyMap<string, number>): Assignment {
  const expressions = [...numbers].map(
    ([name, value]) => [name, { op: 'number', value: rational(value).toFraction() }] as const,
  )
  return new Map<string, Expression>(expressions)
}

/** A random variable's distribution, with those that it is itself computed from at given values. */
function distributionOf(
  { instance, dependence, known }: Survey,
  user: number,
  { name, distribution, range }: RandomVariable,
  numbers: ReadonlyMap<string, number>,
): TruncatedDistribution {
  const own = truncated(distribution, range, valuesAt(dependence, known, numbers, [name]))
  const ends = fieldsOf(instance, user).flatMap((field) => {
    const expression = dependence.expressions.get(field)
    if (expression?.op !== 'ref' || expression.name !== name) return []
    return field.endsWith('.outside') ? [] : [endsOf('not-negative')]
  })
  return ends.reduce<TruncatedDistribution>(
    (narrow, { low, high }) => ({
      ...narrow,
      low: Math.max(narrow.low, low),
      high: Math.min(narrow.high, high),
    }),
    own,
  )
}

function outsideOf({ name, range, origin }: RandomVariable): Problem {
  const allowed = {
    any: 'any number',
    'not-negative': '0 or more',
    positive: 'more than 0',
    share: 'from 0 to 1 (100 %)',
    success: 'more than 0, at most 1 (100 %)',
  }
  return {
    kind: 'out-of-range',
    what: `'${name}'`,
    value: 'a spread that lies wholly outside',
    range: range === 'any' ? allowed['not-negative'] : allowed[range],
    origin,
  }
}

function unasked(): never {
  throw new TypeError('a quantity that needs the solution')
}
