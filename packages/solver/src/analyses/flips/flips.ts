import { rational, type InputFlips } from '@plumbline/game'
import { routeKey } from '../../document/route-entry.ts'
import { solvedGame } from '../../document/solved-game.ts'
import { atPopulation } from '../../population/population-game.ts'
import { searchLimits } from '../../search/limits.ts'
import { analysis, answered, type Subject } from '../analysis.ts'
import { movables, type Movable } from '../inputs/movable.ts'
import { fieldEnds, presentValues, type Ends, type Present } from '../inputs/value-of.ts'
import { follow } from './follow.ts'
import { scan, type ScannedVerdict } from './scan.ts'
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

/** For every number of the game: the values at which the route, the users' answer, the gap or a throttling verdict changes. */
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
    const { now = () => 0, time = Infinity } = subject.options
    const began = now()
    const users = subject.population.game.users.length
    let left = users > mostUsers ? 0 : Math.floor(mostSolved / Math.ceil(users / usersAtOnce))
    const skipped: string[] = []
    const inputs = all.flatMap((movable): readonly InputFlips[] => {
      const known = values.get(movable.name)
      if (known === undefined) return []
      const found = flipsOf(subject, movable, known.present, known.bounds, left)
      if (found === null) {
        skipped.push(movable.name)
        return []
      }
      left = now() - began > shareOfTime * time ? 0 : left - (found.solved ?? 0)
      const { name, what, dimension } = movable
      return [{ name, what, value: known.present.near, dimension, ...found }]
    })
    return answered({ ...document.flips, inputs, ...(skipped.length === 0 ? {} : { skipped }) })
  },
)

type Found = Omit<InputFlips, 'name' | 'what' | 'value' | 'dimension'>

function flipsOf<N>(
  subject: Subject<N>,
  movable: Movable,
  { exact, near }: Present,
  bounds: Ends,
  left: number,
): Found | null {
  const followed = exact === null ? null : follow(subject, movable, exact)
  if (followed !== null) return { ...followed, method: 'exact' }
  if (left <= 0) return null
  const field = fieldEnds(movable.range)
  const ends = { low: bounds.low ?? field.low, high: bounds.high ?? field.high }
  const users = subject.instance.users.map(({ name }) => name)
  return { ...scan(near, ends, users, (value) => lookAt(subject, movable.name, value)), method: 'scan' }
}

/** The game solved with another value of a number; null where it has no solution there. */
function lookAt<N>(
  { instance, assignment, options }: Subject<N>,
  name: string,
  value: number,
): ScannedVerdict | null {
  const moved = new Map(assignment).set(name, { op: 'number', value: rational(value).toFraction() })
  const isLogit = instance.users.some(({ rationality }) => rationality !== null)
  const limits = searchLimits({ ...options, nodes: isLogit ? nodesEachLogit : nodesEach })
  const evaluation = atPopulation(instance, moved, options, (population): ScannedVerdict | null => {
    const result = solvedGame(population, instance, limits)
    if (!result.ok) return null
    const { solved } = result
    return {
      ...solvedVerdict(solved),
      key: solved.route === null ? null : routeKey(solved.game, solved.route),
    }
  })
  return evaluation.ok ? evaluation.value : null
}
