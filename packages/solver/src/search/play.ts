import { leastInRow, type Box } from './box.ts'
import { rangeOf, type Cell } from './cell.ts'
import type { Player } from './player.ts'
import { leastSum, sumUnder, type Amounts } from './sub-solution.ts'

/** What a user replies to one route, in floats: her utility and the provider's cost. */
export interface Play {
  readonly reply: Cell
  readonly utility: number
  readonly cost: number
}

/** Relative difference in utility below which two replies count as equally good here. */
const tie = 1e-11

/**
 * The reply of a user to one route, in floats: of those that are as good for her as any (within a tie), the one
 * that costs the provider least (or, with `against`, most). Local maxima of the utility over persistence are found
 * from a grid and refined; whether the reply is indeed a best one is for exact numbers to confirm.
 */
export function playAt(player: Player, variables: readonly number[], start: number, against = false): Play {
  const plays = repliesAt(player, variables, start)
  const best = plays.reduce((most, { utility }) => Math.max(most, utility), -Infinity)
  const size = plays.reduce((most, { utility }) => Math.max(most, Math.abs(utility)), 0)
  const good = plays.filter(({ utility }) => utility >= best - tie * size)
  const [first, ...rest] = good
  if (first === undefined) throw new TypeError('a user without a reply')
  return rest.reduce(
    (one, other) => ((against ? other.cost > one.cost : other.cost < one.cost) ? other : one),
    first,
  )
}

function repliesAt(player: Player, variables: readonly number[], start: number): readonly Play[] {
  const box: Box = { low: variables, high: variables }
  const play = (reply: Cell): Play => evaluate(player, box, start, reply)
  const out: readonly Play[] = player.outside === null ? [] : [play({ kind: 'outside' })]
  switch (player.sees) {
    case 'nothing': {
      const at = (r: number): Play => play({ kind: 'persistence', low: r, high: r })
      return [...out, ...peaks(at)]
    }
    case 'model':
      return [...out, play(stopping(player, box))]
    case 'attempts': {
      const stages = player.kinds[0]?.stages.length ?? 1
      const after = Array.from({ length: stages }, (_, index) =>
        play({ kind: 'leaves-after', failures: index + 1 }),
      )
      return [...out, ...after, play({ kind: 'stays-through', failures: stages })]
    }
  }
}

const grid = 24

/** Both ends and all inner peaks of the utility over persistence. */
function peaks(at: (persistence: number) => Play): readonly Play[] {
  const points = Array.from({ length: grid + 1 }, (_, index) => {
    const x = index / grid
    // Closer together near 1, where the utility bends most.
    return at(x * (2 - x))
  })
  // A peak may also hide next to an end, where no point of the grid shows it.
  const inner = points.flatMap((play, index) => {
    const [before = play, after = play] = [points[index - 1], points[index + 1]]
    return play.utility >= before.utility && play.utility >= after.utility
      ? [refine(at, persistenceOf(before), persistenceOf(after))]
      : []
  })
  const ends = [points[0], points[grid]].flatMap((play) => (play === undefined ? [] : [play]))
  return [...ends, ...inner]
}

function persistenceOf({ reply }: Play): number {
  return reply.kind === 'persistence' ? reply.low : 0
}

const golden = (Math.sqrt(5) - 1) / 2

/** The peak between two points, by golden section. */
function refine(at: (persistence: number) => Play, from: number, to: number): Play {
  let [low, high] = [from, to]
  let [left, right] = [at(high - golden * (high - low)), at(low + golden * (high - low))]
  for (let step = 0; step < 60 && high - low > 1e-13; step++) {
    if (left.utility < right.utility) {
      low = persistenceOf(left)
      left = right
      right = at(low + golden * (high - low))
    } else {
      high = persistenceOf(right)
      right = left
      left = at(high - golden * (high - low))
    }
  }
  return left.utility > right.utility ? left : right
}

/**
 * The best stopping rule by state, `U_j = ξ_j + a_j max(0, Σ K_jk U_k)`, by policy iteration. (With several kinds of
 * task it stops by the average over the kinds.)
 */
function stopping(player: Player, box: Box): Cell {
  const { rows, kinds } = player
  let stays: readonly number[] = rows.map(() => 1)
  for (let round = 0; round < 60; round++) {
    const range = rangeOf({ kind: 'by-state', low: stays, high: stays }, player)
    const onward = rows.map(() => 0)
    for (const kind of kinds) {
      const { values } = leastSum(rows, box, kind, range, kind.worth)
      const following = values[Math.min(1, values.length - 1)] ?? []
      for (const [i, row] of rows.entries()) {
        onward[i] = (onward[i] ?? 0) + kind.weight * leastInRow(row, box, following, [])
      }
    }
    const next = onward.map((value) => (value > 0 ? 1 : 0))
    if (next.every((stay, i) => stay === stays[i])) break
    stays = next
  }
  return { kind: 'by-state', low: stays, high: stays }
}

/** Both sides' payoffs of one reply to one route. */
function evaluate(player: Player, box: Box, start: number, reply: Cell): Play {
  const { kinds, rows, penalty, absent, outside } = player
  if (reply.kind === 'outside') return { reply, utility: outside ?? -Infinity, cost: absent }
  const { low } = rangeOf(reply, player)
  // A user who counts attempts and stays through the last stage stays for good.
  const range = reply.kind === 'stays-through' ? rangeOf({ ...reply }, player) : null
  const persistence = range === null ? low : range.high
  return kinds.reduce<Play>(
    (total, kind) => {
      const { policy } = leastSum(rows, box, kind, { low: persistence, high: persistence }, kind.worth)
      const value = (amounts: Amounts): number => kind.weight * (sumUnder(policy, amounts)[0]?.[start] ?? 0)
      return { reply, utility: total.utility + value(kind.worth), cost: total.cost + value(kind.cost) }
    },
    { reply, utility: 0, cost: penalty },
  )
}
