import {
  inputsOf,
  referencesOf,
  type Assignment,
  type Expression,
  type GameInstance,
  type RandomVariable,
} from '@plumbline/game'
import type { Density } from './parts.ts'

/** The names of a user's numbers. */
function fieldsOf(instance: GameInstance, user: number): readonly string[] {
  const name = instance.users[user]?.name ?? ''
  return inputsOf(instance).flatMap((input) => (input.name.startsWith(`${name}.`) ? [input.name] : []))
}

/** What a name stands for. */
function expressionOf(instance: GameInstance, assignment: Assignment, name: string): Expression | null {
  const { params, definitions } = instance
  const named = [...params, ...definitions].find((each) => each.name === name)
  const input = inputsOf(instance).find((each) => each.name === name)
  const own = named?.value.expression ?? input?.quantity.expression ?? null
  return assignment.get(name) ?? own
}

/** The random variables by which the people of a user differ, in the order in which the instance has them. */
export function spreadsOf(
  instance: GameInstance,
  assignment: Assignment,
  user: number,
): readonly RandomVariable[] {
  const reached = new Set<string>(fieldsOf(instance, user))
  for (const name of reached) {
    const random = instance.randoms.find((each) => each.name === name)
    if (random?.purpose === 'population' && !assignment.has(name)) continue
    const expression = expressionOf(instance, assignment, name)
    for (const next of expression === null ? [] : referencesOf(expression)) reached.add(next)
  }
  return instance.randoms.filter(
    ({ name, purpose }) => purpose === 'population' && reached.has(name) && !assignment.has(name),
  )
}

/** Whether a distribution's own numbers come from another by which people differ. */
export function isNested(instance: GameInstance, assignment: Assignment, random: RandomVariable): boolean {
  const reached = new Set(partsOf(random.distribution).flatMap((part) => [...referencesOf(part)]))
  for (const name of reached) {
    if (instance.randoms.some((each) => each.name === name && each.purpose === 'population')) return true
    const expression = expressionOf(instance, assignment, name)
    for (const next of expression === null ? [] : referencesOf(expression)) reached.add(next)
  }
  return false
}

/** The expressions of a distribution. */
function partsOf(distribution: RandomVariable['distribution']): readonly Expression[] {
  return Object.values(distribution).filter((part) => typeof part !== 'string')
}

/**
 * A user's random variable with its numbers, within the range of its field; one that a `let` names, within that of every field
 * that is nothing but its name.
 *
 * @param numberOf the double nearest to an expression
 */
export function densityOf(
  instance: GameInstance,
  assignment: Assignment,
  user: number,
  { name, distribution, range }: RandomVariable,
  numberOf: (expression: Expression) => number,
): Density {
  const isField = fieldsOf(instance, user).some((field) => {
    const expression = field === name ? null : expressionOf(instance, assignment, field)
    return !field.endsWith('.outside') && expression?.op === 'ref' && expression.name === name
  })
  const low = range === 'any' && !isField ? -Infinity : 0
  const high = range === 'share' || range === 'success' ? 1 : Infinity
  const plain = { from: low, to: high }
  switch (distribution.kind) {
    case 'uniform': {
      const [from, to] = [numberOf(distribution.low), numberOf(distribution.high)]
      const limits = { from: Math.max(low, from), to: Math.min(high, to) }
      return { ...limits, log: () => 0, value: (x) => x, mode: from, scale: to - from }
    }
    case 'normal': {
      const [mean, deviation] = [numberOf(distribution.mean), numberOf(distribution.deviation)]
      if (!(deviation > 0)) return pointAt(mean)
      const log = (x: number): number => -(((x - mean) / deviation) ** 2) / 2
      return { ...plain, log, value: (x) => x, mode: mean, scale: deviation }
    }
    case 'lognormal': {
      const [median, sigma] = [numberOf(distribution.median), numberOf(distribution.sigma)]
      if (!(sigma > 0)) return pointAt(median)
      const scoreOf = (x: number): number => (x <= 0 ? -Infinity : Math.log(x / median) / sigma)
      const value = (z: number): number => median * Math.exp(sigma * z)
      return { from: scoreOf(low), to: scoreOf(high), log: (z) => (-z * z) / 2, value, mode: 0, scale: 1 }
    }
    case 'counts': {
      const k = numberOf(distribution.successes)
      return betaOf(k + 1, numberOf(distribution.trials) - k + 1)
    }
    case 'beta':
      return betaOf(numberOf(distribution.alpha), numberOf(distribution.beta))
  }
}

function pointAt(x: number): Density {
  return { from: x, to: x, log: () => 0, value: (y) => y, mode: x, scale: 1 }
}

/** By the score `y = ln(x/(1-x))`, of which the density is `x^α (1-x)^β`. */
function betaOf(alpha: number, beta: number): Density {
  const log = (y: number): number => -alpha * Math.log1p(Math.exp(-y)) - beta * Math.log1p(Math.exp(y))
  const scale = Math.sqrt((alpha + beta) / (alpha * beta))
  const value = (y: number): number => 1 / (1 + Math.exp(-y))
  return { from: -Infinity, to: Infinity, log, value, mode: Math.log(alpha / beta), scale }
}
