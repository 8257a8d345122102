import {
  at,
  rational,
  type Assignment,
  type Expression,
  type GameInstance,
  type UncertainInputEntry,
  type UncertaintyEntry,
} from '@plumbline/game'
import { routeKey } from '../../document/route-entry.ts'
import { poseProblem } from '../../leader/pose-problem.ts'
import { pointSolver, type PointSolver } from '../../points/point-solver.ts'
import { dependenceOf, differing } from '../../population/dependence.ts'
import { valuesAt } from '../../population/values-at.ts'
import { analysis, answered, unanswered, type Subject } from '../analysis.ts'
import { assertsAt, namesIn } from './asserts-at.ts'
import { drawsOf, type Draws } from './draws.ts'
import { intervalOf, meanOf, quantile } from './estimates.ts'
import type { SolvedDraw } from './solved-draw.ts'
import { valueOfKnowing, type Knowing } from './knowing.ts'
import { announces, outcomeAt, type OutcomeAt } from './outcome-at.ts'
import { routesOf, verdictsOf } from './verdicts.ts'

/** Independent replicates of the draws, by which the error is told. */
const replicates = 8
const usual = 2048
/** Where every draw is a search. */
const few = 64

/** How sure the answer is, given how sure we are of the numbers that it rests on. */
export const uncertaintyAnalysis = analysis(
  'uncertainty',
  'How sure is the answer, given how sure we are of its numbers, and which of them would be worth measuring?',
  (subject) => {
    const { instance, assignment, options, document } = subject
    const { seed = 1 } = options
    const formula = poseProblem(subject.population.game).ok
    const size = Math.max(1, Math.round((options.draws ?? (formula ? usual : few)) / replicates))
    const draws = drawsOf(instance, assignment, { replicates, size, seed })
    if (!('randoms' in draws)) return unanswered('the spread of a number lies outside what it may be')
    if (draws.randoms.length === 0) return unanswered('no number of the file is uncertain')
    const searched = formula ? {} : { tolerance: 1e-3, nodes: 400 }
    const solver = pointSolver(instance, [...assignment.keys(), ...draws.randoms.map(({ name }) => name)], {
      ...options,
      ...searched,
    })
    const { drawn, rejected } = solvedAt(subject, solver, draws)
    const kept = drawn.flat()
    if (kept.length < size) return unanswered('its numbers are out of their ranges at almost all draws')
    const mean = (of: (outcome: OutcomeAt) => number): readonly (readonly number[])[] =>
      drawn.map((own) => own.map(({ outcome }) => of(outcome)))
    const { route } = subject.solved
    const { arithmetic: ar } = subject.population.game
    const knowing =
      route === null || !announces(instance)
        ? null
        : valueOfKnowing(drawn, {
            start: route.start,
            variables: route.variables.map((value) => ar.toNumber(value)),
          })
    return answered<UncertaintyEntry>({
      draws: kept.length,
      rejected,
      seed,
      inputs: inputsOf(draws, kept),
      routes: routesOf(drawn, outcomeAt(subject.solved).route),
      verdicts: verdictsOf(drawn, instance, document, outcomeAt(subject.solved)),
      intervals: {
        cost: intervalOf(mean(({ cost }) => cost)),
        gap: intervalOf(mean(({ gap }) => gap)),
        utility: intervalOf(mean(({ utility }) => utility)),
      },
      ...(knowing === null ? {} : { knowing: knowingEntry(draws, knowing, kept) }),
    })
  },
)

function solvedAt<N>(
  { instance, assignment, options }: Subject<N>,
  solver: PointSolver,
  { randoms, replicates: all }: Draws,
): { readonly drawn: readonly (readonly SolvedDraw[])[]; readonly rejected: number } {
  const judged = assertsAt(instance)
  const namesAt = namesOf(instance, assignment)
  const whole = all.reduce((sum, draws) => sum + draws.length, 0)
  let [rejected, done] = [0, 0]
  const drawn = all.map((draws) =>
    draws.flatMap((values): readonly SolvedDraw[] => {
      options.drawn?.(done++ / whole)
      const numbers = new Map(randoms.map(({ name }, j) => [name, values[j] ?? 0] as const))
      const valueOf = namesAt(numbers)
      const found = solver(assigned(assignment, numbers), (solved) => {
        return { outcome: outcomeAt(solved), asserts: judged(solved, valueOf) }
      })
      if (found.ok) return [{ values, ...found.value }]
      rejected++
      return []
    }),
  )
  return { drawn, rejected }
}

function assigned(assignment: Assignment, numbers: ReadonlyMap<string, number>): Assignment {
  const drawn = [...numbers].map(([name, value]): readonly [string, Expression] => {
    return [name, { op: 'number', value: rational(value).toFraction() }]
  })
  return new Map([...assignment, ...drawn])
}

/** The values of the names that asserts refer to, at a draw. */
function namesOf(
  instance: GameInstance,
  assignment: Assignment,
): (numbers: ReadonlyMap<string, number>) => (name: string) => number {
  const names = [...new Set(instance.asserts.flatMap(({ condition }) => namesIn(condition)))]
  const dependence = dependenceOf(instance, assignment, 'uncertainty')
  const moving = new Set(names.filter((name) => differing(dependence, [name]).length > 0))
  const needed = names.length === 0 ? [] : [...dependence.expressions.keys()]
  const fixed = at(instance, assignment, (game, termValue) => {
    const entries = needed.map((name) => {
      const outcome = termValue({ op: 'ref', name }, () => {
        throw new TypeError('a quantity that needs the solution')
      })
      return [name, outcome.ok ? game.arithmetic.toNumber(outcome.value) : Number.NaN] as const
    })
    return new Map(entries)
  })
  const known = (name: string): number => (fixed.ok ? (fixed.value.get(name) ?? 0) : 0)
  return (numbers) => {
    const at = moving.size === 0 ? null : valuesAt(dependence, known, numbers, [...moving])
    return (name) => (at !== null && moving.has(name) ? at({ op: 'ref', name }) : known(name))
  }
}

function inputsOf({ randoms, points }: Draws, kept: readonly SolvedDraw[]): readonly UncertainInputEntry[] {
  return randoms.map(({ name }, j) => {
    const values = kept.map((draw) => draw.values[j] ?? 0)
    const sorted = Float64Array.from(values).sort()
    return {
      name,
      point: points[j] ?? 0,
      mean: meanOf([values]).value,
      low: quantile(sorted, 0.05),
      high: quantile(sorted, 0.95),
    }
  })
}

function knowingEntry(
  { randoms }: Draws,
  { all, inputs, told, best: { decision, ...best }, decisions }: Knowing,
  [first]: readonly SolvedDraw[],
): NonNullable<UncertaintyEntry['knowing']> {
  if (first === undefined) throw new TypeError('a value of knowing without draws')
  return {
    all,
    inputs: randoms
      .map(({ name }, j) => ({ name, ...(inputs[j] ?? { value: 0, error: 0 }) }))
      .toSorted((one, other) => other.value - one.value),
    told,
    best: { ...best, route: routeKey(first.outcome.game, decision) },
    routes: decisions,
  }
}
