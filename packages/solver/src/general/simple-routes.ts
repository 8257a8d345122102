import type { SearchProblem } from '../search/search-problem.ts'

/** A start and values of the leader's variables, in doubles. */
export interface FloatRoute {
  readonly start: number
  readonly variables: readonly number[]
}

const most = 64
/** Variables up to which pairs of them are raised together. */
const mostPaired = 8

/**
 * Routes without chance, as far as the variables' limits allow: the corners of the box that are routes, or where these are
 * many those that differ from the least escalations in one or two.
 */
export function simpleRoutes({ starts, box, isRoute }: SearchProblem): readonly FloatRoute[] {
  const { low, high } = box
  const raised = (indices: readonly number[]): readonly number[] =>
    low.map((least, index) => (indices.includes(index) ? (high[index] ?? least) : least))
  const open = low.flatMap((least, index) => ((high[index] ?? least) > least ? [index] : []))
  const sets = 2 ** open.length <= most ? subsets(open) : smallSubsets(open, open.length <= mostPaired)
  const corners = sets.map(raised).filter(isRoute)
  return starts.flatMap((start) => corners.map((variables) => ({ start, variables })))
}

function subsets(items: readonly number[]): readonly (readonly number[])[] {
  return items.reduce<readonly (readonly number[])[]>(
    (all, item) => [...all, ...all.map((set) => [...set, item])],
    [[]],
  )
}

function smallSubsets(items: readonly number[], paired: boolean): readonly (readonly number[])[] {
  const singles = items.map((item) => [item])
  if (!paired) return [[], ...singles]
  const pairs = items.flatMap((one, place) => items.slice(place + 1).map((other) => [one, other]))
  return [[], ...singles, ...pairs]
}
