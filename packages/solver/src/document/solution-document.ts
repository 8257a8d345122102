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
import { modelEntries, ordersEntry } from './model-entries.ts'
import { routeEntry } from './route-entry.ts'
import type { Solution } from './solution.ts'
import { throttlingEntry } from './throttling-entry.ts'
import { userEntries } from './user-entries.ts'

/**
 * The solution document of a solved game: every number the double nearest the exact value, undefined ones null.
 */
export function solutionDocument<N>(
  instance: GameInstance,
  solution: Solution<N>,
  asserts: readonly AssertEntry[],
): SolutionDocument {
  const { game, equilibrium, best, gap, regret, welfare, orders } = solution
  const { arithmetic: ar, provider } = game
  const { chosen, concept, ties } = equilibrium
  const differ = !ties.attained || !equalOrOpen(ar, ties.strong, ties.weak)
  const allFlips = provider.throttle === null || !solution.throttling.bounded
  const magnitude = Math.abs(ar.toNumber(best.utility))
  return {
    schema: 'plumbline/solution@1',
    game: instance.name,
    label: instance.label,
    units: instance.units,
    concept,
    models: modelEntries(instance, solution),
    route: concept === 'user-choice' ? null : routeEntry(solution),
    users: userEntries(instance, solution),
    provider: {
      name: instance.provider.name,
      label: instance.provider.label,
      menu: instance.menu.name,
      cost: ar.toNumber(chosen.cost),
      serving: ar.toNumber(chosen.line.serving),
      loss: ar.toNumber(ar.mul(provider.penalty, chosen.line.loss)),
      regret: ar.toNumber(regret),
    },
    misalignment: {
      gap: ar.toNumber(gap),
      relative: magnitude === 0 ? null : relative(solution),
    },
    throttling: throttlingEntry(solution),
    welfare: welfare === null ? null : ar.toNumber(welfare),
    certificate: certificate(solution),
    ...(differ
      ? { ties: { strong: ar.toNumber(ties.strong), weak: ar.toNumber(ties.weak), attained: ties.attained } }
      : {}),
    asserts,
    candidates: candidateEntries(solution),
    ...(allFlips ? { flips: flipsEntry(solution) } : {}),
    ...(orders === null ? {} : { orders: ordersEntry(game, orders) }),
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
function relative<N>({ game: { arithmetic: ar }, best, gap }: Solution<N>): number {
  const size = ar.sign(best.utility) < 0 ? ar.neg(best.utility) : best.utility
  return ar.toNumber(ar.div(gap, size))
}

function certificate<N>(solution: Solution<N>): SolutionDocument['certificate'] {
  const { game, equilibrium, gap, regret, throttling } = solution
  const { arithmetic: ar } = game
  const { bounds, chosen } = equilibrium
  const named: readonly (readonly [string, N | null])[] = [
    ['cost', chosen.cost],
    ['utility', chosen.utility],
    ['gap', gap],
    ['regret', regret],
    ['escalation', chosen.escalation],
    ['throttlingGain', throttling.gain],
  ]
  const exact = named.flatMap(([name, value]): readonly (readonly [string, ExactForm])[] => {
    const form = value === null ? null : ar.toExact(value)
    return form === null ? [] : [[name, form]]
  })
  return {
    method: bounds.method,
    case: equilibrium.case,
    lower: ar.toNumber(bounds.lower),
    upper: ar.toNumber(bounds.upper),
    ...(bounds.tolerance === null ? {} : { tolerance: bounds.tolerance }),
    exact: Object.fromEntries(exact),
  }
}
