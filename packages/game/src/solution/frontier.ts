import { flag, list, number, record, type Shape, text, words } from '../loading/shape.ts'
import type { RouteKey } from './document.ts'
import { routeKey } from './parts.ts'

/** The routes of the menu that no other route beats for both sides at once, from the cheapest for the provider on. */
export interface FrontierEntry {
  /**
   * `exact`: these are all. `enclosure`: every route lies within the lines of `bounds`; between neighbours there may be more.
   */
  readonly method: 'exact' | 'enclosure'
  /** Ascending in the cost, and so in the utility. */
  readonly pieces: readonly FrontierPiece[]
  /** The announced route, the one that users prefer, and baselines. */
  readonly placed: readonly PlacedEntry[]
  /** Of an enclosure: no route has `cost - rate · utility` below `least`. */
  readonly bounds?: readonly FrontierBound[]
}

/**
 * `point`: one route. `segment`: all routes between two, whose costs and utilities lie on the line between. `curve`: the same
 * where the user leaves with a probability that changes along; `through` are some of its routes.
 */
export interface FrontierPiece {
  readonly kind: 'point' | 'segment' | 'curve'
  readonly from: FrontierPoint
  readonly to: FrontierPoint
  readonly through?: readonly FrontierPoint[]
}

export interface FrontierPoint {
  /** `J`, and the users' utility, weighted. */
  readonly cost: number
  readonly utility: number
  readonly route: RouteKey
}

export interface PlacedEntry {
  /** `announced`, `preferred`, or the name of a baseline. */
  readonly name: string
  readonly cost: number
  readonly utility: number
  /** Whether no route is better for one side and as good for the other. */
  readonly efficient: boolean
  /** What users could gain at no cost to the provider; 0 on the frontier. */
  readonly wasted: number
}

export interface FrontierBound {
  readonly rate: number
  readonly least: number
}

const point = record<FrontierPoint>({ cost: number, utility: number, route: routeKey })
const piece = record<FrontierPiece>(
  { kind: words('point', 'segment', 'curve'), from: point, to: point, through: list(point) },
  ['through'],
)
const placed = record<PlacedEntry>({
  name: text,
  cost: number,
  utility: number,
  efficient: flag,
  wasted: number,
})

export const frontierShape: Shape<FrontierEntry> = record<FrontierEntry>(
  {
    method: words('exact', 'enclosure'),
    pieces: list(piece, 1),
    placed: list(placed),
    bounds: list(record<FrontierBound>({ rate: number, least: number })),
  },
  ['bounds'],
)
