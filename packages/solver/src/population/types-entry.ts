import { rational, type GameInstance, type TypesEntry, type TypesSpread } from '@plumbline/game'
import { latticeParts } from './lattice.ts'
import type { PopulationType } from './types.ts'

/** How a document lists the types of users who differ: each random variable's parts, and how the types combine them. */
export function typesEntry(
  { users }: Pick<GameInstance, 'users'>,
  types: readonly PopulationType[],
): readonly TypesEntry[] {
  return users.flatMap(({ name }, index): readonly TypesEntry[] => {
    const own = types.filter(({ user }) => user === index)
    const [first] = own
    if (first === undefined || first.assignment.size === 0) return []
    const parts = latticeParts(own.length, first.assignment.size)
    const spreads = [...first.assignment.keys()].map((spread, j): TypesSpread => {
      const means = own.map(({ assignment }) => numberOf(assignment.get(spread))).toSorted((x, y) => x - y)
      return { name: spread, step: parts[j]?.[1] ?? 0, means }
    })
    return [{ user: name, of: own.length, spreads }]
  })
}

function numberOf(expression: ReturnType<PopulationType['assignment']['get']>): number {
  if (expression?.op !== 'number') throw new TypeError('a type without its number')
  return rational(expression.value).valueOf()
}
