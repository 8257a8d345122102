/** A game of one user as the oracle knows it: a table of numbers. `c` as paid, `f` the price, `kappa` the patience. */
export interface Table {
  readonly p: readonly number[]
  readonly c: readonly number[]
  readonly t: readonly number[]
  readonly f: readonly number[]
  readonly V: number
  readonly kappa: number
  readonly P: number
  /** `cascade`: of two; `static`: the provider picks one; `choice`: the user does. */
  readonly menu: 'cascade' | 'static' | 'choice'
  readonly low: number
  readonly high: number
  readonly starts: readonly number[]
}

/** An announcement, and the latencies that go with it. */
export interface Announced {
  readonly start: number
  readonly s: number
  readonly t: readonly number[]
}

/** What one play comes to: utility of the user, cost of the provider. */
export interface Payoff {
  readonly U: number
  readonly J: number
}

/**
 * Plays a task out, one equation a state: after a failure the user leaves, tries the same model again, or, in a
 * cascade, comes to the second model for good. `x = b + r a ((1-s) x + s x')` for what each side expects.
 *
 * @param r probability that the user re-prompts after a failure
 */
export function play(game: Table, { start, s, t }: Announced, r: number): Payoff {
  const p = game.p[start] ?? 1
  const f = game.f[start] ?? 0
  const U = game.V * p - game.kappa * (t[start] ?? 0) - f
  const J = (game.c[start] ?? 0) - f + (1 - p) * (1 - r) * game.P
  if (game.menu !== 'cascade' || start > 0 || s === 0) {
    const ends = 1 - r * (1 - p)
    return { U: U / ends, J: J / ends }
  }
  const then = play(game, { start: 1, s, t }, r)
  const ends = 1 - r * (1 - p) * (1 - s)
  const moves = r * (1 - p) * s
  return { U: (U + moves * then.U) / ends, J: (J + moves * then.J) / ends }
}
