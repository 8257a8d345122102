/** How a game is drawn at random. */
export interface UncertaintyOptions {
  /** Draws of the uncertain numbers; unless told 2048, and 64 in games that have no formula. */
  readonly draws?: number
  /** Another seed gives other draws, the same seed always the same; 1 unless told. */
  readonly seed?: number
  /** Told now and then which share of the draws has been solved. */
  readonly drawn?: (share: number) => void
}
