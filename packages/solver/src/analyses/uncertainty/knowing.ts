import { float, type EstimateEntry, type Game } from '@plumbline/game'
import { attemptsFromFirst, attemptsFromSecond, costAt, outcomeOf } from '../../base/outcome.ts'
import { bestResponse } from '../../follower/best-response.ts'
import type { Pair } from '../../base/attempt.ts'
import { persistenceIntervals } from '../../follower/persistence-set.ts'
import { searchProblem } from '../../general/problem.ts'
import { recognise } from '../../leader/recognise.ts'
import { costOf } from '../../search/search-problem.ts'
import { meanOf, quantile } from './estimates.ts'
import type { OutcomeAt } from './outcome-at.ts'

/** A route that the provider may announce, in doubles. */
export interface Decision {
  readonly start: number
  readonly variables: readonly number[]
}

/** A draw with what it makes of the game. */
export interface Drawn {
  readonly values: readonly number[]
  readonly outcome: OutcomeAt
}

/** What it would be worth to know the numbers before the route is announced. */
export interface Knowing {
  readonly all: EstimateEntry
  /** By uncertain number, in their order. */
  readonly inputs: readonly EstimateEntry[]
  readonly told: EstimateEntry
  readonly best: EstimateEntry & { readonly decision: Decision }
  readonly decisions: number
}

/** Parts of equal probability into which the values of one number are cut. */
const mostParts = 16
const leastInPart = 8

/**
 * The expected value of perfect information, about all numbers and about each alone, from draws at which the game was solved:
 * the cost of the decision that is best on average less the average cost where each decision may hang on what is known. For
 * one number the draws are cut by its value into parts of equal probability, and the decision is chosen part by
 * part (the one-step estimator of Strong and Oakley, Medical Decision Making 33, 2013). Every decision is chosen on the
 * other replicates and priced on one, so that chance is not taken for knowledge: estimates err towards nothing.
 *
 * @param replicates draws, by replicate
 * @param told the route that the document tells
 */
export function valueOfKnowing(replicates: readonly (readonly Drawn[])[], told: Decision): Knowing {
  const draws = replicates.flat()
  const decisions = decisionsOf(draws, told)
  const costs = draws.map(({ outcome }) => costsOf(outcome.game, decisions))
  const replicateOf = replicates.flatMap((own, index) => own.map(() => index))
  const everything = draws.map((_, index) => index)
  const price = (parts: readonly (readonly number[])[]): readonly number[] =>
    crossPriced(parts, costs, replicateOf, replicates.length)
  const blind = price([everything])
  const gains = (knowing: readonly number[]): EstimateEntry => {
    const { value, error } = meanOf(knowing.map((cost, k) => [(blind[k] ?? 0) - cost]))
    // What rounding leaves of nothing is nothing.
    return { value: value > 1e-12 * Math.abs(blind[0] ?? 0) ? value : 0, error }
  }
  const least = replicates.map((own) => own.reduce((sum, { outcome }) => sum + outcome.cost, 0) / own.length)
  const means = decisions.map((_, d) => everything.reduce((sum, i) => sum + (costs[i]?.[d] ?? 0), 0))
  const best = means.indexOf(Math.min(...means))
  const estimate = (d: number): EstimateEntry => {
    let next = 0
    return meanOf(replicates.map((own) => own.map(() => costs[next++]?.[d] ?? 0)))
  }
  const [first] = draws
  return {
    all: gains(least),
    inputs: (first?.values ?? []).map((_, j) => gains(price(partsBy(draws, j)))),
    told: estimate(0),
    best: { ...estimate(best), decision: decisions[best] ?? told },
    decisions: decisions.length,
  }
}

/** Draws by the value of one number, in parts of equal probability. */
function partsBy(draws: readonly Drawn[], j: number): readonly (readonly number[])[] {
  const order = draws
    .map((_, index) => index)
    .sort((a, b) => (draws[a]?.values[j] ?? 0) - (draws[b]?.values[j] ?? 0))
  const count = Math.max(1, Math.min(mostParts, Math.floor(order.length / (8 * leastInPart))))
  return Array.from({ length: count }, (_, part) =>
    order.slice(Math.floor((part * order.length) / count), Math.floor(((part + 1) * order.length) / count)),
  )
}

