import {
  hasOwnVariables,
  solutionNames,
  type Axis,
  type GameInstance,
  type SolutionName,
} from '@plumbline/game'
import { quantityOf } from '../asserts/quantities.ts'
import type { SolvedNumbers } from '../document/solved.ts'

/** What a row of a sweep has in one place; null where there is no such number. */
export type Cell = string | number | boolean | null

/** A column of a sweep's table. */
export interface SweepColumn {
  /** As asserts write it: `developer.best_utility`; of an axis as it was written. */
  readonly name: string
  readonly kind: 'number' | 'text' | 'boolean'
  /** One line: what it is. */
  readonly doc: string
  /** The unit of its numbers; null where it has none. */
  readonly unit: string | null
}

/** A column that is read off the solved game. */
export interface SolutionColumn extends SweepColumn {
  readonly path: readonly string[]
}

/**
 * The columns that a solved game fills: every name that asserts may use of it, but those of models (which are inputs), of
 * `regime` (each user has one), of `users` where there is one user, and of `welfare` where utility and cost have no common unit.
 */
export function solutionColumns(instance: GameInstance): readonly SolutionColumn[] {
  return solutionNames.flatMap((name): readonly SolutionColumn[] =>
    pathsOf(instance, name).map((path) => ({
      name: path.join('.'),
      path,
      kind: name.value === 'yes-or-no' ? 'boolean' : name.value === 'model' || name.value === 'regime' ? 'text' : 'number', // prettier-ignore
      doc: name.doc,
      unit: unitOf(instance, name),
    })),
  )
}

/** The column of an axis. */
export function axisColumn({ path }: Axis): SweepColumn {
  return { name: path, kind: 'number', doc: 'what the sweep moves', unit: null }
}

function pathsOf(instance: GameInstance, { scope, name }: SolutionName): readonly (readonly string[])[] {
  const { users, provider, units, menu } = instance
  switch (scope) {
    case 'route': {
      if (name !== 'escalation') return [[scope, name]]
      const { variables } = menu.chain
      return variables.length === 1 && !hasOwnVariables(menu.chain)
        ? [[scope, name]]
        : variables.map((one) => [scope, ...one.name.split('.')])
    }
    case 'user':
      return users.map((user) => [user.name, name])
    case 'users':
      return users.length > 1 ? [[scope, name]] : []
    case 'provider':
      return [[provider.name, name]]
    case 'throttling':
      return [[scope, name]]
    case 'model':
      return []
    case 'alone':
      return name === 'welfare' && units.cost === units.utility ? [[name]] : []
  }
}

function unitOf({ units }: GameInstance, { value }: SolutionName): string | null {
  switch (value) {
    case 'cost':
      return units.cost
    case 'time':
      return units.time
    case 'utility':
      return units.utility
    case 'plain':
    case 'model':
    case 'regime':
    case 'yes-or-no':
      return null
  }
}

/** The value of a column at a solved game: the double nearest, or a word. */
export function cellOf<N>(instance: GameInstance, solved: SolvedNumbers<N>, path: readonly string[]): Cell {
  if (path[0] === 'throttling' && solved.throttling === null) return null
  const quantity = quantityOf(instance, solved, path)
  switch (quantity.kind) {
    case 'number':
      return solved.game.arithmetic.toNumber(quantity.value)
    case 'word':
    case 'truth':
      return quantity.value
    case 'undefined':
      return null
  }
}
