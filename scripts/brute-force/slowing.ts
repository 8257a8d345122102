import type { RouteKey, SolutionDocument } from '@plumbline/game'
import { answersTo, bestOfMenu, costOfRoute } from '../../packages/solver/src/oracle/best-of-menu.ts'
import type { Sheet, SheetRoute } from '../../packages/solver/src/oracle/sheet.ts'

/** A sheet whose models are slower by given times. */
export function slowed(sheet: Sheet, delays: readonly number[]): Sheet {
  return {
    ...sheet,
    attempts: sheet.attempts.map((kind) =>
      kind.map((list, model) => list.map((attempt) => ({ ...attempt, t: attempt.t + (delays[model] ?? 0) }))),
    ),
  }
}

/** How much slower a document has each model. */
export function delaysOf({ models, throttling }: SolutionDocument): readonly number[] {
  return models.map(({ name, latency }) => (throttling?.latencies?.[name] ?? latency) - latency)
}

/** For how many tries a search has one more vector of latencies. */
const triesEach = 10

/**
 * The least cost over latencies and routes that a random search comes upon.
 *
 * @param ceiling null for none
 */
export function bestSlowed(
  sheet: Sheet,
  ceiling: number | null,
  random: () => number,
  tries: number,
): number {
  const worth = Math.max(0, ...sheet.users.map(({ V, kappa }) => (kappa > 0 ? V / kappa : 0)))
  const longest = (model: number): number =>
    Math.max(...sheet.attempts.flatMap((kind) => (kind[model] ?? []).map(({ t }) => t)))
  const most = (sheet.attempts[0] ?? []).map((_, model) =>
    ceiling === null ? 2 * worth : Math.max(0, ceiling - longest(model)),
  )
  const vectors = Math.max(1, Math.floor(tries / triesEach) - 1)
  const costs = Array.from({ length: vectors }, (_, index) => {
    const delays = most.map((limit) => {
      if (index === 0) return limit
      const roll = random()
      return roll < 0.35 ? 0 : roll < 0.6 ? limit : limit * random()
    })
    const slower = slowed(sheet, delays)
    return bestOfMenu(slower, (route) => costOfRoute(slower, route), random, Math.ceil(tries / 6)).value
  })
  return Math.min(...costs)
}

/** What is wrong with what a document says of slowing that its provider does not do. */
export function temptationFaults(
  sheet: Sheet,
  document: SolutionDocument,
  routeOf: (route: RouteKey) => SheetRoute,
  random: () => number,
  tries: number,
): readonly string[] {
  const { throttling, provider, certificate } = document
  if (throttling === null || sheet.throttle !== null) return []
  const { gain, pays, route, search } = throttling
  const cost = provider.cost - gain
  const slack = 1e-8 * Math.max(Math.abs(provider.cost), sheet.P, 1e-3)
  const open = 4 * Math.max(certificate.tolerance ?? 0, search?.tolerance ?? 0) * Math.abs(cost)
  const found = bestSlowed(sheet, null, random, tries)
  const faults: string[] = []
  if (found < (search?.lower ?? cost) - slack)
    faults.push(`slowed costs ${found}, less than the bound ${search?.lower ?? cost}`)
  if (search?.ended === undefined && found < cost - open - slack) {
    faults.push(`slowed costs ${cost}, but ${found} is possible`)
  }
  const announced = pays && route ? routeOf(route) : null
  if (announced === null || throttling.above === true) return faults
  const answered = answersTo(slowed(sheet, delaysOf(document)), announced, 1e-9)
  if (answered === null) return [...faults, 'the route announced with slowing is none']
  const mean = (of: 'least' | 'most'): number =>
    answered.reduce((sum, each, index) => sum + each[of] * (sheet.users[index]?.weight ?? 0), 0)
  if (cost < mean('least') - slack || cost > mean('most') + slack) {
    faults.push(`slowed costs ${mean('least')} to ${mean('most')}, not ${cost}`)
  }
  return faults
}
