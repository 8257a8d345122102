import type { Arithmetic, Game } from '@plumbline/game'
import { transitionsOf, type Route } from '../play/transitions.ts'
import type { Side } from '../play/side.ts'
import { bestReplies } from '../replies/best-replies.ts'
import type { BestReplies } from '../replies/favourites.ts'
import type { Shape } from './shape.ts'
import { thresholdsOf } from './thresholds.ts'

/** All announcements from one start, cut where the user's replies change. */
export interface Offers<N> {
  readonly start: number
  /** Single announcements, ascending in the escalation. */
  readonly points: readonly Announced<N>[]
  /** `between[i]`: what she replies to every escalation strictly between the points `i` and `i + 1`. */
  readonly between: readonly ('stays' | 'leaves' | 'between' | 'anything')[]
}

/** One announcement with all best replies to it. */
export interface Announced<N> {
  readonly route: Route<N>
  /** The escalation; null where there is none. */
  readonly escalation: N | null
  readonly replies: BestReplies<N>
}

/** What the provider of a menu with a formula can announce to one user. */
export function offersOf<N>(game: Game<N>, side: Side<N>, shape: Shape<N>): readonly Offers<N>[] {
  const { arithmetic: ar, chain } = game
  const announced = (start: number, variables: readonly N[], escalation: N | null): Announced<N> => {
    const replies = bestReplies(side, transitionsOf(game, variables), start)
    return { route: { start, variables }, escalation, replies }
  }
  const least = chain.variables.map(({ low }) => low)
  return chain.starts.map((start): Offers<N> => {
    if (shape.kind === 'static' || start !== shape.first) {
      return { start, points: [announced(start, least, null)], between: [] }
    }
    const places = placesOf(side, shape)
    const at = (s: N): Announced<N> =>
      announced(
        start,
        chain.variables.map(() => s),
        s,
      )
    const middles = places.slice(1).map((place, i) => between(ar, places[i] ?? place, place))
    return { start, points: places.map(at), between: middles.map((s) => manner(side, at(s).replies)) }
  })
}

/** A number between two: a double where there is one, which is rational even between irrational ones. */
function between<N>(ar: Arithmetic<N>, low: N, high: N): N {
  const middle = ar.div(ar.add(low, high), ar.from(2))
  const double = ar.from(ar.toNumber(middle))
  return ar.sign(ar.sub(double, low)) > 0 && ar.sign(ar.sub(high, double)) > 0 ? double : middle
}

function placesOf<N>(side: Side<N>, shape: Extract<Shape<N>, { readonly kind: 'pair' }>): readonly N[] {
  const { arithmetic: ar, kinds } = side
  const { low, high } = shape
  const steps = kinds[0]?.stages[0] ?? []
  const [first, second] = [steps[shape.first], steps[shape.second]]
  if (first === undefined || second === undefined) throw new TypeError('a state without its attempt')
  const { rising, falling } = thresholdsOf(ar, first, second)
  const within = [...rising, ...falling].filter(
    (s) => ar.sign(ar.sub(s, low)) > 0 && ar.sign(ar.sub(high, s)) > 0,
  )
  return ar.sign(ar.sub(high, low)) > 0 ? [low, ...within, high] : [low]
}

function manner<N>({ arithmetic: ar }: Side<N>, { set }: BestReplies<N>): Offers<N>['between'][number] {
  const [only, ...others] = set ?? []
  if (only === undefined || others.length > 0) throw new TypeError('a threshold that was overlooked')
  if (ar.sign(ar.sub(only.to, only.from)) > 0) return 'anything'
  if (ar.sign(only.from) === 0) return 'leaves'
  return ar.sign(ar.sub(ar.from(1), only.from)) === 0 ? 'stays' : 'between'
}
