import { compare, type Arithmetic } from '@plumbline/game'
import { notBegun } from '../../process/not-begun.ts'
import { payoffs, type Payoffs } from '../../process/payoffs.ts'
import type { Process, Start } from '../../process/process.ts'
import { byModel } from './by-model.ts'
import { EndlessTask } from './endless-task.ts'
import type { Favourite, Favourites, FullReply } from './favourites.ts'
import { logitReply } from './logit.ts'
import { stationary } from './stationary.ts'
import { stoppingTimes } from './stopping-times.ts'

/** A user's best replies to one route. */
export interface BestReplies<N> {
  /** The most that she can have. */
  readonly utility: N
  /** Of the best replies the one that the tie rule gives. */
  readonly chosen: FullReply<N>
  /** What it comes to. */
  readonly payoffs: Payoffs<N>
  /** All best persistences as points and closed intervals, ascending; null where one number does not say it. */
  readonly persistenceSet: readonly { readonly from: N; readonly to: N }[] | null
  /** False where a persistence is a rational number within `2^-200` of the best one. */
  readonly exact: boolean
}

/**
 * A user's best replies to a route, whatever she sees, whether to begin included: the greatest utility, and of the replies
 * that attain it the one that costs the provider least (`strong`) or most (`weak`).
 *
 * @param transitions `K` of the route
 * @param start where the task begins
 * @throws Undecided where inputs known only within an enclosure do not tell which is better; EndlessTask where the longer
 * she stays the better, for ever
 */
export function bestReplies<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  ties: 'strong' | 'weak',
): BestReplies<N> {
  const { arithmetic: ar, user } = process
  const found = favourites(process, transitions, start, ties)
  const [first] = found.best
  if (first === undefined || isEndless(process, transitions, start, first.utility)) {
    throw new EndlessTask('a user who would never leave a task that never ends')
  }
  if (user.outside === null) return chosenOf(ar, found, ties)
  const order = compare(ar, first.utility, user.outside)
  if (order > 0) return chosenOf(ar, found, ties)
  const absent: Favourite<N> = {
    reply: { kind: 'outside' },
    payoffs: notBegun(process),
    utility: user.outside,
  }
  const alone = { best: [absent], persistenceSet: null, exact: true }
  return chosenOf(ar, order < 0 ? alone : { ...found, best: [...found.best, absent] }, ties)
}

/**
 * Whether never to leave is better than all replies that end, and does not end: some kind of task is never solved, and going on
 * with it costs her nothing.
 */
function isEndless<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  best: N,
): boolean {
  const { arithmetic: ar, kinds } = process
  const hopeless = kinds.some(({ stages }) =>
    (stages.at(-1) ?? []).some(({ success }) => ar.sign(success) === 0),
  )
  if (!hopeless) return false
  const forever = payoffs(process, transitions, start, { kind: 'leaves-after', failures: null })
  return !forever.finite && forever.utility !== null && compare(ar, forever.utility, best) > 0
}

function favourites<N>(
  process: Process<N>,
  transitions: readonly (readonly N[])[],
  start: Start<N>,
  ties: 'strong' | 'weak',
): Favourites<N> {
  const { rationality } = process.user
  if (rationality !== null) return logitReply(process, transitions, start, rationality)
  switch (process.user.sees) {
    case 'nothing':
      return stationary(process, transitions, start, ties)
    case 'model':
      return byModel(process, transitions, start)
    case 'attempts':
      return stoppingTimes(process, transitions, start)
  }
}

/** Among equals the one that suits the provider, or suits it least; then the first. */
function chosenOf<N>(
  ar: Arithmetic<N>,
  { best, persistenceSet, exact }: Favourites<N>,
  ties: 'strong' | 'weak',
): BestReplies<N> {
  const dearer = (one: Favourite<N>, other: Favourite<N>): number => {
    const [a, b] = [one.payoffs.cost, other.payoffs.cost]
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    return compare(ar, a, b)
  }
  const chosen = best.reduce((one, other) => {
    const order = dearer(other, one)
    return (ties === 'strong' ? order < 0 : order > 0) ? other : one
  })
  return {
    utility: chosen.utility,
    chosen: chosen.reply,
    payoffs: chosen.payoffs,
    persistenceSet: chosen.reply.kind === 'outside' ? null : persistenceSet,
    exact,
  }
}
