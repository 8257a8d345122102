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
 * Plays a task out: a system of linear equations in the values of the states, `x = b + r A K x`, one for the user
 * and one for the provider, solved by elimination.
 *
 * @param r probability that the user re-prompts after a failure
 */
export function play(game: Table, { start, s, t }: Announced, r: number): Payoff {
  const n = game.p.length
  const rows = Array.from({ length: n }, (_, i) => {
    const fail = 1 - at(game.p, i)
    const moves = Array.from({ length: n }, (_, j) => moveOf(game, s, i, j))
    const own = game.V * at(game.p, i) - game.kappa * at(t, i) - at(game.f, i)
    const cost = at(game.c, i) - at(game.f, i) + fail * (1 - r) * game.P
    return [...moves.map((move, j) => (i === j ? 1 : 0) - r * fail * move), own, cost]
  })
  eliminate(rows)
  const row = rows[start] ?? []
  return { U: at(row, n), J: at(row, n + 1) }
}

function moveOf(game: Table, s: number, from: number, to: number): number {
  if (game.menu !== 'cascade' || from > 0) return from === to ? 1 : 0
  return to === 0 ? 1 - s : to === 1 ? s : 0
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? 0
}

/** Gauss and Jordan, in place. */
function eliminate(rows: number[][]): void {
  rows.forEach((pivotal, k) => {
    const pivot = pivotal[k] ?? 1
    for (let j = k; j < pivotal.length; j += 1) pivotal[j] = (pivotal[j] ?? 0) / pivot
    rows.forEach((row, i) => {
      const factor = row[k] ?? 0
      if (i === k || factor === 0) return
      for (let j = k; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (pivotal[j] ?? 0)
    })
  })
}
