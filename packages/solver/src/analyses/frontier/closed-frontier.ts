import { compare, type Game } from '@plumbline/game'
import { outcomeFromFirst, costAt } from '../../base/outcome.ts'
import { replyCells, type Reply } from '../../follower/reply-cells.ts'
import type { Route } from '../../leader/equilibrium.ts'
import type { Cascade } from '../../leader/cascade-offers.ts'
import { availableAt, choose } from '../../leader/choose.ts'
import { isProvenOuter } from '../../leader/interior/interior-choice.ts'
import { poseProblem } from '../../leader/pose-problem.ts'
import { recognise } from '../../leader/recognise.ts'
import { singleModelOffer } from '../../leader/single-model-offer.ts'
import { efficient, isPoint, type Stretch } from './efficient.ts'

/** A route with what it comes to. */
export interface Placed<N> {
  readonly cost: N
  readonly utility: N
  readonly route: Route<N>
}

/**
 * The efficient routes of a menu without steps, or of a cascade of two, in front of one user: points, and segments of
 * escalations. While the user stays, `p1 n1 + p2 n2 = 1`, so that cost and utility, both linear in the expected attempts, run
 * along a line as the escalation moves.
 *
 * @returns null for other shapes, and where replies strictly between staying and leaving may be efficient: they run along a
 *   curve
 */
export function closedFrontier<N>(game: Game<N>): readonly Stretch<N, Placed<N>>[] | null {
  const { arithmetic: ar, chain, provider } = game
  const shape = recognise(game)
  if (shape.kind === 'unknown' || chain.chooser === 'user') return null
  const idle = chain.variables.map(({ low }) => low)
  const alone = (start: number): readonly Stretch<N, Placed<N>>[] => {
    const attempt = shape.attempts[start]
    if (attempt === undefined) throw new TypeError('a start that is no state')
    const offer = singleModelOffer(ar, attempt, start, start + 1)
    if (offer.kind === 'open') return []
    const options = offer.options.map(({ line, utility }): Placed<N> => {
      return {
        cost: costAt({ arithmetic: ar }, line, provider.penalty),
        utility,
        route: { start, variables: idle },
      }
    })
    return points(game, options)
  }
  if (shape.kind === 'static') return efficientOf(game, chain.starts.flatMap(alone), null)
  const { cascade } = shape
  const second = cascade.startsSecond ? alone(cascade.second) : []
  if (!cascade.startsFirst) return efficientOf(game, second, cascade)
  const first = fromFirst(game, cascade)
  return first === null ? null : efficientOf(game, [...second, ...first], cascade)
}

/** Of replies that are equally good for the user the one that the rule for ties gives. */
function points<N>(
  { arithmetic: ar, provider }: Game<N>,
  options: readonly Placed<N>[],
): readonly Stretch<N, Placed<N>>[] {
  const [first, ...rest] = options
  if (first === undefined) return []
  const sign = provider.ties === 'strong' ? 1 : -1
  const taken = rest.reduce(
    (one, other) => (sign * compare(ar, other.cost, one.cost) < 0 ? other : one),
    first,
  )
  return [{ from: taken, to: taken }]
}

function fromFirst<N>(game: Game<N>, cascade: Cascade<N>): readonly Stretch<N, Placed<N>>[] | null {
  const { arithmetic: ar, provider } = game
  const { pair, first, low, high } = cascade
  const certain = ar.sign(pair.first.failure) === 0
  const at = (escalation: N, reply: Reply): Placed<N> => {
    const persistence = ar.from(reply === 'stay' || certain ? 1 : 0)
    const outcome = outcomeFromFirst(pair, escalation, persistence)
    return {
      cost: costAt(pair, outcome, provider.penalty),
      utility: outcome.utility,
      route: { start: first, variables: [escalation] },
    }
  }
  const cells = replyCells(pair, low, high)
  if (cells.some(({ replies }) => replies.includes('between')) && !isCurveBeaten(game)) return null
  return cells.flatMap((cell): readonly Stretch<N, Placed<N>>[] => {
    if (cell.replies.includes('between')) return []
    if (cell.kind === 'point')
      return points(
        game,
        cell.replies.map((reply) => at(cell.place.at, reply)),
      )
    const both = cell.replies.length > 1
    // Where she is indifferent all along, either reply is the same everywhere to her: the rule for ties decides by cost.
    const stays = cell.replies.includes('stay')
    if (both) {
      const ends = [cell.from.at, cell.to.at].map((each) =>
        points(
          game,
          cell.replies.map((reply) => at(each, reply)),
        ),
      )
      return ends.flat()
    }
    if (!stays) return points(game, [at(cell.from.at, 'leave')])
    return [{ from: at(cell.from.at, 'stay'), to: at(cell.to.at, 'stay') }]
  })
}

function efficientOf<N>(
  game: Game<N>,
  stretches: readonly Stretch<N, Placed<N>>[],
  cascade: Cascade<N> | null,
): readonly Stretch<N, Placed<N>>[] {
  const { arithmetic: ar } = game
  return efficient(ar, stretches, (stretch, cost) => {
    if (cascade === null || isPoint(stretch)) return stretch.from
    const { from, to } = stretch
    const share = ar.div(ar.sub(cost, from.cost), ar.sub(to.cost, from.cost))
    const utility = ar.add(from.utility, ar.mul(share, ar.sub(to.utility, from.utility)))
    return {
      cost,
      utility,
      route: { start: cascade.first, variables: [escalationAt(cascade, stretch, share)] },
    }
  })
}

/** The escalation at a share of the line: attempts are linear along it, and `s = p2 n2/(a1 n1)`. */
function escalationAt<N>({ pair }: Cascade<N>, { from, to }: Stretch<N, Placed<N>>, share: N): N {
  const { arithmetic: ar, first, second } = pair
  const one = ar.from(1)
  const [low, high] = [from, to].map(
    ({ route }) => outcomeFromFirst(pair, route.variables[0] ?? one, one).attempts.second,
  )
  if (low === undefined || high === undefined) throw new TypeError('a stretch without ends')
  const n2 = ar.add(low, ar.mul(share, ar.sub(high, low)))
  const solved = ar.mul(second.success, n2)
  const n1 = ar.div(ar.sub(one, solved), first.success)
  return ar.div(solved, ar.mul(first.failure, n1))
}

/**
 * Whether every reply strictly between staying and leaving is beaten by a cascade at which the user stays: where one of these
 * costs the provider least of all, it is worth more to her as well, for her utility falls as the escalation rises.
 */
function isCurveBeaten<N>(game: Game<N>): boolean {
  const { arithmetic: ar, provider } = game
  const posed = poseProblem(game)
  if (!posed.ok || !isProvenOuter(posed.problem, provider.penalty)) return false
  const { problem } = posed
  const { chosen } = choose(
    ar,
    availableAt(ar, problem.offers('strong'), provider.penalty, 'strong'),
    problem.starts,
  )
  return chosen.option.start === problem.cascade?.first && chosen.option.reply === 'stay'
}
