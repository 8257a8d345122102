import type { Game, GameInstance } from '@plumbline/game'
import type { Pool } from './document/routes.ts'
import type { Formula } from './leader/formula.ts'
import type { Side } from './play/side.ts'
import type { Route } from './play/transitions.ts'
import type { BestReplies, Played } from './replies/favourites.ts'

/** What a document says of a game, read as far as everything else follows from it. */
export interface Case<N> {
  readonly instance: GameInstance
  readonly game: Game<N>
  readonly document: unknown
  /** Exact numbers that the certificate gives for the document's doubles. */
  readonly pool: Pool<N>
  /** The users' sides of the game as declared. */
  readonly sides: readonly Side<N>[]
  /** Null where each user has a route of her own. */
  readonly route: Route<N> | null
  /** What each user does. */
  readonly answers: readonly Answer<N>[]
  /** What the menu's formula says; null where it has none. */
  readonly formula: Formula<N> | null
}

/** One user's answer to the route, worked out here. */
export interface Answer<N> {
  /** The announced route, or the user's own. */
  readonly route: Route<N>
  readonly replies: BestReplies<N>
  /** Of the best replies the one that the rule for ties gives. */
  readonly played: Played<N>
  readonly best: OwnBest<N>
}

/** What a user would have announced. */
export interface OwnBest<N> {
  readonly route: Route<N>
  readonly utility: N
  /** What it costs the provider. */
  readonly cost: N
  /** False where a reply to it is only near the best one. */
  readonly exact: boolean
  /** Whether it is shown that no route is better for her. */
  readonly proved: boolean
}
