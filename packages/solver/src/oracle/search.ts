import { replies } from './replies.ts'
import type { Announced, Table } from './table.ts'

/** The best that a search found for the provider. */
export interface Found {
  readonly cost: number
  readonly announced: Announced
}

/** Escalations to try: a grid within the limits, and those given that lie within. */
export function escalations(game: Table, n: number, also: readonly number[] = []): readonly number[] {
  if (game.menu !== 'cascade') return [0]
  const even = Array.from({ length: n }, (_, k) => game.low + ((game.high - game.low) * k) / (n - 1))
  return [...even, ...also.filter((s) => s >= game.low && s <= game.high)]
}

/**
 * The provider's least cost over announcements, the user's ties in its favour. Where the user picks the model she
 * takes the best start for her, and of equals the cheapest for the provider.
 */
export function searchProvider(
  game: Table,
  latencies: readonly (readonly number[])[],
  tried: readonly number[],
): Found {
  let best: Found = { cost: Infinity, announced: { start: 0, s: 0, t: game.t } }
  for (const t of latencies) {
    const options = game.starts.flatMap((start) => {
      const chosen = start === 0 ? tried : tried.slice(0, 1)
      return chosen.map((s) => {
        const announced = { start, s, t }
        return { announced, ...replies(game, announced) }
      })
    })
    const most = Math.max(...options.map(({ utility }) => utility))
    const size = Math.max(Math.abs(most), game.V * Math.max(...game.p))
    for (const { announced, least, utility } of options) {
      if (game.menu === 'choice' && utility < most - 1e-12 * size) continue
      if (least < best.cost) best = { cost: least, announced }
    }
  }
  return best
}

/** The same where the user's ties break against the provider: at each announcement, and choice of hers, the worst. */
export function searchAgainst(
  game: Table,
  latencies: readonly (readonly number[])[],
  tried: readonly number[],
): number {
  const costs = latencies.flatMap((t) => {
    const options = game.starts.flatMap((start) =>
      (start === 0 ? tried : tried.slice(0, 1)).map((s) => replies(game, { start, s, t })),
    )
    if (game.menu !== 'choice') return options.map(({ most }) => most)
    const top = Math.max(...options.map(({ utility }) => utility))
    const size = Math.max(Math.abs(top), game.V * Math.max(...game.p))
    const favourites = options.filter(({ utility }) => utility >= top - 1e-12 * size)
    return [Math.max(...favourites.map(({ most }) => most))]
  })
  return Math.min(...costs)
}

/** The greatest utility of the user among announcements that cost the provider at most `limit`. */
export function searchUserWithin(
  game: Table,
  latencies: readonly (readonly number[])[],
  tried: readonly number[],
  limit: number,
): number {
  const found = latencies.flatMap((t) =>
    game.starts.flatMap((start) =>
      (start === 0 ? tried : tried.slice(0, 1)).map((s) => replies(game, { start, s, t })),
    ),
  )
  const within = found.filter(({ least }) => least <= limit).map(({ utility }) => utility)
  return Math.max(-Infinity, ...within)
}

/** The greatest utility of the user over all announcements of the menu, nothing slowed. */
export function searchUser(game: Table, tried: readonly number[]): number {
  const values = game.starts.flatMap((start) =>
    tried.map((s) => replies(game, { start, s, t: game.t }).utility),
  )
  return Math.max(...values)
}

/**
 * Latency vectors to try: for each model as it is, the latencies given, and a few spread up to `top`, none above
 * the ceiling.
 */
export function latencyVectors(
  game: Table,
  special: (model: number) => readonly number[],
  ceiling: number | null,
  n: number,
): readonly (readonly number[])[] {
  const lists = game.t.map((own, model) => {
    const wanted = special(model).filter((t) => t > own)
    const top = ceiling ?? Math.max(own, ...wanted) * 3 + 1
    const spread = Array.from({ length: n }, (_, k) => own + ((top - own) * (k + 1)) / n)
    const within = [...wanted, ...spread].filter((t) => t > own && (ceiling === null || t <= ceiling))
    return [own, ...within]
  })
  return lists.reduce<readonly (readonly number[])[]>(
    (vectors, list) => vectors.flatMap((vector) => list.map((t) => [...vector, t])),
    [[]],
  )
}
