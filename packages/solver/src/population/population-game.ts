import {
  at,
  rational,
  type Assignment,
  type Definition,
  type Evaluation,
  type Expression,
  type Game,
  type GameInstance,
  type Quantity,
  type TermValue,
  type User,
} from '@plumbline/game'
import { dependenceOf, differing, type Dependence } from './dependence.ts'
import { fieldsOf, populationTypes, type PopulationOptions, type PopulationType } from './types.ts'

/** A game whose users are all types of the declared users. */
export interface PopulationGame<N> {
  /** Its users have their declared users' names; their weights sum to 1. */
  readonly game: Game<N>
  /** For each user of the game the index of the declared one. */
  readonly declared: readonly number[]
  /** How the types came about; absent where every user is one. */
  readonly types?: readonly PopulationType[]
}

/**
 * Makes the numeric game in which every type of every declared user is a user, and hands it to `use`: as `at` does for an
 * instance without spreads among its users, with the same checks. Types of one user share her weight equally.
 *
 * The values of types are doubles taken exactly, so that numbers stay rational where the point of a spread is not (the
 * mean of a lognormal distribution is an exponential).
 *
 * @param assignment values of params; others keep those of the instance
 * @param use what to make of the game; its second argument evaluates terms, in which a spread stands at its point
 */
export function atPopulation<T>(
  instance: GameInstance,
  assignment: Assignment,
  options: PopulationOptions,
  use: <N>(population: PopulationGame<N>, termValue: TermValue<N>) => T,
): Evaluation<T> {
  const found = populationTypes(instance, assignment, options)
  if (!found.ok) return found
  const types = found.value
  const declared = types.map(({ user }) => user)
  if (types.every(({ assignment: own }) => own.size === 0)) {
    return at(instance, assignment, (game, termValue) => use({ game, declared }, termValue))
  }
  const points = pointsOf(instance, assignment)
  if (!points.ok) return points
  const whole = wholePopulation(instance, assignment, types, points.value)
  return at(whole.instance, whole.assignment, (game, termValue) => {
    const users = game.users.map((user, index) => {
      return { ...user, name: instance.users[declared[index] ?? -1]?.name ?? user.name }
    })
    return use({ game: { ...game, users }, declared, types }, termValue)
  })
}

/** The points of the spreads, as doubles. */
function pointsOf(instance: GameInstance, assignment: Assignment): Evaluation<ReadonlyMap<string, number>> {
  const { spreads } = dependenceOf(instance, assignment)
  return at(instance, assignment, (game, termValue) => {
    const values = [...spreads.keys()].map((name) => {
      const outcome = termValue({ op: 'ref', name }, () => {
        throw new TypeError('a quantity that needs the solution')
      })
      return [name, outcome.ok ? game.arithmetic.toNumber(outcome.value) : 0] as const
    })
    return new Map(values)
  })
}

/**
 * An instance whose users are all types. Names that a spread goes into are copied for each type, with its numbers; under
 * their own names they stay for the spread's point.
 */
function wholePopulation(
  instance: GameInstance,
  assignment: Assignment,
  types: readonly PopulationType[],
  points: ReadonlyMap<string, number>,
): { readonly instance: GameInstance; readonly assignment: Assignment } {
  const dependence = dependenceOf(instance, assignment)
  const definitions: Definition[] = instance.randoms.flatMap((random): readonly Definition[] => {
    const point = points.get(random.name)
    if (point === undefined) return []
    const value = { expression: numeral(point), dimension: random.dimension, origin: random.origin }
    return [{ name: random.name, doc: null, value }]
  })
  const users: User[] = []
  const moved = new Set<string>()
  for (const [index, type] of types.entries()) {
    const declared = instance.users[type.user]
    if (declared === undefined) throw new RangeError(`no user ${String(type.user)}`)
    if (type.assignment.size === 0) {
      users.push(declared)
      continue
    }
    const fields = fieldsOf(instance, type.user)
    for (const field of fields) moved.add(field)
    const copy = copyFor(dependence, type, fields, `#${String(index + 1)}`)
    definitions.push(...copy.definitions)
    users.push(typeOf(declared, type, copy.rename, dependence, `#${String(index + 1)}`))
  }
  for (const name of moved) {
    const expression = dependence.expressions.get(name)
    if (expression === undefined) continue
    definitions.push({ name, doc: null, value: { expression, dimension: {}, origin: null } })
  }
  return {
    instance: {
      ...instance,
      randoms: instance.randoms.filter(({ name }) => !points.has(name)),
      definitions: [...instance.definitions, ...definitions],
      users,
    },
    assignment,
  }
}

type Rename = (expression: Expression) => Expression

/** What a type's fields are computed from, under names of its own. */
function copyFor(
  dependence: Dependence,
  type: PopulationType,
  fields: readonly string[],
  suffix: string,
): { readonly definitions: readonly Definition[]; readonly rename: Rename } {
  const differ = new Set(differing(dependence, fields))
  const rename: Rename = (expression) => renamed(expression, differ, type.assignment, suffix)
  const definitions = [...differ].flatMap((name): readonly Definition[] => {
    const expression = dependence.expressions.get(name)
    if (expression === undefined) return []
    const value: Quantity = { expression: rename(expression), dimension: {}, origin: null }
    return [{ name: `${name}${suffix}`, doc: null, value }]
  })
  return { definitions, rename }
}

function typeOf(
  declared: User,
  type: PopulationType,
  rename: Rename,
  { expressions }: Dependence,
  suffix: string,
): User {
  const field = (name: string, quantity: Quantity): Quantity => {
    const full = `${declared.name}.${name}`
    return { ...quantity, expression: rename(expressions.get(full) ?? { op: 'ref', name: full }) }
  }
  const optional = (name: string, quantity: Quantity | null): Quantity | null =>
    quantity === null ? null : field(name, quantity)
  const weight = field('weight', declared.weight)
  const share: Expression = {
    op: 'div',
    left: weight.expression,
    right: { op: 'number', value: String(type.of) },
  }
  return {
    ...declared,
    name: `${declared.name}${suffix}`,
    weight: { ...weight, expression: share },
    value: field('value', declared.value),
    patience: field('patience', declared.patience),
    outside: optional('outside', declared.outside),
    rationality: optional('rationality', declared.rationality),
  }
}

/** An expression with spreads at a type's numbers and other names that differ under the type's. */
function renamed(
  expression: Expression,
  differ: ReadonlySet<string>,
  numbers: Assignment,
  suffix: string,
): Expression {
  const visit = (each: Expression): Expression => renamed(each, differ, numbers, suffix)
  switch (expression.op) {
    case 'number':
      return expression
    case 'ref': {
      const { name } = expression
      return numbers.get(name) ?? (differ.has(name) ? { op: 'ref', name: `${name}${suffix}` } : expression)
    }
    case 'neg':
    case 'abs':
    case 'sqrt':
    case 'exp':
    case 'log':
      return { op: expression.op, arg: visit(expression.arg) }
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'pow':
      return { op: expression.op, left: visit(expression.left), right: visit(expression.right) }
    case 'min':
    case 'max':
      return { op: expression.op, args: expression.args.map(visit) }
  }
}

function numeral(value: number): Expression {
  return { op: 'number', value: rational(value).toFraction() }
}
