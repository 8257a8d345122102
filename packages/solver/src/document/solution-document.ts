import {
  Undecided,
  type Arithmetic,
  type AssertEntry,
  type ExactForm,
  type GameInstance,
  type SolutionDocument,
} from '@plumbline/game'
import { compareCosts } from '../leader/compare-costs.ts'
import { candidateEntries, flipsEntry } from './candidate-entries.ts'
import { hiddenEntries } from './hidden-entry.ts'
import { probabilitiesEntry } from './probabilities.ts'
import { modelEntries, ordersEntry } from './model-entries.ts'
import { routeEntry } from './route-entry.ts'
import type { SolvedGame } from './solved.ts'
import { throttlingEntry } from './throttling-entry.ts'
import { userEntries } from './user-entries.ts'

/**
 * The solution document of a solved game: every number the double nearest the exact value, undefined ones null.
 */
export function solutionDocument<N>(
  instance: GameInstance,
  solved: SolvedGame<N>,
  asserts: readonly AssertEntry[],
): SolutionDocument {
  const { game, provider, gap, bestUtility, welfare, orders, ties, throttling, flips, route } = solved
  const { arithmetic: ar } = game
  const magnitude = Math.abs(ar.toNumber(bestUtility))
  return {
    schema: 'plumbline/solution@1',
    game: instance.name,
    label: instance.label,
    units: instance.units,
    concept: solved.concept,
    models: modelEntries(instance, solved),
    route: route === null ? null : routeEntry(solved, route),
    users: userEntries(instance, solved),
    provider: {
      name: instance.provider.name,
      label: instance.provider.label,
      menu: instance.menu.name,
      cost: ar.toNumber(provider.cost),
      serving: ar.toNumber(provider.serving),
      loss: ar.toNumber(provider.loss),
      regret: ar.toNumber(provider.regret),
    },
    misalignment: {
      gap: ar.toNumber(gap),
      relative: magnitude === 0 ? null : relative(solved),
    },
    throttling: throttling === null ? null : throttlingEntry(game, throttling),
    welfare: welfare === null ? null : ar.toNumber(welfare),
    certificate: certificate(solved),
    ...(ties !== null && (!ties.attained || !equalOrOpen(ar, ties.strong, ties.weak))
      ? { ties: { strong: ar.toNumber(ties.strong), weak: ar.toNumber(ties.weak), attained: ties.attained } }
      : {}),
    asserts,
    candidates: candidateEntries(solved),
    ...(flips === null ? {} : { flips: flipsEntry(solved, flips) }),
    ...(orders === null ? {} : { orders: ordersEntry(game, orders) }),
    ...(solved.hidden === undefined ? {} : hiddenEntries(solved, solved.hidden)),
  }
}

/** Whether two numbers are equal, or inexact ones that agree in all the digits of a double. */
function equalOrOpen<N>(ar: Arithmetic<N>, a: N, b: N): boolean {
  try {
    return compareCosts(ar, a, b) === 0
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return ar.toNumber(a) === ar.toNumber(b)
  }
}

/** The gap relative to |best utility|, which is not 0. */
function relative<N>({ game: { arithmetic: ar }, bestUtility, gap }: SolvedGame<N>): number {
  const size = ar.sign(bestUtility) < 0 ? ar.neg(bestUtility) : bestUtility
  return ar.toNumber(ar.div(gap, size))
}

function certificate<N>(solved: SolvedGame<N>): SolutionDocument['certificate'] {
  const { game, bounds, provider, users, gap, throttling, near = [] } = solved
  const { arithmetic: ar } = game
  const [user, ...others] = users
  const differ = users.some(({ population }) => population !== null)
  const named: readonly (readonly [string, N | null])[] = [
    ['cost', provider.cost],
    ['utility', differ ? meanUtility(solved) : user === undefined || others.length > 0 ? null : user.utility],
    ['gap', gap],
    ['regret', provider.regret],
    ['escalation', escalationOf(solved)],
    ['throttlingGain', throttling?.gain ?? null],
  ]
  const exact = named.flatMap(([name, value]): readonly (readonly [string, ExactForm])[] => {
    const isNear = near.some((each) => each === name)
    const form = value === null || isNear ? null : ar.toExact(value)
    return form === null ? [] : [[name, form]]
  })
  return {
    method: bounds.method,
    case: solved.case,
    lower: ar.toNumber(bounds.lower),
    upper: ar.toNumber(bounds.upper),
    ...(bounds.tolerance === null ? {} : { tolerance: bounds.tolerance }),
    ...(bounds.ended === undefined ? {} : { ended: bounds.ended }),
    exact: Object.fromEntries(exact),
    ...probabilitiesEntry(solved),
  }
}

/** The users' utility, weighted; null where numbers over unlike roots have no sum. */
function meanUtility<N>({ game: { arithmetic: ar, users: declared }, users }: SolvedGame<N>): N | null {
  try {
    return users.reduce(
      (sum, { utility }, index) => ar.add(sum, ar.mul(declared[index]?.weight ?? ar.from(0), utility)),
      ar.from(0),
    )
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return null
  }
}

/** `s` where the task starts at the only model that escalates. */
function escalationOf<N>({ game, route }: SolvedGame<N>): N | null {
  const [only, ...others] = game.chain.variables
  if (route === null || only === undefined || others.length > 0) return null
  return only.state === route.start ? (route.variables[0] ?? null) : null
}