/** For each replicate the mean cost where in every part the decision is the one that is best on the other replicates. */
function crossPriced(
  parts: readonly (readonly number[])[],
  costs: readonly (readonly number[])[],
  replicateOf: readonly number[],
  count: number,
): readonly number[] {
  const width = costs[0]?.length ?? 0
  const totals = Array.from({ length: count }, () => ({ cost: 0, draws: 0 }))
  for (const part of parts) {
    const sums = Array.from({ length: count }, () => new Float64Array(width))
    const sizes = Array.from({ length: count }, () => 0)
    for (const index of part) {
      const k = replicateOf[index] ?? 0
      const [row, own] = [sums[k], costs[index]]
      if (row === undefined || own === undefined) continue
      for (let d = 0; d < width; d++) row[d] = (row[d] ?? 0) + (own[d] ?? 0)
      sizes[k] = (sizes[k] ?? 0) + 1
    }
    const whole = new Float64Array(width)
    for (const row of sums) for (let d = 0; d < width; d++) whole[d] = (whole[d] ?? 0) + (row[d] ?? 0)
    for (const [k, row] of sums.entries()) {
      let chosen = 0
      for (let d = 1; d < width; d++) {
        if ((whole[d] ?? 0) - (row[d] ?? 0) < (whole[chosen] ?? 0) - (row[chosen] ?? 0)) chosen = d
      }
      const total = totals[k]
      if (total === undefined) continue
      total.cost += row[chosen] ?? 0
      total.draws += sizes[k] ?? 0
    }
  }
  return totals.map(({ cost, draws }) => (draws === 0 ? 0 : cost / draws))
}

const mostDecisions = 48

/**
 * Routes that may be worth announcing by who is unsure: the one told, first; those without chance; and those that are optimal
 * at some draw, of one variable at evenly spread quantiles of its values.
 */
function decisionsOf(draws: readonly Drawn[], told: Decision): readonly Decision[] {
  const found = new Map<string, Decision>()
  const add = (decision: Decision): void => {
    const key = [decision.start, ...decision.variables.map((value) => value.toPrecision(9))].join(' ')
    if (found.size < mostDecisions && !found.has(key)) found.set(key, decision)
  }
  add(told)
  const [first] = draws
  if (first === undefined) return [told]
  const { chain } = first.outcome.game
  const ends = [chain.variables.map(({ low }) => low), chain.variables.map(({ high }) => high)]
  for (const start of chain.starts) for (const variables of ends) add({ start, variables })
  for (const start of chain.starts) {
    const optimal = draws
      .filter(({ outcome }) => outcome.start === start)
      .map(({ outcome }) => outcome.variables)
    if (chain.variables.length === 1) {
      const inner = Float64Array.from(
        optimal.flatMap(([value = 0]) => (value > 0 && value < 1 ? [value] : [])),
      ).sort()
      if (inner.length === 0) continue
      for (let level = 0; level <= 24; level++) add({ start, variables: [quantile(inner, level / 24)] })
    } else {
      const step = Math.max(1, Math.floor(optimal.length / 24))
      for (let index = 0; index < optimal.length; index += step) {
        const variables = optimal[index]
        if (variables !== undefined) add({ start, variables })
      }
    }
  }
  return [...found.values()]
}

/** What each decision costs at a draw, users answering as is best for them there. */
function costsOf(game: Game<number>, decisions: readonly Decision[]): readonly number[] {
  const shape = recognise(game)
  if (shape.kind === 'cascade') {
    const { pair, first } = shape.cascade
    return decisions.map(({ start, variables }) =>
      costOfPair(pair, start === first, variables[0] ?? shape.cascade.low, game),
    )
  }
  if (shape.kind === 'static') {
    return decisions.map(({ start }) => {
      const own = shape.attempts[start]
      if (own === undefined) throw new RangeError(`no state ${String(start)}`)
      return costOfPair({ arithmetic: float, first: own, second: own }, false, 0, game)
    })
  }
  const problem = searchProblem(game)
  return decisions.map((decision) => costOf(problem, decision))
}

function costOfPair(pair: Pair<number>, fromFirst: boolean, escalation: number, game: Game<number>): number {
  const set = persistenceIntervals(float, bestResponse(pair, fromFirst ? 'first' : 'second', escalation))
  const replies = set.flatMap(({ from, to }) => (from === to ? [from] : [from, to]))
  const costs = replies.map((r) => {
    const attempts = fromFirst ? attemptsFromFirst(pair, escalation, r) : attemptsFromSecond(pair, r)
    return costAt(pair, outcomeOf(pair, attempts, r), game.provider.penalty)
  })
  return game.provider.ties === 'strong' ? Math.min(...costs) : Math.max(...costs)
}
