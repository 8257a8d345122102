import { answers, type Answers } from './answers.ts'
import { matrixOf, type Sheet, type SheetRoute } from './sheet.ts'

/** The best route that a search found for somebody, and its value. */
export interface BestOfMenu {
  readonly value: number
  readonly route: SheetRoute
}

/** Users' answers to a route, in the sheet's order; null where it is none. */
export function answersTo(
  sheet: Sheet,
  { start, values }: SheetRoute,
  slack?: number,
): readonly Answers[] | null {
  const matrix = matrixOf(sheet, values)
  return matrix === null ? null : sheet.users.map((user) => answers(sheet, user, matrix, start, slack))
}

/** What a route costs the provider; infinite where it is none. */
export function costOfRoute(sheet: Sheet, route: SheetRoute): number {
  const found = answersTo(sheet, route)
  if (found === null) return Infinity
  const costs = found.map(({ least, most }) => (sheet.ties === 'strong' ? least : most))
  return costs.reduce((sum, cost, index) => sum + cost * (sheet.users[index]?.weight ?? 0), 0)
}

/** What a route leaves one user with at least; minus infinity where it is none. */
export function utilityOfRoute(sheet: Sheet, route: SheetRoute, user: number): number {
  return answersTo(sheet, route)?.[user]?.utility ?? -Infinity
}

/**
 * The least value over routes that a search of corners, random routes and steps about the best of them comes upon: an upper
 * bound of the true least value.
 *
 * @param random numbers in [0, 1)
 * @param tries random routes for each start
 */
export function bestOfMenu(
  sheet: Sheet,
  valueOf: (route: SheetRoute) => number,
  random: () => number,
  tries: number,
): BestOfMenu {
  const { steps, starts } = sheet
  const tested: BestOfMenu[] = []
  const test = (route: SheetRoute): BestOfMenu => ({ route, value: valueOf(route) })
  const pick = ({ low, high }: Sheet['steps'][number]): number => {
    const kind = random()
    return kind < 0.3 ? low : kind < 0.5 ? high : low + (high - low) * random() ** (kind < 0.75 ? 1 : 3)
  }
  for (const start of starts) {
    for (let index = 0; index < tries; index++) {
      const values = normalised(sheet, index === 0 ? steps.map(({ low }) => low) : steps.map(pick))
      tested.push(test({ start, values }))
      if (steps.length === 0) break
    }
  }
  const best = tested.toSorted((one, other) => one.value - other.value).slice(0, 2)
  return best
    .map((each) => improve(sheet, each, test, random))
    .reduce((one, other) => (other.value < one.value ? other : one))
}

/** Random steps to several targets scaled down to a sum of 1 where they exceed it. */
function normalised({ steps }: Sheet, values: readonly number[]): readonly number[] {
  const sums = new Map<number, number>()
  for (const [index, { from }] of steps.entries())
    sums.set(from, (sums.get(from) ?? 0) + (values[index] ?? 0))
  return values.map((value, index) => {
    const step = steps[index]
    const sum = sums.get(step?.from ?? -1) ?? 0
    return sum > 1 ? Math.max(step?.low ?? 0, value / sum) : value
  })
}

function improve(
  { steps }: Sheet,
  from: BestOfMenu,
  test: (route: SheetRoute) => BestOfMenu,
  random: () => number,
): BestOfMenu {
  let best = from
  for (let step = 0.25; step > 1e-10;) {
    const before = best
    const directions = [
      ...steps.flatMap((_, k) => [1, -1].map((sign) => steps.map((__, i) => (i === k ? sign : 0)))),
      ...Array.from({ length: steps.length }, () => steps.map(() => 2 * random() - 1)),
    ]
    for (const direction of directions) {
      const values = best.route.values.map((value, k) => {
        const { low, high } = steps[k] ?? { low: 0, high: 1 }
        return Math.min(high, Math.max(low, value + step * (direction[k] ?? 0)))
      })
      const found = test({ start: best.route.start, values })
      if (found.value < best.value) best = found
    }
    if (before.value - best.value <= 1e-13 * Math.abs(best.value)) step /= 5
  }
  return best
}
