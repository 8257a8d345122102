import { rational, type InputFlips } from '@plumbline/game'
import { routeKey } from '../../document/route-entry.ts'
import { solvedGame } from '../../document/solved-game.ts'
import type { SolvedGame } from '../../document/solved.ts'
import { optimum } from '../../general/optimum.ts'
import { pose } from '../../general/posed.ts'
import { atPopulation, type PopulationGame } from '../../population/population-game.ts'
import type { SearchLimits } from '../../search/branch-and-bound.ts'
import { searchLimits } from '../../search/limits.ts'
import { analysis, answered, type Subject } from '../analysis.ts'
import { movables, type Movable } from '../inputs/movable.ts'
import { fieldEnds, presentValues, type Ends } from '../inputs/value-of.ts'
import { certifiedRange } from './certify.ts'
import { follow } from './follow.ts'
import { sharpen, survey, type ScannedVerdict } from './scan.ts'
import { solvedVerdict } from './solved-verdict.ts'

/** Boxes that a search may look at for one of many values: enough for a route, not for a proof. */
const nodesEach = 400
/** Against replies of bounded rationality, where boxes serve the proof alone. */
const nodesEachLogit = 1
/** Values at which a game without closed form is solved, over all its numbers; fewer with many users. */
const mostSolved = 600
const usersAtOnce = 8
/** Types of user from which one look takes too long. */
const mostUsers = 40
/** Share of the time for a solution that may go into values of numbers. */
const shareOfTime = 0.3
/** Values at which it is shown that a first model is best, and when that ends: as a share of the time for a solution. */
const mostShown = 200
const endOfShowing = 0.45

/**
 * For every number of the game: the values at which the route, the users' answer, the gap or a throttling verdict changes.
 * Where a game has no closed form, all numbers are first looked at coarsely, then changes are closed in on, from the first number
 * to the last, while looks and time are left.
 */
export const flipsAnalysis = analysis(
  'flips',
  'Which numbers would have to change, and by how much, to change the answer?',
  (subject) => {
    const { instance, document } = subject
    const all = movables(instance)
    const values = presentValues(
      subject,
      all.map(({ name }) => name),
    )
    const budget = budgetOf(subject, mostSolved, shareOfTime)
    const showing = budgetOf(subject, mostShown, endOfShowing)
    const surveyed = all.flatMap((movable): readonly Surveyed[] => {
      const known = values.get(movable.name)
      if (known === undefined) return []
      const { name, what, dimension } = movable
      const about = { name, what, value: known.present.near, dimension }
      const { exact, near } = known.present
      const followed = exact === null ? null : follow(subject, movable, exact)
      if (followed !== null) return [{ name, finish: () => ({ ...about, ...followed, method: 'exact' }) }]
      if (!budget.goesOn()) return [{ name, finish: null }]
      return [{ name, finish: scanned(subject, about, near, endsOf(movable, known.bounds), budget, showing) }]
    })
    const skipped = surveyed.flatMap(({ name, finish }) => (finish === null ? [name] : []))
    const inputs = surveyed.flatMap(({ finish }) => (finish === null ? [] : [finish()]))
    return answered({ ...document.flips, inputs, ...(skipped.length === 0 ? {} : { skipped }) })
  },
)

/** A number that was looked at, and how to come to its flips; null where nothing was left for it. */
interface Surveyed {
  readonly name: string
  readonly finish: (() => InputFlips) | null
}

/** How many looks there may be in all. */
interface Budget {
  readonly goesOn: () => boolean
  readonly spend: () => void
}

function budgetOf<N>({ population, options }: Subject<N>, most: number, share: number): Budget {
  const { now = () => 0, time = Infinity } = options
  const began = now()
  const users = population.game.users.length
  let left = users > mostUsers ? 0 : Math.floor(most / Math.ceil(users / usersAtOnce))
  return {
    goesOn: () => left > 0 && now() - began <= share * time,
    spend: () => {
      left--
    },
  }
}

function scanned<N>(
  subject: Subject<N>,
  about: Pick<InputFlips, 'name' | 'what' | 'value' | 'dimension'>,
  near: number,
  ends: { readonly low: number | null; readonly high: number | null },
  { goesOn, spend }: Budget,
  showing: Budget,
): () => InputFlips {
  let solved = 0
  const look = (value: number): ScannedVerdict | null => {
    solved++
    spend()
    return lookAt(subject, about.name, value)
  }
  const seen = survey(near, ends, look)
  const range = { from: seen[0]?.at ?? near, to: seen.at(-1)?.at ?? near }
  const users = subject.instance.users.map(({ name }) => name)
  return () => {
    const flips = sharpen(seen, users, look, goesOn)
    const certain = (value: number): string | null => {
      if (!showing.goesOn()) return null
      showing.spend()
      return certainStart(subject, about.name, value)
    }
    const certified = flips.map((flip, index) => {
      const [before, after] = [flips[index - 1], flips[index + 1]]
      const limits = { low: before?.bracket[1] ?? -Infinity, high: after?.bracket[0] ?? Infinity }
      return { ...flip, certified: certifiedRange(flip, certain, limits) }
    })
    return { ...about, range, solved, flips: certified, method: 'scan' }
  }
}

function endsOf({ range }: Movable, bounds: Ends): { low: number | null; high: number | null } {
  const field = fieldEnds(range)
  return { low: bounds.low ?? field.low, high: bounds.high ?? field.high }
}

/** The game solved with another value of a number; null where it has no solution there. */
function lookAt<N>(subject: Subject<N>, name: string, value: number): ScannedVerdict | null {
  return solvedWith(subject, name, value, ({ solved }) => ({
    ...solvedVerdict(solved),
    key: solved.route === null ? null : routeKey(solved.game, solved.route),
  }))
}

/** What doubles may make of a bound, relative to it. */
const rounding = 1e-12

/** The first model that is certainly best with another value of a number: routes from others cost more, by bounds that do not overlap. */
function certainStart<N>(subject: Subject<N>, name: string, value: number): string | null {
  return solvedWith(subject, name, value, ({ solved, limits, population: { game } }) => {
    const { route, concept, bounds } = solved
    if (route === null || concept === 'nash' || game.provider.throttle !== null) return null
    const { chain, arithmetic: ar } = game
    const start = chain.states[route.start]?.name ?? null
    if (bounds.method === 'closed-form') return start
    const others = chain.starts.filter((each) => each !== route.start)
    if (others.length === 0) return start
    const without = { ...game, chain: { ...chain, starts: others } }
    const { lower } = optimum(pose(without), 'provider', limits)
    const cost = ar.toNumber(bounds.upper)
    return lower > cost + rounding * Math.abs(cost) ? start : null
  })
}

/** What is made of the game solved with another value of a number; null where it has no solution there. */
function solvedWith<N, T>(
  { instance, assignment, options }: Subject<N>,
  name: string,
  value: number,
  read: <M>(at: {
    readonly solved: SolvedGame<M>
    readonly population: PopulationGame<M>
    readonly limits: SearchLimits
  }) => T | null,
): T | null {
  const moved = new Map(assignment).set(name, { op: 'number', value: rational(value).toFraction() })
  const isLogit = instance.users.some(({ rationality }) => rationality !== null)
  const limits = searchLimits({ ...options, nodes: isLogit ? nodesEachLogit : nodesEach })
  const evaluation = atPopulation<T | null>(instance, moved, options, (population) => {
    const result = solvedGame(population, instance, limits)
    return result.ok ? read({ solved: result.solved, population, limits }) : null
  })
  return evaluation.ok ? evaluation.value : null
}
