import type { Expression, GameInstance } from '@plumbline/game'
import type { Assignment } from '@plumbline/game'
import { rational } from '@plumbline/game'
import { Fault, show, type Path } from '../document/fault.ts'
import { field, listAt, numberAt } from '../document/read.ts'
import { partMeans } from './parts.ts'
import { densityOf, spreadsOf } from './spreads.ts'

/** The people of a declared user: what each of some equally frequent types has for her random variables. */
export type Types = readonly Assignment[]

/** How far a listed mean may be from the one worked out here, relative to what the part is about. */
const near = 1e-9

const mostTypes = 100_000

/**
 * The types that a certificate lists for the users who differ, each number checked: parts of equal probability stand at their
 * means, and several random variables take them by a lattice of the least error.
 *
 * @param numberOf the double nearest to an expression
 * @returns by declared user; one type without numbers for a user who does not differ
 * @throws Fault where they are not what the game makes them
 */
export function listedTypes(
  instance: GameInstance,
  assignment: Assignment,
  certificate: unknown,
  numberOf: (expression: Expression) => number,
): readonly Types[] {
  const path: Path = ['certificate', 'types']
  const listed = listAt(field(certificate, 'types'), path)
  let next = 0
  const types = instance.users.map(({ name }, user): Types => {
    const spreads = spreadsOf(instance, assignment, user)
    if (spreads.length === 0) return [new Map()]
    const own = [...path, next]
    const entry = listed[next++]
    if (field(entry, 'user') !== name) {
      throw new Fault([...own, 'user'], `is ${show(field(entry, 'user'))}; it must be ${show(name)}`)
    }
    const of = wholeAt(field(entry, 'of'), [...own, 'of'], mostTypes)
    const told = listAt(field(entry, 'spreads'), [...own, 'spreads'])
    const columns = told.map((spread, k) => {
      const at = [...own, 'spreads', k]
      const random = spreads.find((each) => each.name === field(spread, 'name'))
      if (random === undefined || told.findIndex((each) => field(each, 'name') === random.name) !== k) {
        throw new Fault(
          [...at, 'name'],
          `is ${show(field(spread, 'name'))}, by which ${name} does not differ`,
        )
      }
      const density = densityOf(instance, assignment, user, random, numberOf)
      const means = meansAt(field(spread, 'means'), partMeans(density, of), [...at, 'means'])
      return { name: random.name, step: wholeAt(field(spread, 'step'), [...at, 'step'], of), means }
    })
    if (columns.length !== spreads.length) {
      throw new Fault([...own, 'spreads'], `must be ${spreads.map((each) => each.name).join(' and ')}`)
    }
    checkLattice(
      of,
      columns.map(({ step }) => step),
      [...own, 'spreads'],
    )
    return Array.from(
      { length: of },
      (_, i) =>
        new Map(columns.map((column) => [column.name, numeral(column.means[(i * column.step) % of] ?? 0)])),
    )
  })
  if (next < listed.length) throw new Fault([...path, next], 'is of a user who does not differ')
  return types
}

function numeral(value: number): Expression {
  return { op: 'number', value: rational(value).toFraction() }
}

function wholeAt(value: unknown, path: Path, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new Fault(path, `is ${show(value)}; it must be a whole number, ${String(most)} at most`)
}

function meansAt(listed: unknown, expected: readonly number[] | null, path: Path): readonly number[] {
  if (expected === null) throw new Fault(path, 'are of a spread that lies outside its range')
  const means = listAt(listed, path, mostTypes).map((mean, k) => numberAt(mean, [...path, k]))
  if (means.length !== expected.length) {
    throw new Fault(
      path,
      `is a list of ${String(means.length)}; it must be one of ${String(expected.length)}`,
    )
  }
  const spread = Math.abs((expected.at(-1) ?? 0) - (expected[0] ?? 0))
  for (const [k, mean] of means.entries()) {
    const must = expected[k] ?? 0
    if (Math.abs(mean - must) <= near * (Math.abs(must) + spread)) continue
    throw new Fault([...path, k], `is ${show(mean)}; the mean of this part is near ${show(must)}`)
  }
  return means
}

/**
 * Type `i` of several random variables has the part `i z_j` modulo their number: by that each visits all of its parts. A `z_j` is
 * right if no other makes the error `P_2` of the points of the first `j` coordinates less (Sloan and Joe); the first is 1.
 */
function checkLattice(count: number, steps: readonly number[], path: Path): void {
  const kernel = Array.from({ length: count }, (_, i) => {
    const x = i / count
    return 2 * Math.PI * Math.PI * (x * x - x + 1 / 6)
  })
  let products = kernel.map(() => 1)
  const added = (z: number): readonly number[] =>
    products.map((product, i) => product * (1 + (kernel[(i * z) % count] ?? 0)))
  const errorOf = (z: number): number => added(z).reduce((sum, term) => sum + term, 0)
  const stride = Math.max(1, Math.floor(count / 1024))
  for (const [j, step] of steps.entries()) {
    const at = [...path, j, 'step']
    if (divisor(step, count) > 1 || (j === 0 && step % count !== 1 % count)) {
      throw new Fault(
        at,
        `is ${show(step)}; it must be 1 for the first, and have no divisor with ${String(count)}`,
      )
    }
    const own = errorOf(step)
    for (let z = 1; j > 0 && z <= count / 2; z += stride) {
      if (divisor(z, count) > 1 || errorOf(z) >= own - 1e-9 * count) continue
      throw new Fault(at, `is ${show(step)}; with ${String(z)} the types fill the range more evenly`)
    }
    products = [...added(step)]
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
